import { withoutControlCharacters } from './controlCharacters.ts';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A text as it stands in HTML, between tags or in a quoted attribute. */
export function escapeHtml(text: string): string {
  const plain = withoutControlCharacters(text);
  return /[&<>"']/.test(plain) ? plain.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character) : plain;
}
