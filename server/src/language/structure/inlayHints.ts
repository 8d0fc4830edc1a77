import type { Paper } from '../../paper/paper.ts';
import { readAppendices } from '../../analysis/appendices.ts';
import type { RuleContext } from '../../analysis/ruleContext.ts';
import type { GeneratedNumber } from '../symbols/definitions.ts';

/** Something that the printed report has and its text has not, shown in the text. */
export interface InlayHint {
  readonly offset: number;
  readonly label: string;
  readonly tooltip: string;
}

const GIVEN = 'Given when the report is laid out. To have another, type it.';

/**
 * The numbers and labels that the layout gives to what has none: sections and paragraphs of the body, sections that are fields of the
 * cover, appendices.
 * @param given as the layout numbers the body
 */
export function inlayHints(report: Paper, context: RuleContext, given: readonly GeneratedNumber[]): readonly InlayHint[] {
  const { fields } = context;
  const own = given.map(({ number, span }) => ({ offset: textFrom(report, span.start), label: number, tooltip: GIVEN }));
  const count = report.body.sections.length - fields.sections.length;
  const covers = report.body.sections.slice(0, count).flatMap((section) => {
    const field = fields.all().find(({ keySpan, node }) => !node && keySpan?.start === section.titleSpan.start)?.field;
    return section.number || field?.number === undefined ? [] : [{ offset: section.titleSpan.start, label: `${field.number}.`, tooltip: GIVEN }]; // prettier-ignore
  });
  return [...appendixLabels(context), ...covers, ...own].sort((a, b) => a.offset - b.offset);
}

/** Where the words of a heading begin. */
function textFrom({ text }: Paper, start: number): number {
  return start + (/^ {0,3}#{1,6}[ \t]+/.exec(text.slice(start, start + 20))?.[0].length ?? 0);
}

/** The labels of appendices that the cover lists without one: "Appendix 2". */
function appendixLabels(context: RuleContext): InlayHint[] {
  const items = readAppendices(context)?.items ?? [];
  return items.flatMap(({ value, label }, i) => {
    const title = value.parts.find(({ path }) => path.at(-1) === 'title');
    const isGiven = label === `Appendix ${i + 1}` && !value.parts.some(({ path }) => path.at(-1) === 'label');
    const written = (title?.text ?? value.text)?.text ?? '';
    if (!isGiven || !title || /^(?:appendix|annexe?)\b/i.test(written.trim())) return [];
    return [{ offset: title.span.start, label: `${label}:`, tooltip: GIVEN }];
  });
}
