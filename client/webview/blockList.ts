import { shifted, type PreviewChange } from '../../server/src/lsp/protocol/protocol.ts';
import { patch } from './patchElement.ts';

/** A block of the page. The lines and places of findings in its elements count from its own. */
export interface PreviewElement {
  readonly elements: readonly Element[];
  line: number;
  place: number;
}

/** The blocks of a report on the page. */
export class BlockList {
  private blocks: PreviewElement[] = [];
  private readonly homes = new WeakMap<Element, PreviewElement>();

  constructor(private readonly page: Element) {}

  all(): readonly PreviewElement[] {
    return this.blocks;
  }

  /** Changes what has changed, and touches nothing else: nothing flickers and nothing loses its place. */
  take({ since, kind, blocks: { start, removed, added }, lines, places }: PreviewChange): void {
    const end = since === undefined ? this.blocks.length : start + removed;
    const out = this.blocks.slice(start, end).flatMap(({ elements }) => elements);
    const next = this.blocks[end]?.elements[0] ?? null;
    for (const block of this.blocks) {
      block.line = shifted(block.line, lines);
      block.place = shifted(block.place, places);
    }
    let at = 0;
    const blocks = added.map(({ html, line, place }): PreviewElement => {
      const elements = read(html).map((element) => {
        const old = out[at++];
        return old ? patch(old, element) : this.page.insertBefore(element, next);
      });
      const block = { elements, line, place };
      for (const element of elements) this.homes.set(element, block);
      return block;
    });
    for (const element of out.slice(at)) element.remove();
    this.blocks = [...this.blocks.slice(0, start), ...blocks, ...this.blocks.slice(end)];
    if (this.page.className !== kind) this.page.className = kind;
  }

  /** The block that an element stands in. */
  of(element: Element): PreviewElement | undefined {
    for (let one: Element | null = element; one; one = one.parentElement) {
      const block = this.homes.get(one);
      if (block) return block;
    }
    return undefined;
  }
}

function read(html: string): Element[] {
  const template = document.createElement('template');
  template.innerHTML = html;
  return [...template.content.children];
}
