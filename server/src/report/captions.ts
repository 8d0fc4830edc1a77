import type { Span } from '../text/span.ts';
import type { Markdown } from './markdown.ts';

export type CaptionKind = 'figure' | 'table';

/** The line that names a figure or a table: `Table 2: Visits by branch`. */
export interface Caption {
  readonly kind: CaptionKind;
  readonly number: number;
  /** The number alone. */
  readonly span: Span;
}

/** A paragraph that begins so is a caption if a name follows; "Table 1 shows …" is prose. */
const CAPTION = /^(figure|fig|table)\b\.?\s*(\d{1,3})(?:\s*[:.)-]|\s*$|\s+(?=[A-Z]))/i;

/** The captions of a text in order, those in images' descriptions among them. */
export function readCaptions(body: Markdown): Caption[] {
  const captions: Caption[] = [];
  for (const { kind, text } of body.passages) {
    const found = kind === 'cell' ? undefined : match(text.text);
    if (found) captions.push({ ...found, span: text.spanOf(found.at, found.at + found.length) });
  }
  for (const image of body.images) {
    const found = match(image.alt);
    const known = found && captions.some((caption) => caption.kind === found.kind && caption.number === found.number);
    if (found && !known) captions.push({ ...found, span: image.span });
  }
  return captions.sort((a, b) => a.span.start - b.span.start);
}

function match(text: string): { kind: CaptionKind; number: number; at: number; length: number } | undefined {
  const found = CAPTION.exec(text);
  const number = found?.[2];
  if (!found || !number) return undefined;
  const kind = found[1]?.toLowerCase() === 'table' ? 'table' : 'figure';
  return { kind, number: Number(number), at: found[0].indexOf(number), length: number.length };
}
