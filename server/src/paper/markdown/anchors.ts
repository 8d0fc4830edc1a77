import type { Markdown } from './markdown.ts';

/** The name by which a link reaches a heading (`#costs`), as GitHub and VS Code make it of the heading's words. */
export function anchorOf(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
}

/**
 * The names by which links reach the headings of a text, in its order; the second heading of the same words is `words-1`.
 * One for each heading.
 */
export function readAnchors({ passages }: Markdown): string[] {
  const times = new Map<string, number>();
  return passages.flatMap(({ kind, text }) => {
    if (kind !== 'heading') return [];
    const name = anchorOf(text.text);
    const before = times.get(name) ?? 0;
    times.set(name, before + 1);
    return [before === 0 ? name : `${name}-${before}`];
  });
}
