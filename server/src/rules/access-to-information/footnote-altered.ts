import type { Passage } from '../../paper/markdown/markdown.ts';
import type { Paper } from '../../paper/paper.ts';
import type { Span } from '../../text/span.ts';
import { keywords } from '../../analysis/keywordIndex.ts';
import { defineRule } from '../rule.ts';

const HINT = /\bimplications\b[^.]{0,60}\bconsidered/;
const CUE = keywords('implications');
const LABEL = /^\W{0,20}(?:corporate |note|notes)?(?:foot ?notes?)?\W{0,20}$/i;

export default defineRule({
  id: 'footnote-altered',
  severity: 'warning',
  hasSafeFixes: true,
  docs: {
    summary: 'The corporate footnote is typed in other words than the council agreed.',
    why: 'The layout prints the agreed sentence at the end of every report, so the altered one would stand beside it.',
    source: 'The report format: the layout prints the footnote',
    bad: '---\ntemplate: committee-report\n---\n\n## 10. Introduction\n\n10.1 Gritting begins on 1 November.\n\n## Footnote\n\n⟦Issues relating to financial, legal and equalities implications have been considered and any information relevant to the decision is in the report.⟧\n',
    good: '---\ntemplate: committee-report\n---\n\n## 10. Introduction\n\n10.1 Gritting begins on 1 November.\n\n',
  },
  *check(_report, context) {
    const footnote = context.template?.footnote;
    if (footnote === undefined) return;
    for (const { path, passages, passageTexts, value } of context.words.textsWith(CUE)) {
      if (value) continue;
      for (const [i, passage] of passages.entries()) {
        const text = passageTexts[i] ?? '';
        if (text.length > 2 * footnote.length || !HINT.test(text.toLowerCase())) continue;
        if (passage.quoted || passage.kind === 'cell' || !isAltered(text, footnote)) continue;
        const message =
          'This is the corporate footnote in other words than the council agreed. Delete it: the layout prints the agreed one.';
        yield { span: passage.text.span, path, message };
      }
    }
  },
  fixes({ span }, report) {
    const { passages } = report.body.markdown;
    const at = passages.findIndex(({ block }) => block.start <= span.start && span.end <= block.end);
    const footnote = passages[at];
    if (!footnote) return [];
    return [
      { title: 'Delete the footnote', edits: [{ span: linesOf(footnote, passages[at - 1], report), text: '' }], safe: true },
    ];
  },
});

/** The words of a text, each once. */
function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[a-z]+/g) ?? []);
}

/** True for one sentence with most of the footnote's words and few others, which is not the footnote itself. */
function isAltered(text: string, footnote: string): boolean {
  const said = text.trim().replace(/^(?:\*+|footnote)[:. -]*/i, '');
  const words = wordsOf(said);
  const wanted = wordsOf(footnote);
  const shared = [...wanted].filter((word) => words.has(word)).length;
  if (shared < wanted.size / 2 || shared < words.size / 2) return false;
  return normal(said) !== normal(footnote);
}

function normal(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim();
}

/** The footnote's lines, with those of the heading or label over it, where that has nothing else under it. */
function linesOf(footnote: Passage, before: Passage | undefined, { text, lines, body }: Paper): Span {
  const isLabel = before !== undefined && LABEL.test(before.text.text) && /foot/i.test(before.text.text);
  const next = nextText(text, footnote.block.end);
  const alone = next >= body.span.end || text.startsWith('#', next);
  const first = isLabel && (before.kind !== 'heading' || alone) ? before : footnote;
  return { start: lines.start(lines.lineAt(first.block.start)), end: next };
}

/** The start of the next line that is not blank, or the end of the text. */
function nextText(text: string, from: number): number {
  const rest = text.slice(from);
  const blank = /^\s*/.exec(rest)?.[0] ?? '';
  const next = from + blank.length;
  return next >= text.length ? text.length : text.lastIndexOf('\n', next) + 1;
}
