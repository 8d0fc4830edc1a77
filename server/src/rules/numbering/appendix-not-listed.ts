import { readReferences, type Reference } from '../../paper/structure/references.ts';
import type { Paper } from '../../paper/paper.ts';
import { partAt } from '../../paper/structure/sections.ts';
import { joinWords } from '../../text/suggest.ts';
import type { Path } from '../../text/path.ts';
import type { Span } from '../../text/span.ts';
import { meansSame, mentions, namesOf, readAppendices, type Appendices } from '../../analysis/appendices.ts';
import type { RuleContext } from '../../analysis/ruleContext.ts';
import { keywords } from '../../analysis/keywordIndex.ts';
import { addItem } from '../../fixes/frontMatterEdits.ts';
import { findInProse, type Prose } from '../../analysis/prose.ts';
import { defineRule } from '../rule.ts';

const NAMES = keywords('append', 'annex');
const NAMES_AND_OTHERS = keywords('append', 'annex', 'attached', 'enclosed');
const NAMED = /appendi|annex/i;
const DOCUMENT = String.raw`documents?|documentation|papers?|reports?|plans?|maps?|spreadsheets?|presentations?|letters?|slides?|summary|assessments?|diagrams?|charts?|leaflets?`;
/** What is said to come with the report: “the attached plan”, “is attached to this report”, “in the appendix”. */
const ATTACHED = new RegExp(
  String.raw`\b(?:(?:the|an?|see) (?:attached|appended|enclosed) (?:[a-z-]+ ){0,2}(?:${DOCUMENT})|(?:is|are) (?:attached|appended|enclosed) (?:as an (?:appendix|annexe?)|(?:to|with) (?:this|the) report|below|herewith)|(?:in|as|at) (?:the|an) appendix(?: to this report)?(?! of| to| \w{1,3}\b)|in the appendices(?! of| to))(?![\w-])`,
  'gi',
);

/** A mention of an appendix that the cover does not list. */
interface Missing {
  readonly span: Span;
  readonly path: Path;
  /** What stands behind the word “appendix”; nothing where the text does not number it. */
  readonly label?: string;
}

export default defineRule({
  id: 'appendix-not-listed',
  severity: 'error',
  onlyForField: 'appendices',
  docs: {
    summary: 'The text refers to an appendix that the cover does not list.',
    why: 'Members look for a document that they were not sent, and the agenda goes out without it.',
    source: 'House style: the cover lists every appendix',
    bad: '---\ntemplate: committee-report\nappendices:\n  - title: Survey of the pier\n---\n\n## 10. Background\n\n10.1 The survey is in Appendix 1 and a map of the harbour in ⟦Appendix 2⟧.\n',
    good: '---\ntemplate: committee-report\nappendices:\n  - title: Survey of the pier\n  - title:\n---\n\n## 10. Background\n\n10.1 The survey is in Appendix 1 and a map of the harbour in Appendix 2.\n',
  },
  *check(report, context) {
    const appendices = readAppendices(context);
    if (!appendices) return;
    for (const { span, path, label } of findMissing(appendices, report, context)) {
      const listed = appendices.items.map((item) => item.label);
      const cover =
        listed.length === 0
          ? 'the cover says that there are none'
          : `the cover lists only ${joinWords(shortened(listed), 'and')}`;
      const what = label === undefined ? 'This speaks of an appendix' : `Appendix ${label} is mentioned here`;
      yield { span, path, message: `${what}, but ${cover}. Add it to the list, or correct the text.` };
    }
  },
  fixes({ span }, report, context) {
    const appendices = readAppendices(context);
    const found = appendices && [...findMissing(appendices, report, context)].find((one) => one.span.start === span.start);
    if (!appendices || !found) return [];
    const { label } = found;
    const isNext = label === undefined || namesOf(label).includes(String(appendices.items.length + 1));
    const edit = addItem(['appendices'], isNext ? ['title:'] : [`label: Appendix ${label}`, 'title:'], report);
    return edit
      ? [{ title: `Add ${isNext ? 'it' : `Appendix ${label}`} to the list of appendices`, edits: [edit], safe: false }]
      : [];
  },
});

/** The first mention of each appendix that is not listed; what an appendix says of its own annexes is left out. */
function* findMissing({ none, items }: Appendices, report: Paper, context: RuleContext): Iterable<Missing> {
  const names = new Set(items.flatMap((item) => item.names));
  const known = new Set(names);
  const hasAnnexes = items.some(({ label }) => /annex/i.test(label));
  const isOwn = (path: Path, span: Span): boolean => path[0] === 'body' && partAt(report.body.parts, span.start) > 0;
  for (const prose of context.words.textsWith(none ? NAMES_AND_OTHERS : NAMES)) {
    if (!mayRefer(prose)) continue;
    // A field is read as Markdown only where it names an appendix that is not listed.
    if (!none && mentions(prose).every((label) => meansSame(names, label))) continue;
    const path = prose.path;
    for (const { label, whole } of appendixReferences(prose, report, hasAnnexes)) {
      if (meansSame(known, label) || isOwn(path, whole)) continue;
      for (const name of namesOf(label)) known.add(name);
      yield { span: whole, path, label };
    }
    if (!none || known.size > 0) continue;
    const [first] = [...findInProse([prose], ATTACHED)].filter(({ passage, span }) => !passage.quoted && !isOwn(path, span));
    if (!first) continue;
    known.add('');
    yield { span: first.span, path };
  }
}

/** The long texts of the report, and the recommendations. */
function mayRefer({ value, path }: Prose): boolean {
  return path[0] !== 'appendices' && (!value || value.field?.kind === 'markdown');
}

/** An annex is often somebody else's (“the Annex A data”), so it is counted only where the cover lists annexes. */
function appendixReferences({ passages }: Prose, { text }: Paper, hasAnnexes: boolean): Reference[] {
  return passages
    .filter(({ quoted, text: { text: words } }) => !quoted && NAMED.test(words))
    .flatMap((passage) => readReferences(passage))
    .filter(({ kind, whole }) => kind === 'appendix' && (hasAnnexes || !/^annex/i.test(text.slice(whole.start, whole.end))));
}

/** Labels as a sentence lists them, the middle left out of many. */
function shortened(labels: readonly string[]): readonly string[] {
  return labels.length > 5 ? [...labels.slice(0, 3), '…', ...labels.slice(-1)] : labels;
}
