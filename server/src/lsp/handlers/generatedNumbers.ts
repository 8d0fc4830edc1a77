import type { GeneratedNumber } from '../../language/symbols/definitions.ts';
import { createLayout } from '../../layout/createLayout.ts';
import type { Section } from '../../paper/structure/sections.ts';
import { countsAsSection } from '../../analysis/sectionNumbering.ts';
import type { CheckedReport } from '../documents/reportChecker.ts';

/** The numbers that the layout gives to sections and paragraphs of the body which have none, in the order of the text. */
export function generatedNumbers({ report, checked }: CheckedReport): readonly GeneratedNumber[] {
  const { fields, council } = checked.context;
  const { template } = fields;
  if (report.excess || !template) return [];
  // In most reports all numbers are typed, and the layout need not be asked.
  const lacksSome = (section: Section): boolean =>
    countsAsSection(section) && (!section.number || (template.numbersParagraphs && section.paragraphs.length === 0));
  if (!fields.sections.some(lacksSome)) return [];
  const typed = report.body.sections.flatMap(({ number, paragraphs }) => [...(number ? [number] : []), ...paragraphs]);
  const starts = new Set(typed.map(({ span }) => report.lines.lineAt(span.start)));
  const first = fields.sections[0]?.span.start ?? report.text.length;
  return createLayout(report, fields, { council }).blocks.flatMap((block): GeneratedNumber[] => {
    if ((block.kind !== 'heading' && block.kind !== 'paragraph') || block.number === undefined) return [];
    const isTyped = block.span.start < first || starts.has(report.lines.lineAt(block.span.start));
    return isTyped ? [] : [{ number: block.number, span: block.span }];
  });
}
