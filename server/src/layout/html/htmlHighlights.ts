import { SEVERITY_WORDS } from '../../text/finding.ts';
import type { Text } from '../model.ts';
import { escapeHtml } from '../../text/escapeHtml.ts';
import { highlightText, type Highlight } from '../findingHighlights.ts';

/** Words with what was found in them marked: the message is a tip for the mouse, all others read it on the flag. */
export function writeWords(words: Text, marks: readonly Highlight[]): string {
  if (marks.length === 0) return escapeHtml(words.text);
  return highlightText(words, marks)
    .map(({ text, mark }) => (mark ? `<mark${attributes(mark)}>${escapeHtml(text)}</mark>` : escapeHtml(text)))
    .join('');
}

function attributes({ place, finding: { tags, severity, message } }: Highlight): string {
  const names = tags?.includes('unfinished') ? `${severity} unfinished` : severity;
  return ` class="${names}" data-finding="${place}" title="${escapeHtml(message)}"`;
}

/**
 * A button for each finding at a block, which says the message; `data-finding` is its place among the findings. What a click
 * does is for the page to say.
 */
export function writeFlags(marks: readonly Highlight[], tag: 'span' | 'div' = 'span'): string {
  if (marks.length === 0) return '';
  const flags = marks.map(({ place, finding: { severity, message } }) => {
    const word = SEVERITY_WORDS[severity];
    const said = `${word.charAt(0).toUpperCase()}${word.slice(1)}: ${message}`;
    return `<button type="button" class="flag ${severity}" data-finding="${place}"><span class="said">${escapeHtml(said)}</span></button>`;
  });
  return `<${tag} class="flags">${flags.join('')}</${tag}>`;
}
