import type { LineIndex, Position } from '../../text/lines.ts';

/** Where an offset stands as an editor shows it, which does not count a byte-order mark. */
export function positionOf(text: string, lines: LineIndex, offset: number): Position {
  const place = lines.placeAt(offset);
  const isAfterMark = place.line === 1 && place.column > 1 && text.charCodeAt(0) === 0xfeff;
  return isAfterMark ? { line: 1, column: place.column - 1 } : place;
}
