import type { Path } from '../../text/path.ts';
import type { Span } from '../../text/span.ts';

/** A key of a mapping, and its value where that stands on the same line. */
export interface Member {
  readonly key: string;
  readonly keySpan: Span;
  /** Empty, behind the colon, where the value is blank or stands on the next lines. */
  readonly value: Span;
  /** The value goes on below. */
  readonly more: boolean;
}

/** Where an offset stands in YAML. */
export interface YamlCursor {
  /**
   * `key`: on a key that has its colon. `value`: behind one, or in a list. `bare`: where a key or a value may begin;
   * `path` is that of what the text is, or of the mapping that it would be a key of.
   */
  readonly kind: 'key' | 'value' | 'bare';
  /** Of the value; for a key that of the mapping that holds it. */
  readonly path: Path;
  /** The text that the cursor is in, without blanks and comments. */
  readonly typed: Span;
  /** In block style, the column of the line's key, or that at which bare text is to stand. */
  readonly column: number;
  readonly flow: boolean;
  /** The keys of the mapping that the place is in, the cursor's own left out. */
  readonly members: readonly Member[];
  /** The other items of the list that the place is in, or of the one that stands at its column. */
  readonly items: readonly string[];
  /** Something that is indented deeper stands on the next lines. */
  readonly below: boolean;
}
