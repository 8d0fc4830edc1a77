import { Uri, type Webview } from 'vscode';

/** The empty page of a preview: it runs one script, and loads pictures of the workspace; nothing that a report brings runs. */
export function pageOf(webview: Webview, extension: Uri): string {
  const nonce = newNonce();
  const file = (name: string): string => webview.asWebviewUri(Uri.joinPath(extension, 'dist', name)).toString();
  const policy = [
    "default-src 'none'",
    `img-src ${webview.cspSource}`,
    `style-src ${webview.cspSource} 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>Report preview</title>
<style nonce="${nonce}" id="base"></style>
<style nonce="${nonce}" id="screen"></style>
<style nonce="${nonce}" id="print" media="not all"></style>
<link rel="stylesheet" href="${file('previewStyle.css')}">
</head>
<body>
<header class="bar" hidden></header>
<main class="report" hidden></main>
<script nonce="${nonce}" src="${file('preview.js')}"></script>
</body>
</html>
`;
}

function newNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
