import type { Uri, Webview } from 'vscode';
import { pageOf } from '../extension/webviewPage.ts';

/** The empty page of a preview, which loads pictures of the workspace. */
export function previewPage(webview: Webview, extension: Uri): string {
  return pageOf(webview, extension, {
    title: 'Report preview',
    script: 'preview.js',
    style: 'previewStyle.css',
    policy: (nonce) => [`img-src ${webview.cspSource}`, `style-src ${webview.cspSource} 'nonce-${nonce}'`],
    head: (nonce) => `<style nonce="${nonce}" id="base"></style>
<style nonce="${nonce}" id="screen"></style>
<style nonce="${nonce}" id="print" media="not all"></style>
`,
    body: `<header class="bar" hidden></header>
<main class="report" hidden></main>`,
  });
}
