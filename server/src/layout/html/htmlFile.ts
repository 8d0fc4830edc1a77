import type { Layout } from '../model.ts';
import { escapeHtml } from '../../text/escapeHtml.ts';
import { writeBody, type HtmlOptions } from './htmlWriter.ts';
import { styleSheet } from './styleSheet.ts';

/** Nothing is run, nothing is fetched: pictures are in the file itself. */
const POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** A layout as one HTML file that needs nothing else. */
export function writeHtml(layout: Layout, options: HtmlOptions = {}): string {
  const title = [layout.title, layout.committee].filter((part) => part !== '').join(' – ');
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>${escapeHtml(title)}</title>
<style>
${styleSheet(layout)}</style>
</head>
<body>
${writeBody(layout, options)}</body>
</html>
`;
}
