/** A text in Markdown as it stands: nothing in it is a mark. */
export function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>#|]/g, '\\$&');
}
