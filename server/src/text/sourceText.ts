import { lastIndexWhere } from './search.ts';
import type { Span } from './span.ts';

/** A run of a read text and the stretch of the source that it was read from. */
export interface Piece {
  /** Offset in the read text. */
  readonly at: number;
  /** Length in the read text. */
  readonly length: number;
  readonly source: Span;
}

/**
 * A text that was read out of a source (a YAML scalar without its quotes and indentation, a paragraph without its
 * Markdown marks) with the map back. Where a piece is as long as its source, each character stands for one of the source (the
 * same one, or a blank for a line end); elsewhere (an escape, a folded paragraph) the piece stands for its source as a whole. Pieces are in order and leave no gap
 * in the text.
 */
export class SourceText {
  private constructor(
    readonly text: string,
    private known: readonly Piece[] | (() => readonly Piece[]),
    private begin: number | (() => number),
  ) {}

  /** @param pieces the pieces, or how to find them when they are first wanted: most texts are read and never located */
  static of(text: string, pieces: readonly Piece[] | (() => readonly Piece[]), start: number): SourceText {
    return new SourceText(text, pieces, start);
  }

  /** Where in the source an empty text stands. */
  private get start(): number {
    if (typeof this.begin === 'function') this.begin = this.begin();
    return this.begin;
  }

  get pieces(): readonly Piece[] {
    if (typeof this.known === 'function') this.known = this.known();
    return this.known;
  }

  /** A stretch of the source as it stands. */
  static verbatim(source: string, span: Span): SourceText {
    const text = source.slice(span.start, span.end);
    return new SourceText(text, text === '' ? [] : [{ at: 0, length: text.length, source: span }], span.start);
  }

  /** The stretch of the source that `from` up to `to` (offsets in the read text) was read from. */
  spanOf(from: number, to: number): Span {
    const start = this.sourceOf(from);
    if (to <= from) return { start, end: start };
    const last = this.pieceAt(to - 1);
    if (!last) return { start, end: start };
    return { start, end: isVerbatim(last) ? last.source.start + (to - last.at) : last.source.end };
  }

  /** The whole text's stretch of the source. */
  get span(): Span {
    return this.spanOf(0, this.text.length);
  }

  /** The source offset of an offset in the read text. */
  sourceOf(offset: number): number {
    const piece = this.pieceAt(offset);
    if (!piece) return this.pieces.at(-1)?.source.end ?? this.start;
    return isVerbatim(piece) ? piece.source.start + (offset - piece.at) : piece.source.start;
  }

  /** The offset in the read text of a source offset; of one that was not read, the next that was. */
  offsetOf(source: number): number {
    const { pieces } = this;
    const piece = pieces[lastIndexWhere(pieces.length, (i) => (pieces[i]?.source.end ?? 0) <= source) + 1];
    if (!piece) return this.text.length;
    return source > piece.source.start && isVerbatim(piece) ? piece.at + (source - piece.source.start) : piece.at;
  }

  /** This text (read from what `outer` read) as read from the source of `outer`. */
  within(outer: SourceText): SourceText {
    return new SourceText(
      this.text,
      () => this.piecesWithin(outer),
      () => outer.sourceOf(this.start),
    );
  }

  private piecesWithin(outer: SourceText): Piece[] {
    const [only, second] = outer.pieces;
    if (only && !second && isVerbatim(only)) {
      const shift = only.source.start - only.at;
      return this.pieces.map(({ at, length, source }) => ({
        at,
        length,
        source: { start: source.start + shift, end: source.end + shift },
      }));
    }
    return this.pieces.flatMap((piece) => {
      if (!isVerbatim(piece)) return [{ ...piece, source: outer.spanOf(piece.source.start, piece.source.end) }];
      const shift = piece.at - piece.source.start;
      return outer.parts(piece.source.start, piece.source.end).map((part) => ({ ...part, at: part.at + shift }));
    });
  }

  /** The pieces that `from` up to `to` is made of, cut to it. */
  parts(from: number, to: number): Piece[] {
    const parts: Piece[] = [];
    for (let at = from; at < to;) {
      const piece = this.pieceAt(at);
      if (!piece) break;
      const end = Math.min(to, piece.at + piece.length);
      parts.push({ at, length: end - at, source: this.spanOf(at, end) });
      at = end;
    }
    return parts;
  }

  /** The piece that holds the offset; nothing at or after the end of the text. */
  private pieceAt(offset: number): Piece | undefined {
    let low = 0;
    let high = this.pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.pieces[middle]?.at ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const piece = this.pieces[low];
    return piece && offset >= piece.at && offset < piece.at + piece.length ? piece : undefined;
  }
}

/** True for a piece that stands in the source character by character. */
function isVerbatim(piece: Piece): boolean {
  return piece.length === piece.source.end - piece.source.start;
}

/** Collects the pieces of a {@link SourceText} from left to right. */
export class SourceTextBuilder {
  private text = '';
  private readonly pieces: Piece[] = [];

  /** @param start where in the source the text begins, should it stay empty */
  constructor(private readonly start: number) {}

  /** Adds characters that stand in the source as they are, at `source`. */
  add(text: string, source: number): void {
    if (text === '') return;
    const last = this.pieces.at(-1);
    const end = source + text.length;
    if (last?.source.end === source && isVerbatim(last)) {
      this.pieces[this.pieces.length - 1] = {
        at: last.at,
        length: last.length + text.length,
        source: { start: last.source.start, end },
      };
    } else {
      this.pieces.push({ at: this.text.length, length: text.length, source: { start: source, end } });
    }
    this.text += text;
  }

  /** Adds characters that stand for the source stretch as a whole. */
  addFor(text: string, source: Span): void {
    if (text === '') return;
    if (text.length === source.end - source.start) {
      // Of equal length but not the same: halves of it would be taken for the source's own, which is true for one character only.
      for (let i = 0; i < text.length; i++) this.add(text[i] ?? '', source.start + i);
      return;
    }
    this.pieces.push({ at: this.text.length, length: text.length, source });
    this.text += text;
  }

  build(): SourceText {
    return SourceText.of(this.text, this.pieces, this.start);
  }
}
