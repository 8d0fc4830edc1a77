import { STYLE } from './htmlStyle.ts';
import type { RunTotals } from '../lint/runTotals.ts';
import { escapeXml } from './xml.ts';

/**
 * A whole page.
 * @param style by default the look of the clerk's pages
 * @param script the element with its script; by default it has none
 */
export function htmlPage(title: string, body: string, style = STYLE, script = ''): string {
  return `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(title)}</title>
<style>${style}</style>
</head>
<body>
${body}
${script}</body>
</html>
`;
}

/** A link to a file beside the page. */
export function linkTo(file: string): string {
  return `<a href="${escapeXml(addressOf(file))}">${escapeXml(file)}</a>`;
}

/** What could not be checked, and why; nothing where all was. */
export function problemsOf({ problems }: RunTotals): string {
  if (problems.length === 0) return '';
  const items = problems.map(({ file, message }) => `<li><strong>${escapeXml(file)}</strong>: ${escapeXml(message)}</li>`);
  return `<section class="problems" aria-labelledby="problems">
<h2 id="problems">Not everything could be checked</h2>
<ul>
${items.join('\n')}
</ul>
</section>
`;
}

/** The relative address of a file; a colon in its name begins no scheme, such as `javascript:`. */
function addressOf(file: string): string {
  const name = file.replace(/\p{Surrogate}/gu, '\ufffd');
  return encodeURI(name).replace(/[#?:]/g, (mark) => encodeURIComponent(mark));
}
