import { parsePhoneNumberFromString } from 'libphonenumber-js/core';
import { foldPunctuation } from '../text/foldPunctuation.ts';
import { matchesOf } from '../text/search.ts';
import { ukNumbers } from './generated/ukNumbers.ts';

/** One telephone number of a field that may hold several, or words in its place. */
export interface Phone {
  /** Where it stands in the text that it was read from, what is said about it ("mobile:", "ext. 12") left out. */
  readonly index: number;
  readonly end: number;
  readonly fault: 'none' | 'wrong-start' | 'too-short' | 'too-long' | undefined;
  /** The digits as dialled in the United Kingdom; empty for a number of another country. */
  readonly digits: string;
}

/** Between two numbers. */
const BETWEEN = /[,;\n&]|\s\/\s|\b(?:or|and)\b/gi;
/** Digits with what people put between them; "x" and "ext" end it. */
const NUMBER = /[+(]?\d(?:[\d ().\-/]*\d)?/;
/** Text Relay: typed before the number itself. */
const RELAY = /^1800[12](?=0)/;
/** Emergency and service numbers (999, 101, 111), and those of social value (116 123). */
const SERVICE = /^(?:\d{3}|116\d{3})$/;
/** Shorter than others, and real: Childline and the NHS Direct that was. */
const SHORT = /^(?:08001111|08454647)$/;
/** Area codes with local numbers of five digits (Ofcom, The National Telephone Numbering Plan), and freephone. */
const TEN_DIGITS =
  /^0(?:1(?:2(?:04|08|54|76|97|98)|3(?:63|64|84|86)|4(?:04|20|60|61|80|88)|5(?:24|27|62|66)|6(?:06|29|35|47|59|95|977)|7(?:26|44|50)|8(?:27|37|84)|9(?:00|05|35|46|49|63|95))|800)/;

/** Most numbers, as they should be: an area code of five figures, or a mobile. */
const GROUPED = /^0(?:1(?!1|\d1)|7)\d{3} \d{6}$/;

/** Reads the telephone numbers of a contact. */
export function readPhones(text: string): Phone[] {
  const folded = foldPunctuation(text);
  const phones: Phone[] = [];
  let from = 0;
  for (const { index, length } of [...separators(folded), { index: folded.length, length: 0 }]) {
    if (folded.slice(from, index).trim() !== '') phones.push(readPhone(folded, from, index));
    from = index + length;
  }
  return phones;
}

function separators(text: string): { index: number; length: number }[] {
  return [...matchesOf(BETWEEN, text)].map((found) => ({ index: found.index, length: found[0].length }));
}

function readPhone(text: string, from: number, to: number): Phone {
  const part = text.slice(from, to);
  const found = NUMBER.exec(part);
  if (!found) {
    const lead = part.length - part.trimStart().length;
    return { index: from + lead, end: from + part.trimEnd().length, fault: 'none', digits: '' };
  }
  const typed = found[0];
  const index = from + found.index;
  const digits = dialled(typed);
  return { index, end: index + typed.length, digits, fault: digits === '' ? undefined : faultOf(digits) };
}

/** The digits as dialled at home; nothing for a number of another country. */
function dialled(typed: string): string {
  const international = typed.startsWith('+') || /^\(?00/.test(typed);
  const digits = typed.replace(/\D/g, '').replace(/^00/, '');
  if (!international) return digits.replace(RELAY, '');
  return digits.startsWith('44') ? digits.replace(/^440?/, '0') : '';
}

function faultOf(digits: string): Phone['fault'] {
  if (SERVICE.test(digits) || SHORT.test(digits)) return undefined;
  if (!/^0[12378]/.test(digits)) return 'wrong-start';
  if (digits.length > 11) return 'too-long';
  return digits.length === 11 || (digits.length === 10 && TEN_DIGITS.test(digits)) ? undefined : 'too-short';
}

/** The number in the house style; nothing where it has none, or is typed so. */
export function restyle({ index, end, digits, fault }: Phone, text: string): string | undefined {
  const typed = text.slice(index, end);
  if (fault || digits.length < 10 || GROUPED.test(typed)) return undefined;
  const styled = parsePhoneNumberFromString(digits, 'GB', ukNumbers)?.formatNational();
  return styled?.includes(' ') && styled !== typed && styled.replace(/\D/g, '') === digits ? styled : undefined;
}
