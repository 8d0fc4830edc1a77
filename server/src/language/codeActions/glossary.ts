import type { Paper } from '../../paper/paper.ts';
import { type Section } from '../../paper/structure/sections.ts';
import type { RuleContext } from '../../analysis/ruleContext.ts';
import { listAcronyms } from '../../analysis/undefinedAcronyms.ts';
import type { Edit } from '../../text/edit.ts';

/** What stands in the table for an acronym whose words nobody knows but the author. */
const UNKNOWN = '[insert what it stands for]';

/**
 * The edit that adds a section to the body which lists the acronyms of a report with their meanings: from `council.yaml`, from the
 * report itself, or of national bodies and schemes; others are left for the author to fill in. It stands behind the last section of
 * the report itself, in front of a footnote and of appendices, and takes the next number where sections are numbered.
 * @returns nothing where the report uses none, or has such a section
 */
export function insertGlossary(report: Paper, context: RuleContext): Edit | undefined {
  const acronyms = listAcronyms(context);
  const { sections } = context.fields;
  if (acronyms.length === 0 || sections.some(({ title }) => /^(?:glossary|abbreviations|acronyms)\b/i.test(title)))
    return undefined;
  const rows = acronyms
    .sort((a, b) => (a.written.toUpperCase() < b.written.toUpperCase() ? -1 : 1))
    .map(({ written, meaning = UNKNOWN }) => `| ${written} | ${meaning.replaceAll('|', '\\|')} |`);
  const lines = [`## ${numberFor(sections)}Glossary`, '', '| Term | Meaning |', '|---|---|', ...rows];
  const at = placeFor(report, sections);
  const before = report.text.slice(0, at).trimEnd();
  const after = report.text.slice(at);
  const gap = before === '' ? '' : report.lineEnd.repeat(2);
  const end = report.lineEnd.repeat(after.trim() === '' ? 1 : 2);
  return {
    span: { start: before.length, end: report.text.length - after.trimStart().length },
    text: gap + lines.join(report.lineEnd) + end,
  };
}

/** `12. ` behind section 11; nothing where sections have no numbers. */
function numberFor(sections: readonly Section[]): string {
  const numbers = sections.filter(({ part }) => part === 0).flatMap(({ number }) => number?.parts[0] ?? []);
  return numbers.length === 0 ? '' : `${Math.max(...numbers) + 1}. `;
}

/** Where the report itself ends: at its footnote, at its first appendix, or with the text. */
function placeFor({ text, body }: Paper, sections: readonly Section[]): number {
  const end = sections.find(({ part, role }) => part > 0 || role === 'footnote' || role === 'appendix')?.span.start;
  const later = body.parts.find(({ part }) => part > 0)?.start;
  const label = body.markdown.passages.findLast(({ kind, text: words }) => kind === 'paragraph' && /^footnote:?$/i.test(words.text.trim())); // prettier-ignore
  return Math.min(end ?? text.length, later ?? text.length, label?.block.start ?? text.length);
}
