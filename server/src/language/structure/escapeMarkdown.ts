/** A text in Markdown as it stands: nothing in it is a mark. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#|]/g, '\\$&');
}
