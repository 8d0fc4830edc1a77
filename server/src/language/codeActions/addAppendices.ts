import { endOfEntry } from '../../paper/yaml/yamlEntryLines.ts';
import { parsePaper, type Paper } from '../../paper/paper.ts';
import type { RuleContext } from '../../analysis/ruleContext.ts';
import { addItem, entryAt } from '../../fixes/frontMatterEdits.ts';
import { fieldAt } from '../../template/template.ts';
import { applyEdits, type Edit } from '../../text/edit.ts';
import { startOfLine } from '../../text/lines.ts';
import { diffEdits } from './diffEdits.ts';
import { yamlScalar } from '../yaml/yamlScalar.ts';

const KEY = 'appendices';

/**
 * The edits that add files to the list of appendices.
 * @param offset where they were dropped
 * @param files paths from the report's folder, with `/`
 * @returns nothing where the offset is not at the list, or the list cannot be added to
 */
export function addAppendices(
  report: Paper,
  offset: number,
  files: readonly string[],
  { template }: RuleContext,
): readonly Edit[] | undefined {
  const entry = entryAt(report.frontMatter.root, [KEY]);
  if (!entry || offset < startOfLine(report.text, entry.keySpan.start) || offset > endOfEntry(report.text, entry))
    return undefined;
  const keys = template && fieldAt(template, [KEY, 0])?.fields.map(({ key }) => key);
  let changed = report;
  for (const file of files) {
    const lines = Object.entries({ title: titleOf(file), file }).filter(([key]) => keys?.includes(key) ?? true);
    const edit = addItem([KEY], lines.map(([key, value]) => `${key}: ${yamlScalar(value)}`), changed); // prettier-ignore
    if (!edit) return undefined;
    changed = parsePaper(applyEdits(changed.text, [edit]));
  }
  return diffEdits(report.text, changed.text);
}

/** What a file is probably called: `library-opening-hours.pdf` is `Library opening hours`. */
function titleOf(file: string): string {
  const name = file.slice(file.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');
  const words = name.replace(/[\s_-]+/g, ' ').trim();
  return words === '' ? name : words.charAt(0).toUpperCase() + words.slice(1);
}
