import { readCouncil } from '../../server/src/council/council.ts';
import { parseReport, type Report } from '../../server/src/report/report.ts';
import type { Knowledge } from '../../server/src/rules/context.ts';
import { builtInTemplates } from '../../server/src/template/builtIn.ts';
import type { Span } from '../../server/src/text/span.ts';

const FRONT_MATTER = '---\ntemplate: committee-report\n---\n';

/** A documented example as a report: a body gets the front matter of a committee report. */
export function wholeReport(example: string): string {
  return example.startsWith('---') || example.startsWith('⟦---') ? example : FRONT_MATTER + example;
}

/** Takes the marks ⟦ ⟧ out of an example and gives the spans that they marked. */
export function readMarks(example: string): { text: string; spans: Span[] } {
  const spans: Span[] = [];
  const open: number[] = [];
  let text = '';
  for (const character of wholeReport(example)) {
    if (character === '⟦') open.push(text.length);
    else if (character === '⟧') spans.push({ start: open.pop() ?? 0, end: text.length });
    else text += character;
  }
  return { text, spans: spans.sort((a, b) => a.start - b.start || a.end - b.end) };
}

/** What examples are checked with: the built-in templates, and the council they are documented with. */
export function knowledge(council = ''): Knowledge {
  return { templates: builtInTemplates, council: readCouncil(council, []).council, stage: 'publish', today: '2026-11-22' };
}

export function report(text: string): Report {
  return parseReport(text);
}
