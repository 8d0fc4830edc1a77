import type { PreviewElement, BlockList } from './blockList.ts';

/** An element of the page and the lines of the report that it was made of, from 1. */
interface Place {
  readonly element: Element;
  readonly first: number;
  /** The line behind its last. */
  readonly end: number;
}

/** Which line of the report stands where on the page. */
export class LineMap {
  private inPage: readonly Place[] | undefined;
  private inText: readonly Place[] = [];

  constructor(private readonly blocks: BlockList) {}

  /** To be called when the page has changed. */
  forget(): void {
    this.inPage = undefined;
  }

  /** How far down the window a line stands, in pixels; nothing for one above all that is printed. */
  topOf(line: number): number | undefined {
    this.read();
    const at = lastIndex(this.inText, ({ first }) => first <= line);
    const place = this.inText[at];
    if (!place) return undefined;
    const { top, bottom } = place.element.getBoundingClientRect();
    if (line < place.end) return top + ((line - place.first) / (place.end - place.first)) * (bottom - top);
    const next = this.inText[at + 1];
    const nextTop = next?.element.getBoundingClientRect().top ?? bottom;
    if (!next || nextTop <= bottom) return bottom;
    return bottom + ((line - place.end) / Math.max(1, next.first - place.end)) * (nextTop - bottom);
  }

  /** The line that stands so many pixels down the window. */
  lineAt(y: number): number | undefined {
    const places = this.read();
    const place = places[lastIndex(places, ({ element }) => element.getBoundingClientRect().top <= y)] ?? places[0];
    return place && lineWithin(place, y);
  }

  /** The line of an element that was clicked. */
  lineOf(element: Element, y: number): number | undefined {
    const placed = element.closest('[data-line]');
    const block = this.blocks.of(element);
    return placed && block ? lineWithin(placeOf(placed, block), y) : undefined;
  }

  private read(): readonly Place[] {
    if (!this.inPage) {
      this.inPage = this.blocks.all().flatMap(placesIn);
      // Inner blocks stand behind those that hold them, and know better.
      this.inText = [...this.inPage].sort((a, b) => a.first - b.first);
    }
    return this.inPage;
  }
}

function placesIn(block: PreviewElement): Place[] {
  const placed = block.elements.flatMap((element) => [element, ...element.querySelectorAll('[data-line]')]);
  return placed.filter((element) => element.hasAttribute('data-line')).map((element) => placeOf(element, block));
}

function placeOf(element: Element, { line }: PreviewElement): Place {
  const first = Number(element.getAttribute('data-line'));
  return { element, first: line + first, end: line + Number(element.getAttribute('data-end') ?? first) + 1 };
}

function lineWithin({ element, first, end }: Place, y: number): number {
  const { top, bottom } = element.getBoundingClientRect();
  const part = bottom > top ? (y - top) / (bottom - top) : 0;
  return first + Math.min(Math.max(part, 0), 0.999) * (end - first);
}

/** The place of the last for which the test holds, where it holds for all before that; -1 for none. */
function lastIndex(places: readonly Place[], test: (place: Place) => boolean): number {
  let low = -1;
  let high = places.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const place = places[middle];
    if (place && test(place)) low = middle;
    else high = middle - 1;
  }
  return low;
}
