import type { Paper } from '../../paper/paper.ts';
import type { RuleContext } from '../../analysis/ruleContext.ts';
import { addKey } from '../../fixes/frontMatterEdits.ts';
import { fieldAt } from '../../template/template.ts';
import type { Edit } from '../../text/edit.ts';

/** The edits that add every field that the template requires and the report lacks, in its order, each under a note on what to write. */
export function addMissingFields(report: Paper, context: RuleContext): Edit[] {
  const { problems, fields, template } = context;
  if (!template || report.frontMatter.problems.length > 0) return [];
  const edits = new Map<number, Edit>();
  const order = (path: readonly (string | number)[]): number => template.fields.findIndex(({ key }) => key === path[0]);
  const missing = problems.filter(({ kind, path }) => kind === 'missing' && !fields.get(path)?.blank);
  for (const { path } of [...missing].sort((a, b) => order(a.path) - order(b.path))) {
    const added = addKey(path, '', report, context);
    if (!added) continue;
    const text = withNote(added.text, String(path.at(-1)), noteFor(fieldAt(template, path)?.guidance ?? ''), report.lineEnd);
    const before = edits.get(added.span.start);
    edits.set(added.span.start, { span: added.span, text: (before?.text ?? '') + text });
  }
  return [...edits.values()];
}

/** The first sentence, on one line and without its full stop, of what the form says to the author. */
export function noteFor(guidance: string): string {
  return /^[^.;:]*(?:[.;:](?!\s)[^.;:]*)*/.exec(guidance.trim().replace(/\s+/g, ' '))?.[0].replace(/[.;:]$/, '') ?? '';
}

/** The inserted lines with a comment over the key. */
function withNote(text: string, key: string, note: string, lineEnd: string): string {
  const at = text.indexOf(`${key}:`);
  if (note === '' || at === -1) return text;
  const indent = /(?<![ \t])[ \t]*$/.exec(text.slice(0, at))?.[0] ?? '';
  // Where the key comes first in its mapping, its indentation stands before the text already.
  const own = text.startsWith(key) ? (/(?<![ \t])[ \t]*$/.exec(text)?.[0] ?? '') : indent;
  return `${text.slice(0, at)}# ${note}.${lineEnd}${own}${text.slice(at)}`;
}
