import { Parser } from 'htmlparser2';

/** So large a table is no table of a report any more. */
const MOST_CELLS = 5000;
/** Nothing is nested so deeply, and the parser's time grows with the square of it. */
const DEEPEST = 1000;
/** In characters. */
const PIECE = 10_000;
/** Where one of these begins or ends, so does a word. */
const BREAKS = new Set(['p', 'div', 'br', 'li', 'tr', 'td', 'th', 'table']);
const UNSEEN = new Set(['style', 'script', 'title']);

/**
 * The tables of an HTML fragment as Markdown, as Word and Excel put them on the clipboard. A table's first row becomes its head;
 * merged cells are filled up with empty ones, since Markdown has none; a table within a cell is text of that cell.
 * @returns nothing where there is no table, or anything beside tables
 */
export function tablesOf(html: string): string | undefined {
  const reader = new TableReader();
  const parser = new Parser({
    onopentag: (name, attributes) => reader.open(name, attributes),
    ontext: (text) => reader.text(text),
    onclosetag: (name) => reader.close(name),
  });
  // In pieces, so that what is too much is noticed on the way.
  for (let at = 0; at < html.length && !reader.isExcessive; at += PIECE) parser.write(html.slice(at, at + PIECE));
  if (reader.isExcessive) return undefined;
  parser.end();
  const { tables, rest } = reader;
  if (tables.length === 0 || rest.trim() !== '') return undefined;
  const written = tables.flatMap((rows) => writeTable(rows) ?? []);
  return written.length === tables.length ? written.join('\n\n') : undefined;
}

/** Where a table is put: the text round it on its own line, and the lines above and below that, where there are any. */
export interface PastePosition {
  readonly before: string;
  readonly after: string;
  readonly above?: string;
  readonly below?: string;
}

/**
 * Tables as what is inserted at a place: on lines of their own, and with a blank line between them and any text, which Markdown would
 * else take for one paragraph or table with them. (VS Code puts each line as far in as the one where it is pasted.)
 * @param tables as {@link tablesOf} gave them
 * @param eol the text's line ending
 */
export function asBlock(tables: string, { before, after, above = '', below = '' }: PastePosition, eol: string): string {
  const lead = isBlank(before) ? (isBlank(above) ? [] : ['']) : ['', ''];
  const trail = isBlank(after) ? (isBlank(below) ? [] : ['']) : ['', ''];
  return [...lead, ...tables.split('\n'), ...trail].join(eol);
}

function isBlank(line: string): boolean {
  return line.trim() === '';
}

/** Reads the outermost tables, tag by tag, so that no depth of nesting matters. */
class TableReader {
  readonly tables: string[][][] = [];
  /** The text beside the tables. */
  rest = '';
  /** How many tags are open, and how many tables of them. */
  private nesting = 0;
  private depth = 0;
  private unseen = 0;
  private cells = 0;
  private cell: { text: string; readonly width: number; readonly height: number } | undefined;
  /** How many rows further down each column is still covered by a cell that began above. */
  private covered: number[] = [];

  get isExcessive(): boolean {
    return this.nesting > DEEPEST || this.cells > MOST_CELLS;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.nesting++;
    if (UNSEEN.has(name)) this.unseen++;
    if (BREAKS.has(name)) this.text(' ');
    if (name === 'table' && this.depth++ === 0) {
      this.tables.push([]);
      this.covered = [];
    }
    if (this.depth !== 1) return;
    if (name === 'tr') this.tables.at(-1)?.push([]);
    if (name === 'td' || name === 'th')
      this.cell = { text: '', width: readSpan(attributes['colspan']), height: readSpan(attributes['rowspan']) };
  }

  text(text: string): void {
    if (this.unseen > 0) return;
    if (this.cell) this.cell.text += text;
    else this.rest += text;
  }

  close(name: string): void {
    this.nesting--;
    if (UNSEEN.has(name)) this.unseen--;
    if (BREAKS.has(name)) this.text(' ');
    if (this.depth === 1 && (name === 'td' || name === 'th')) this.endCell();
    if (this.depth === 1 && name === 'tr') this.skipCovered();
    if (name === 'table' && this.depth > 0) this.depth--;
  }

  private endCell(): void {
    const row = this.tables.at(-1)?.at(-1);
    const { cell } = this;
    this.cell = undefined;
    if (!row || !cell) return;
    this.skipCovered();
    for (let i = 0; i < cell.width && this.cells <= MOST_CELLS; i++, this.cells++) {
      this.covered[row.length] = cell.height - 1;
      row.push(i === 0 ? harmless(cell.text) : '');
    }
  }

  private skipCovered(): void {
    const row = this.tables.at(-1)?.at(-1);
    while (row && (this.covered[row.length] ?? 0) > 0) {
      this.covered[row.length] = (this.covered[row.length] ?? 0) - 1;
      row.push('');
    }
  }
}

function readSpan(given: string | undefined): number {
  const span = Number(given);
  return Number.isInteger(span) && span > 1 ? Math.min(span, 100) : 1;
}

/** A text on one line, its marks of Markdown escaped. */
function harmless(text: string): string {
  return text.replace(/\s+/g, ' ').trim().replace(/[\\|*_`<[\]]/g, '\\$&'); // prettier-ignore
}

function writeTable(rows: readonly (readonly string[])[]): string | undefined {
  const filled = rows.filter((row) => row.length > 0);
  const columns = Math.max(0, ...filled.map((row) => row.length));
  if (columns === 0 || columns * filled.length > MOST_CELLS) return undefined;
  const [head = [], ...body] = filled.map((row) => Array.from({ length: columns }, (_, i) => row[i] ?? ''));
  const rule = head.map((_, i) => (isNumeric(body.flatMap((row) => (row[i] ? [row[i]] : []))) ? '---:' : '---'));
  return [head, rule, ...body].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

/** True for a column of numbers, which are printed to the right. */
function isNumeric(values: readonly string[]): boolean {
  return values.length > 0 && values.every((value) => /^[(£$€+−-]*\d[\d,. ]*[)%]*$/.test(value));
}
