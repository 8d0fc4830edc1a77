import type { PreviewContent } from '../../server/src/lsp/protocol/protocol.ts';

/** The severities of the protocol, from 1, and what they are called. */
const WORDS: readonly string[] = ['', 'error', 'warning', 'note'];
const CLASSES: readonly string[] = ['', 'error', 'warning', 'info'];
/** What the bar tells of. */
export type ToolbarState = Pick<PreviewContent, 'stage' | 'findings' | 'deadline'>;

/** As many are listed; the list of problems has them all. */
const MOST = 200;

/** What stands above the report: how far it is, what was found in it, and when it must be published. */
export function barOf({ stage, findings, deadline }: ToolbarState, isPaper: boolean): string {
  const day = deadline
    ? `<p class="deadline">Publish by <strong>${escapeHtml(deadline.day)}</strong>: ${escapeHtml(deadline.left)}</p>`
    : '';
  const name = `<span class="hidden">Stage: </span>${stage === 'draft' ? 'Draft' : 'Publish'}`;
  const paper = `<button type="button" class="toggle" aria-pressed="${isPaper}" title="Show the page as it is printed">Paper</button>`;
  return `<p class="stage">${name}</p>${problems(findings)}${day}${paper}`;
}

/** For a page without a report. */
export function showMessage(text: string): string {
  return `<p>${escapeHtml(text)}</p>`;
}

function problems(findings: PreviewContent['findings']): string {
  if (findings.length === 0) return '<p class="problems">No problems found</p>';
  const counts = [1, 2, 3].flatMap((severity) => {
    const number = findings.filter((one) => one.severity === severity).length;
    const word = `${number} ${WORDS[severity] ?? ''}${number === 1 ? '' : 's'}`;
    return number === 0 ? [] : [`<span class="count ${CLASSES[severity] ?? ''}">${word}</span>`];
  });
  const items = findings.slice(0, MOST).map(({ severity, message, range }, place) => {
    const word = `<span class="count ${CLASSES[severity] ?? ''}">${WORDS[severity] ?? ''}</span>`;
    return `<li><button type="button" data-finding="${place}">${word} ${escapeHtml(message)} <span class="place">line ${range.start.line + 1}</span></button></li>`;
  });
  const more = findings.length > MOST ? `<li>${findings.length - MOST} more stand in the list of problems.</li>` : '';
  return `<details class="problems"><summary>${counts.join(' ')}</summary><ol>${items.join('')}${more}</ol></details>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
