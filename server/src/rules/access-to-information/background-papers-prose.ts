import type { Paper } from '../../paper/paper.ts';
import type { Value } from '../../template/value.ts';
import type { Edit } from '../../text/edit.ts';
import { inQuotes } from '../../fixes/frontMatterEdits.ts';
import { defineRule } from '../rule.ts';
import { isBareNotApplicable, isNotApplicable, fieldLabel, trimmedSpanOf } from '../../analysis/notApplicable.ts';

const KEY = ['background-papers'];
/** More than any title has. */
const MOST_WORDS = 45;
const LONGEST_TITLE = 30;

export default defineRule({
  id: 'background-papers-prose',
  severity: 'error',
  onlyForField: 'background-papers',
  docs: {
    summary: 'Background papers are given as running text instead of a list.',
    why: 'The law asks for a list of the documents that the report relies on, so that the public can ask to see each of them.',
    source: 'Local Government Act 1972, section 100D(1) and (5)',
    bad: '---\ntemplate: committee-report\nbackground-papers: ⟦Library needs assessment, March 2026⟧\n---\n',
    good: '---\ntemplate: committee-report\nbackground-papers:\n  - title: Library needs assessment, March 2026\n---\n',
  },
  *check(_report, context) {
    const value = context.fields.get(KEY);
    if (!value || value.blank) return;
    const label = fieldLabel(KEY, context);
    const toDo =
      'List the papers one by one, each with its title and date, or write “none”. What else stands here belongs in the body.';
    if (value.text) {
      if (isNothing(value.text.text)) return;
      yield { span: placeOf(value), path: KEY, message: `${label} holds text instead of a list. ${toDo}` };
      return;
    }
    for (const { text, path, parts } of value.parts) {
      const item = text ? { text, path } : parts.find((part) => part.path.at(-1) === 'title');
      if (!item?.text || countWords(item.text.text) <= MOST_WORDS) continue;
      yield { span: item.text.span, path: item.path, message: `${label} holds running text. ${toDo}` };
    }
  },
  fixes({ path = KEY }, report, context) {
    const value = context.fields.get(KEY);
    const edit = path.length === 1 && value?.text && value.node ? asList(value, report) : undefined;
    return edit ? [{ title: 'Make it a list', edits: [edit], safe: false }] : [];
  },
});

function isNothing(text: string): boolean {
  return isNotApplicable(text) || isBareNotApplicable(text);
}

function countWords(text: string): number {
  return text.trim().split(/\s+/).length;
}

/** The text, or the key where it is more than one line. */
function placeOf(value: Value): Value['span'] {
  return value.keySpan && value.text?.text.trim().includes('\n') ? value.keySpan : trimmedSpanOf(value);
}

/** The lines of the text as a list of titles; nothing where one of them is too long for a title. */
function asList({ text, span, keySpan }: Value, { text: source, lineEnd }: Paper): Edit | undefined {
  const lines = (text?.text ?? '').split('\n').map((line) => line.replace(/^\s*(?:[-*•]|\d{1,2}[.)])\s+/, '').trim());
  const titles = lines.filter((line) => line !== '');
  if (!keySpan || titles.length === 0 || titles.some((title) => countWords(title) > LONGEST_TITLE)) return undefined;
  const colon = source.indexOf(':', keySpan.end);
  const end = span.start + source.slice(span.start, span.end).trimEnd().length;
  const list = titles.map((title) => `${lineEnd}  - title: ${/^[A-Za-z][^:#\n]*$/.test(title) ? title : inQuotes(title)}`);
  return { span: { start: colon + 1, end: Math.max(end, colon + 1) }, text: list.join('') };
}
