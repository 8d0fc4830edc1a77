import type { CustomCheck } from '../council/customChecks.ts';
import type { Council } from '../council/council.ts';
import type { Pattern } from '../council/patterns.ts';
import type { Passage } from '../paper/markdown/markdown.ts';
import { foldPunctuation } from '../text/foldPunctuation.ts';
import { isWithin, type Path } from '../text/path.ts';
import { contains, type Span } from '../text/span.ts';
import type { Value } from '../template/value.ts';
import type { RuleContext } from '../analysis/ruleContext.ts';
import type { Prose } from '../analysis/prose.ts';
import { defineRule, type RuleFinding, type Rule } from '../rules/rule.ts';
import { countWords } from '../analysis/sentences.ts';
import { trimmedSpanOf } from '../analysis/notApplicable.ts';

/** As many places as one check points out in a report. */
const MOST = 100;

/** The council's own checks as rules: what they find stands under their names. */
export function customRules({ checks = [] }: Council): Rule[] {
  return checks.map((check) =>
    defineRule({
      id: check.name,
      severity: check.severity ?? 'warning',
      docs: { summary: check.message, why: 'Your council asks for it.', source: 'council.yaml, checks', bad: '', good: '' },
      check: (_report, context) => observe(check, context),
    }),
  );
}

/** One text that a check looks at. */
interface Subject {
  /** Where a finding about the text as a whole stands. */
  readonly span: Span;
  readonly path: Path;
  readonly lines: readonly Line[];
}

interface Line {
  readonly passage: Passage;
  /** Its text, folded, on one line. */
  readonly text: string;
  readonly path: Path;
}

function* observe(check: CustomCheck, context: RuleContext): Iterable<RuleFinding> {
  if (!isInForce(check, context)) return;
  const values = check.field === undefined || check.field === 'body' ? [] : valuesAt(check.field.split('.'), context);
  for (const value of values) yield* countItems(check, value);
  let left = MOST;
  for (const subject of subjectsOf(check, values, context)) {
    for (const found of judge(check, subject)) {
      if (left-- === 0) return;
      yield found;
    }
  }
}

/** The check's dates are those of meetings. */
function isInForce({ from, until }: CustomCheck, { fields }: RuleContext): boolean {
  if (from === undefined && until === undefined) return true;
  const date = fields.text(['date']).trim();
  return /^\d{4}-\d\d-\d\d$/.test(date) && (from === undefined || date >= from) && (until === undefined || date <= until);
}

/** The values that a field's name leads to; several, where it leads through a list. */
function valuesAt(keys: readonly string[], { fields }: RuleContext): Value[] {
  let values: readonly Value[] = fields.values;
  for (const [i, key] of keys.entries()) {
    const found = values.filter(({ path, blank }) => path.at(-1) === key && !blank);
    if (i === keys.length - 1) return found;
    values = found.flatMap((value) => (isList(value) ? value.parts.flatMap(({ parts }) => parts) : value.parts));
  }
  return [];
}

function isList({ field, node, text }: Value): boolean {
  return !text && (node?.kind === 'sequence' || (field?.kind === 'list' && !field.acceptsSingleItem));
}

function* subjectsOf(check: CustomCheck, values: readonly Value[], context: RuleContext): Iterable<Subject> {
  const { section, field } = check;
  if (section !== undefined) {
    yield* sectionsNamed(section, context);
    return;
  }
  if (field !== undefined && field !== 'body') {
    for (const value of values.flatMap((one) => (isList(one) ? one.parts : [one]))) yield subjectOf(value, context);
    return;
  }
  const prose = field === 'body' ? context.prose.filter(({ value }) => !value) : context.prose;
  const span = context.fields.get(['template'])?.span ?? { start: 0, end: 0 };
  yield { span, path: ['body'], lines: prose.flatMap((text) => linesOf(text)) };
}

function subjectOf(value: Value, { prose }: RuleContext): Subject {
  const { path, keySpan, text } = value;
  const lines = prose.filter((one) => isWithin(one.path, path)).flatMap((one) => linesOf(one));
  const span = keySpan && (!text || text.text.trim().includes('\n')) ? keySpan : trimmedSpanOf(value);
  return { span, path, lines };
}

function* sectionsNamed(name: string, { fields, prose }: RuleContext): Iterable<Subject> {
  const body = prose.find(({ value }) => !value);
  for (const { title, titleSpan, content } of fields.sections) {
    if (!body || plain(title) !== plain(name)) continue;
    const lines = linesOf(body, content);
    yield { span: titleSpan, path: ['body'], lines };
  }
}

function plain(title: string): string {
  return foldPunctuation(title).replace(/[\s:.]+/g, ' ').trim().toLowerCase(); // prettier-ignore
}

function linesOf({ passages, passageTexts, path }: Prose, within?: Span): Line[] {
  return passages.flatMap((passage, i) =>
    within && !contains(within, passage.block) ? [] : [{ passage, text: passageTexts[i] ?? '', path }],
  );
}

function* judge(
  { message, mustMatch, mustNotMatch, ...check }: CustomCheck,
  { span, path, lines }: Subject,
): Iterable<RuleFinding> {
  if (mustMatch && !lines.some(({ text }) => isFoundIn(text, mustMatch))) yield { span, path, message };
  for (const { passage, text, path: where } of mustNotMatch ? lines : []) {
    for (const { start, end } of mustNotMatch?.find(text) ?? []) yield { span: passage.text.spanOf(start, end), path: where, message }; // prettier-ignore
  }
  const { 'max-words': most, 'min-words': fewest } = check;
  if (most === undefined && fewest === undefined) return;
  const words = lines.reduce((sum, { text }) => sum + countWords(text), 0);
  if (isOutside(words, fewest, most)) yield { span, path, message: `${message} It has ${counted(words, 'word')}.` };
}

function isFoundIn(text: string, pattern: Pattern): boolean {
  for (const found of pattern.find(text)) return found.end > found.start;
  return false;
}

function* countItems({ message, 'max-items': most, 'min-items': fewest }: CustomCheck, value: Value): Iterable<RuleFinding> {
  if (!isList(value) || !isOutside(value.parts.length, fewest, most)) return;
  const { keySpan, path } = value;
  yield { span: keySpan ?? value.span, path, message: `${message} It has ${counted(value.parts.length, 'item')}.` };
}

function isOutside(count: number, fewest = 0, most = Infinity): boolean {
  return count < fewest || count > most;
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
