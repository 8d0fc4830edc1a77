import { labelOf } from '../template/schemaProblems.ts';
import { quote } from '../text/suggest.ts';
import type { Value } from '../template/value.ts';
import { foldPunctuation } from '../text/foldPunctuation.ts';
import type { Path } from '../text/path.ts';
import type { Span } from '../text/span.ts';
import type { RuleContext } from './ruleContext.ts';

const NONE =
  /^(?:(?:n ?[/.]? ?a|nil)(?: (?:for|to|in) this (?:paper|report))?|no|none(?: (?:applicable|at this (?:stage|time)|(?:directly )?arising|identified|known|noted|required))?(?: (?:from|in|within) this (?:paper|report))?|not (?:applicable|needed|relevant|required)(?: (?:for|to) this (?:paper|report))?|there are none|(?:there are )?no (?:implications?|impacts?)|no (?:[a-z-]+ ){1,3}(?:implications?|impacts?))$/;

/** Nobody needs more characters to say that there is nothing, white space and marks of emphasis among them. */
const LONGEST_NONE = 200;

/** A quick look: with a letter that it does not begin with, nothing of the kind is said. */
const BEGINS_NONE = /^[^a-z0-9]*(?:n|there|$)/i;

/** True for a text that says no more than that there is nothing: "N/A", "None.", "No climate implications", "-". */
export function isBareNotApplicable(text: string): boolean {
  if (text.length > LONGEST_NONE || !BEGINS_NONE.test(text)) return false;
  const plain = foldPunctuation(text)
    .replace(/[*_"'()[\]]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (/^[-./]+$/.test(plain)) return true;
  return NONE.test(plain.toLowerCase().replace(/(?<![.,;:!])[.,;:!]+$/, ''));
}

const NO_LIST =
  /^(?:n\s*\/?\s*a|nil|none\b.{0,30}|no|not applicable|no (?:appendices|background papers|papers)|there (?:are|is) no(?:ne)?\b.{0,60}|-+)\.?$/i;

/** True for what people write where a list is asked for and there is nothing to list: "n/a", "There are no appendices." */
export function isNotApplicable(text: string): boolean {
  return NO_LIST.test(text.trim());
}

/** Where a value's text stands, without quotation marks, block marks and the white space round it. */
export function trimmedSpanOf({ text, span }: Value): Span {
  if (!text || text.text.trim() === '') return span;
  const start = text.text.length - text.text.trimStart().length;
  return text.spanOf(start, text.text.trimEnd().length);
}

/** What is written there, in quotation marks and without its full stop, for the middle of a message. */
export function quoted(text: string): string {
  return quote(text.trim().replace(/\.$/, ''));
}

/** What a message calls the place of a finding: the field as its form prints it, or "The report". */
export function fieldLabel(path: Path, { template }: Pick<RuleContext, 'template'>): string {
  if (path[0] === 'body') return 'The report';
  const label = labelOf(template ?? { fields: [] }, path);
  return label.charAt(0).toUpperCase() + label.slice(1).replaceAll('-', template ? '-' : ' ');
}

/** As far as anybody is quoted in one go. */
const WINDOW = 2000;

/** True where the offset lies between quotation marks of the text (folded), so that somebody else is speaking. */
export function isInQuotation(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - WINDOW), offset);
  const rest = text.slice(offset, offset + WINDOW);
  if (before.split('"').length % 2 === 0 && rest.includes('"')) return true;
  const opened = /(?:^|[\s([])'(?=\S)(?!.*'(?![a-z]))/s.test(before.slice(-400));
  return opened && /'(?![a-z])/i.test(rest);
}
