import { Uri, type Webview } from 'vscode';

/** The page of a checklist, still empty: it runs one script, and shows as text whatever the report brings. */
export function pageOf(webview: Webview, extension: Uri): string {
  const nonce = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const file = (name: string): string => webview.asWebviewUri(Uri.joinPath(extension, 'dist', name)).toString();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>Checklist</title>
<link rel="stylesheet" href="${file('checklistStyle.css')}">
</head>
<body>
<main>
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
</main>
<script nonce="${nonce}" src="${file('checklist.js')}"></script>
</body>
</html>
`;
}
