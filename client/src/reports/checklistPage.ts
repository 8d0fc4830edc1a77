import type { Uri, Webview } from 'vscode';
import { pageOf } from '../extension/webviewPage.ts';

/** The page of a checklist, still empty; it shows as text whatever the report brings. */
export function checklistPage(webview: Webview, extension: Uri): string {
  return pageOf(webview, extension, {
    title: 'Checklist',
    script: 'checklist.js',
    style: 'checklistStyle.css',
    body: `<main>
<header>
<h1 id="title"></h1>
<p id="about"></p>
<p id="deadline"></p>
<div id="progress"><div id="bar"></div></div>
<p id="status" role="status"></p>
</header>
<section id="error" aria-labelledby="error-title" hidden><h2 id="error-title">Must be put right</h2><ul></ul></section>
<section id="warning" aria-labelledby="warning-title" hidden><h2 id="warning-title">Should be looked at</h2><ul></ul></section>
<section id="info" aria-labelledby="info-title" hidden><h2 id="info-title">Notes</h2><ul></ul></section>
</main>`,
  });
}
