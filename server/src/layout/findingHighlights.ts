import type { Finding } from '../text/finding.ts';
import type { Path } from '../text/path.ts';
import type { Span } from '../text/span.ts';
import type { Block, Layout, Text } from './model.ts';

/** As many findings are shown at one block; nobody looks at more of them there. */
const MOST = 100;

/** A finding, with its place in the list that it was given in. */
export interface Highlight {
  readonly place: number;
  readonly finding: Finding;
}

/** The findings that are shown at each block, in the order of the text. */
export type FindingHighlights = ReadonlyMap<Block, readonly Highlight[]>;

/** A stretch of the report's text, and the block that shows what was found in it. */
interface Home {
  readonly span: Span;
  readonly block: Block;
}

/**
 * Finds the blocks that findings are shown at: of a field that is missing where its value would stand, of others where their
 * text is printed. Those of what is not printed are left out.
 * @param findings in the order of the text
 */
export function placeFindings({ blocks, notes }: Layout, findings: readonly Finding[]): FindingHighlights {
  const homes: Home[] = [];
  const missing = new Map<string, Block>();
  collect(blocks, homes, missing);
  for (const note of notes) collect(note.blocks, homes, missing);
  homes.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const marks = new Map<Block, Highlight[]>();
  const open: Home[] = [];
  let next = 0;
  findings.forEach((finding, place) => {
    const { start, end } = finding.span;
    for (let home = homes[next]; home && home.span.start <= start; home = homes[++next]) open.push(home);
    while (open.length > 0 && (open.at(-1)?.span.end ?? 0) < start) open.pop();
    const follower = homes[next];
    const around = open.findLast(({ span }) => start < span.end || (start === end && start === span.end));
    const block =
      missing.get(nameOf(finding)) ?? around?.block ?? (follower && follower.span.start < end ? follower.block : undefined);
    if (!block) return;
    const known = marks.get(block);
    if (!known) marks.set(block, [{ place, finding }]);
    else if (known.length < MOST) known.push({ place, finding });
  });
  return marks;
}

function nameOf({ path }: { readonly path?: Path }): string {
  return JSON.stringify(path ?? []);
}

/** Notes where findings can be shown, and gives the first such place. */
function collect(blocks: readonly Block[], homes: Home[], missing: Map<string, Block>): Block | undefined {
  let first: Block | undefined;
  for (const block of blocks) {
    const shown = homeOf(block, homes, missing);
    if (!shown) continue;
    first ??= shown;
    if (block.path) addMissing(block.path, shown, missing);
    else homes.push({ span: block.span, block: shown });
  }
  return first;
}

/** A field that is missing stands for the group that it belongs to as well. */
function addMissing(path: Path, block: Block, missing: Map<string, Block>): void {
  for (let length = path.length; length > 0; length--) {
    const name = nameOf({ path: path.slice(0, length) });
    if (!missing.has(name)) missing.set(name, block);
  }
}

/** The block that shows what was found in a block: itself, or the first within it that can. */
function homeOf(block: Block, homes: Home[], missing: Map<string, Block>): Block | undefined {
  switch (block.kind) {
    case 'list':
      return collect(block.items.flat(), homes, missing);
    case 'quote':
      return collect(block.blocks, homes, missing);
    case 'cover': {
      const shown = block.rows.map((row) => {
        const home = collect(row.cells.flat(), homes, missing);
        if (home) homes.push({ span: row.span, block: home });
        return home;
      });
      return shown.find((home) => home !== undefined);
    }
    case 'rule':
      return undefined;
    default:
      return block;
  }
}

/** A stretch of words and the finding that speaks of it, if one does. */
export interface HighlightedText {
  readonly text: string;
  readonly mark?: Highlight;
}

const RANKS = { error: 3, warning: 2, info: 1 } as const;

/** Words, cut where what was found in them begins and ends; where findings overlap, the most serious counts. */
export function highlightText({ text, origin }: Text, marks: readonly Highlight[]): HighlightedText[] {
  if (!origin) return [{ text }];
  const { source, from, to } = origin;
  const isExact = to - from === text.length;
  const own = source.spanOf(from, to);
  const found = marks.flatMap((mark) => {
    const { start, end } = mark.finding.span;
    if (end <= own.start || own.end <= start) return [];
    if (!isExact) return [{ mark, start: 0, end: text.length }];
    const within = {
      start: Math.max(0, source.offsetOf(start) - from),
      end: Math.min(text.length, source.offsetOf(end) - from),
    };
    return within.start < within.end ? [{ mark, ...within }] : [];
  });
  if (found.length === 0) return [{ text }];
  const cuts = [...new Set([0, text.length, ...found.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, i) => {
    const over = found.filter((one) => one.start <= start && start < one.end);
    const [first] = over.sort((a, b) => RANKS[b.mark.finding.severity] - RANKS[a.mark.finding.severity]);
    const part = text.slice(start, cuts[i + 1]);
    return first ? { text: part, mark: first.mark } : { text: part };
  });
}
