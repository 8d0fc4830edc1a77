import type { Passage } from '../../paper/markdown/markdown.ts';
import type { Paper } from '../../paper/paper.ts';
import type { Edit } from '../../text/edit.ts';
import type { Fix } from '../../text/finding.ts';
import type { Span } from '../../text/span.ts';
import type { RuleContext } from '../../analysis/ruleContext.ts';
import { replaceAt } from '../../fixes/textEdits.ts';
import { withMarkdown, type Prose } from '../../analysis/prose.ts';
import { defineRule, type RuleFinding } from '../rule.ts';
import { fieldLabel } from '../../analysis/notApplicable.ts';

/** A line that begins with `#`, or that underlines the one before it. */
const MARK = /^[ \t]{0,3}(?:#{1,6}(?:[ \t]|$)|=+[ \t]*$|-+[ \t]*$)/m;

interface Misplaced {
  readonly heading: Passage;
  readonly from: number;
  readonly to: number;
}

export default defineRule({
  id: 'heading-level',
  severity: 'warning',
  docs: {
    summary: 'A heading that skips a level, a second heading of the first level, or a heading inside a field.',
    why: 'People who cannot see the page move through a report by its headings; a missing level looks like missing text.',
    source: 'WCAG 2.2, success criterion 1.3.1; Public Sector Bodies Accessibility Regulations 2018',
    bad: '## 10. Branches\n\n10.1 There are six.\n\n⟦#### Opening hours⟧\n\nThey differ.\n',
    good: '## 10. Branches\n\n10.1 There are six.\n\n### Opening hours\n\nThey differ.\n',
  },
  *check(report, context) {
    for (const prose of withMarkdown(context.prose, MARK)) {
      if (prose.value) yield* inField(prose, context);
      else for (const misplaced of misplacedIn(prose, report)) yield observe(misplaced, prose);
    }
  },
  fixes({ path = ['body'], span }, report, context): readonly Fix[] {
    const prose = context.prose.find((text) => String(text.path) === String(path));
    if (!prose) return [];
    return prose.value ? inBold(prose, span, report, context) : atLevel(prose, span, report);
  },
});

function* inField({ markdown, path }: Prose, context: RuleContext): Iterable<RuleFinding> {
  for (const heading of headingsOf(markdown.passages)) {
    const message = `${fieldLabel(path, context)} holds a heading. Write it as a line in bold: only the body has sub-headings.`;
    yield { span: spanOf(heading), path, message };
  }
}

function observe({ heading, from, to }: Misplaced, { path }: Prose): RuleFinding {
  const message =
    from === 1
      ? 'There is already a heading of the first level. Begin this one with “##”, as the other sections do.'
      : `This heading skips a level: write “${'#'.repeat(to)}” in front of it, not “${'#'.repeat(from)}”.`;
  return { span: spanOf(heading), path, message };
}

/**
 * The headings at the wrong level, and the level that each should have. The title of the report is above them all; an appendix in
 * the text may have a heading of the first level of its own.
 */
function misplacedIn({ markdown }: Prose, { body }: Paper): Misplaced[] {
  const parts = new Set(body.parts.map(({ start }) => start));
  let before = 1;
  let first = true;
  return headingsOf(markdown.passages).flatMap((heading) => {
    const { level: from = 1 } = heading;
    const repeated = from === 1 && !first && !parts.has(heading.block.start);
    if (from === 1) first = false;
    const to = repeated ? 2 : Math.min(from, before + 1);
    before = from;
    return to === from ? [] : [{ heading, from, to }];
  });
}

function headingsOf(passages: readonly Passage[]): Passage[] {
  return passages.filter(({ kind, quoted, listDepth }) => kind === 'heading' && !quoted && listDepth === 0);
}

/** The heading with its marks: its line, for one that begins with `#`. */
function spanOf({ block, text }: Passage): Span {
  return { start: block.start, end: Math.max(text.span.end, block.start) };
}

/** Moves the heading to its level, and those under it along. */
function atLevel(prose: Prose, span: Span, report: Paper): Fix[] {
  const wrong = misplacedIn(prose, report).find(({ heading }) => heading.block.start === span.start);
  if (!wrong) return [];
  const all = headingsOf(prose.markdown.passages);
  const edits: Edit[] = [];
  for (const heading of all.slice(all.indexOf(wrong.heading))) {
    const { level = 1 } = heading;
    if (heading !== wrong.heading && (level < wrong.from || wrong.from === 1)) break;
    const edit = markEdit(heading, level + wrong.to - wrong.from, report);
    if (edit) edits.push(edit);
  }
  return edits.length === 0 ? [] : [{ title: `Make it a heading of level ${wrong.to}`, edits, safe: false }];
}

function markEdit({ block, text, level = 1 }: Passage, wanted: number, report: Paper): Edit | undefined {
  const hashes = /^( {0,3})(#{1,6})/.exec(report.text.slice(block.start, block.start + 9));
  if (hashes) {
    const start = block.start + (hashes[1] ?? '').length;
    return { span: { start, end: start + (hashes[2] ?? '').length }, text: '#'.repeat(wanted) };
  }
  // An underlined heading: level 1 by `=`, level 2 by `-`.
  const underline = { start: text.span.end, end: block.end };
  const mark = report.text.slice(underline.start, underline.end);
  return level === 1 && wanted === 2 ? { span: underline, text: mark.replaceAll('=', '-') } : undefined;
}

/** Writes a heading in a field as a line in bold. */
function inBold(prose: Prose, span: Span, report: Paper, context: RuleContext): Fix[] {
  const heading = headingsOf(prose.markdown.passages).find(({ block }) => block.start === span.start);
  if (!heading) return [];
  const words = heading.text.text.replaceAll('\n', ' ').trim();
  const edit = replaceAt({ path: prose.path, span: heading.block }, words === '' ? '' : `**${words}**`, report, context);
  return edit ? [{ title: 'Write it in bold', edits: [edit], safe: false }] : [];
}
