import type { CaptionKind } from '../../paper/structure/captions.ts';
import type { Block } from '../model.ts';

/**
 * Puts captions to what they name: a table's to the table (or picture) below it, else to the one above; a figure's to the
 * picture (or table) above it, else to the one below. A caption with nothing beside it stays a paragraph.
 */
export function joinCaptions(blocks: readonly Block[], captions: ReadonlyMap<Block, CaptionKind>): Block[] {
  if (captions.size === 0) return [...blocks];
  const out: (Block | undefined)[] = [...blocks];
  blocks.forEach((block, i) => {
    const kind = captions.get(block);
    if (!kind || block.kind !== 'paragraph') return;
    const beside = kind === 'table' ? [i + 1, i - 1] : [i - 1, i + 1];
    const other = kind === 'table' ? 'figure' : 'table';
    const place = [...beside.filter((at) => isBare(out[at], kind)), ...beside.filter((at) => isBare(out[at], other))][0];
    const target = place === undefined ? undefined : out[place];
    if (place === undefined || (target?.kind !== 'table' && target?.kind !== 'figure')) return;
    const span = { start: Math.min(target.span.start, block.span.start), end: Math.max(target.span.end, block.span.end) };
    out[place] = { ...target, span, caption: block.content };
    out[i] = undefined;
  });
  return out.filter((block) => block !== undefined);
}

function isBare(block: Block | undefined, kind: CaptionKind): boolean {
  return block?.kind === kind && block.caption.length === 0;
}
