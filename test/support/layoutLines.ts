import { textOf, type Block, type Inline, type Layout } from '../../server/src/layout/model.ts';

/** All that a layout says, block for block, as a reader of either form of it reads it. */
export function linesOf({ blocks, notes }: Pick<Layout, 'blocks' | 'notes'>): string[] {
  return [...blocks, ...notes.flatMap((note) => note.blocks)].flatMap(lines);
}

function lines(block: Block): string[] {
  const text = (content: readonly Inline[]): string[] => {
    const words = textOf(content).replace(/\s+/g, ' ').trim();
    return words === '' ? [] : [words];
  };
  switch (block.kind) {
    case 'masthead':
      return [block.name];
    case 'heading':
    case 'paragraph': {
      const label = block.kind === 'paragraph' && block.label !== undefined ? `${block.label}:` : '';
      return [[block.number ?? '', label, ...text(block.content)].filter((part) => part !== '').join(' ')];
    }
    case 'list':
      return block.items.flatMap((item) => item.flatMap(lines));
    case 'table':
      return [
        ...text(block.caption),
        ...[block.head, ...block.rows].flatMap((row) => row.flatMap(({ content }) => text(content))),
      ];
    case 'figure':
      return [...block.images.flatMap((image) => text([{ kind: 'image', image }])), ...text(block.caption)];
    case 'quote':
      return block.blocks.flatMap(lines);
    case 'code':
      return [block.text];
    case 'cover':
      return block.rows.flatMap(({ label, cells }) => [label, ...cells.flatMap((cell) => cell.flatMap(lines))]);
    case 'rule':
      return [];
  }
}
