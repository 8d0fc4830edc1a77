import { Uri, type Webview } from 'vscode';

/** What a page of ours is made of. */
export interface WebviewPage {
  readonly title: string;
  /** The one script and the style sheet of `dist` that it loads. */
  readonly script: string;
  readonly style: string;
  /** What its Content-Security-Policy allows beside those. */
  readonly policy?: (nonce: string) => readonly string[];
  readonly head?: (nonce: string) => string;
  readonly body: string;
}

/** The HTML of a webview, before its script fills it: it runs one script, and nothing that a report brings. */
export function pageOf(webview: Webview, extension: Uri, { title, script, style, policy, head, body }: WebviewPage): string {
  const nonce = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const file = (name: string): string => webview.asWebviewUri(Uri.joinPath(extension, 'dist', name)).toString();
  const allowed = [
    "default-src 'none'",
    ...(policy?.(nonce) ?? [`style-src ${webview.cspSource}`]),
    `script-src 'nonce-${nonce}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${allowed}">
<title>${title}</title>
${head?.(nonce) ?? ''}<link rel="stylesheet" href="${file(style)}">
</head>
<body>
${body}
<script nonce="${nonce}" src="${file(script)}"></script>
</body>
</html>
`;
}
