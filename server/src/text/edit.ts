import type { Span } from './span.ts';
import { SortedSpans } from './sortedSpans.ts';

/** One replacement in a text: what stands at `span` becomes `text`. An empty span inserts. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** True when two edits cannot both be made: they share text, or insert at the same place. */
export function editsConflict(a: Edit, b: Edit): boolean {
  if (a.span.start === b.span.start) return true;
  const [first, second] = a.span.start < b.span.start ? [a, b] : [b, a];
  return first.span.end > second.span.start;
}

/** Edits that can all be made. */
export class NonConflictingEdits {
  /** In the order in which they came. */
  readonly all: Edit[] = [];
  private readonly spans = new SortedSpans();

  /** True when an edit {@link editsConflict}s with none of them. */
  accepts({ span }: Edit): boolean {
    const [before, next] = [this.spans.before(span.start), this.spans.from(span.start)];
    return !(before && before.end > span.start) && !(next && (next.start === span.start || next.start < span.end));
  }

  add(edits: readonly Edit[]): void {
    this.all.push(...edits);
    for (const { span } of edits) this.spans.add(span);
  }
}

/**
 * The text with all edits made. Offsets are those of the text as given.
 * @throws RangeError when two edits overlap.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const pieces: string[] = [];
  let from = 0;
  for (const { span, text: replacement } of ordered) {
    if (span.start < from) throw new RangeError(`two edits overlap at offset ${span.start}`);
    pieces.push(text.slice(from, span.start), replacement);
    from = span.end;
  }
  pieces.push(text.slice(from));
  return pieces.join('');
}
