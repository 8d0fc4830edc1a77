import { foldPunctuation } from '../text/foldPunctuation.ts';

/** A number in a table's cell. */
export interface Amount {
  readonly value: number;
  /** What one in its last figure is worth: 1 for 48, 0.1 for 4.8, 100,000 for £1.2m. */
  readonly unit: number;
  /** Nothing stands in the cell. */
  readonly blank: boolean;
  readonly pounds: boolean;
  /** The letter or word behind it, with the blank before it: "m", " million". */
  readonly suffix: string;
}

const AMOUNT = /^(\(?)([-+]?) ?(£?) ?([-+]?)(\d{1,3}(?:[, ]\d{3})+|\d+)(?:\.(\d+))?( ?(?:million|thousand|bn|m|k))?(\)?)$/i;
const SCALE: Readonly<Record<string, number>> = { million: 1e6, m: 1e6, thousand: 1e3, k: 1e3, bn: 1e9 };

/** Reads a cell; a dash or "nil" is nought, and so is one with nothing in it. Not a number: percentages, "<5", "x", dates. */
export function readAmount(cell: string): Amount | undefined {
  const text = foldPunctuation(cell).trim();
  if (text === '' || /^(?:-|nil)$/i.test(text)) return { value: 0, unit: 1, blank: text === '', pounds: false, suffix: '' };
  const [, open, sign, pounds, inner, whole = '', part = '', suffix = '', close] = AMOUNT.exec(text) ?? [];
  if (whole === '' || (open === '(') !== (close === ')')) return undefined;
  const scale = SCALE[suffix.trim().toLowerCase()] ?? 1;
  const size = Number(`${whole.replace(/[, ]/g, '')}.${part === '' ? '0' : part}`) * scale;
  const negative = open === '(' || sign === '-' || inner === '-';
  return { value: negative ? -size : size, unit: scale / 10 ** part.length, blank: false, pounds: pounds === '£', suffix };
}

/** A sum as another number is written: with its pounds, thousands and decimals. */
export function formatLike(value: number, { unit, pounds, suffix }: Amount): string {
  const scale = SCALE[suffix.trim().toLowerCase()] ?? 1;
  const digits = Math.max(0, Math.round(Math.log10(scale / unit)));
  const shown = Math.abs(value / scale).toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return `${value < 0 ? '-' : ''}${pounds ? '£' : ''}${shown}${suffix}`;
}
