import type { Layout } from '../../layout/model.ts';
import { escapeHtml } from '../../text/escapeHtml.ts';
import { writeBody } from '../../layout/html/htmlWriter.ts';
import { styleSheet } from '../../layout/html/styleSheet.ts';
import type { Paper } from '../../paper/paper.ts';
import { pluralise } from '../../text/pluralise.ts';
import { htmlPage } from '../formatters/htmlPage.ts';
import { SEVERITY_WORDS, type Finding, type Severity } from '../../text/finding.ts';

export interface ListedReport {
  readonly name: string;
  readonly title: string;
  /** Why it cannot be read. */
  readonly problem?: string;
  readonly findings: readonly Finding[];
}

const STYLE = `
body { padding-top: 1rem; }
.clerk { max-width: 49rem; margin: 0 auto 1rem; font-size: 0.94rem; }
.clerk h1 { font-size: 1.3rem; margin: 0.5rem 0; }
.clerk table { font-size: 1rem; }
.clerk .error { color: var(--alarm); font-weight: 600; }
.clerk li { margin-bottom: 0.5rem; }
.clerk a { display: inline-block; min-height: 24px; }
.clerk summary { min-height: 24px; font-weight: 600; cursor: pointer; }
.found { outline: 3px solid var(--link); outline-offset: 4px; }
@media print { .clerk { display: none; } }
`;

/** Reloads the page where a file changes, and shows the block that a finding stands in. */
const SCRIPT = `
new EventSource('changes').onmessage = () => location.reload();
for (const link of document.querySelectorAll('a[data-to]')) link.onclick = (event) => {
  event.preventDefault();
  const line = Number(link.dataset.to);
  const above = [...document.querySelectorAll('[data-line]')].filter((block) => Number(block.dataset.line) <= line);
  const block = above.reduce((best, one) => Number(one.dataset.line) >= Number(best?.dataset.line ?? 0) ? one : best, undefined);
  document.querySelector('.found')?.classList.remove('found');
  block?.classList.add('found');
  block?.scrollIntoView({ block: 'center' });
};
`;

/** The page that lists the reports of a folder. */
export function listPage(folder: string, reports: readonly ListedReport[], nonce: string): string {
  const rows = reports.map(
    ({ name, title, problem, findings }) =>
      `<tr><th scope="row"><a href="report?file=${encodeURIComponent(name)}">${escapeHtml(title)}</a><br>${escapeHtml(name)}</th>` +
      `<td>${problem === undefined ? countFindings(findings) : escapeHtml(problem)}</td></tr>`,
  );
  const table = `<table><thead><tr><th scope="col">Report</th><th scope="col">Findings</th></tr></thead><tbody>${rows.join('\n')}</tbody></table>`;
  const main = reports.length === 0 ? '<p>There is no report in this folder.</p>' : table;
  const body = `<main class="clerk"><h1>Reports in ${escapeHtml(folder)}</h1>${main}</main>`;
  return page(`Reports in ${folder}`, styleSheet({ title: '', committee: '', colour: undefined, exempt: false }), body, nonce);
}

export interface ShownReport {
  readonly name: string;
  readonly report: Paper;
  readonly findings: readonly Finding[];
  readonly layout: Layout;
  readonly nonce: string;
}

/** The page of one report: what was found in it, and the report laid out. */
export function reportPage({ name, report, findings, layout, nonce }: ShownReport): string {
  const lineOf = (offset: number): number => report.lines.placeAt(offset).line;
  const items = findings.map(({ span, severity, message }) => {
    const line = lineOf(span.start);
    return `<li><a href="#" data-to="${line}">Line ${line}</a> <span class="${severity}">${SEVERITY_WORDS[severity]}</span>: ${escapeHtml(message)}</li>`;
  });
  const list = items.length === 0 ? '' : `<details><summary>Show them</summary><ul>${items.join('\n')}</ul></details>`;
  const nav = `<nav class="clerk" aria-label="Preview"><p><a href="../">All reports</a></p><p>${escapeHtml(name)}: ${countFindings(findings)}.</p>${list}</nav>`;
  return page(layout.title, styleSheet(layout), nav + writeBody(layout, { lineOf }), nonce);
}

/** A page with a sentence only. */
export function messagePage(message: string): string {
  return page('Preview', '', `<main><h1>Preview</h1><p>${escapeHtml(message)}</p></main>`, '');
}

function countFindings(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'nothing found';
  const of = (wanted: Severity): string => {
    const number = findings.filter(({ severity }) => severity === wanted).length;
    return number === 0 ? '' : `<span class="${wanted}">${pluralise(number, SEVERITY_WORDS[wanted])}</span>`;
  };
  return [of('error'), of('warning'), of('info')].filter((part) => part !== '').join(', ');
}

function page(title: string, style: string, body: string, nonce: string): string {
  const script = nonce === '' ? '' : `<script nonce="${nonce}">${SCRIPT}</script>\n`;
  return htmlPage(title, body, style + STYLE, script);
}
