const RUN = "document.documentElement.dataset.attacked='yes';alert(1)";

/** Strings that run, or fetch, wherever text is put into a page unescaped. */
export const ATTACKS: readonly string[] = [
  `<script>${RUN}</script>`,
  `"><script>${RUN}</script>`,
  `</style><script>${RUN}</script>`,
  `</title><script>${RUN}</script>`,
  `<img src=x onerror="${RUN}">`,
  `' onmouseover='${RUN}' x='`,
  `" onmouseover="${RUN}" x="`,
  `<svg/onload=${RUN}>`,
  `<iframe src="javascript:${RUN}"></iframe>`,
  `<iframe srcdoc="<script>${RUN}</script>"></iframe>`,
  `<style>@import url(http://attack.example/a.css);</style>`,
  `<link rel=stylesheet href=http://attack.example/b.css>`,
  `<img src=http://attack.example/c.png>`,
  `<base href=http://attack.example/>`,
  `<meta http-equiv=refresh content="0;url=http://attack.example/">`,
  `<object data=http://attack.example/d></object>`,
  `<form action=http://attack.example/><input autofocus onfocus=${RUN}>`,
  `<video src=http://attack.example/e onerror=${RUN}></video>`,
  `\\"); } body { background: url(http://attack.example/f) } @page { content: ("`,
  `{{constructor.constructor('${RUN}')()}}`,
];

/** Links that run something or lead to something else than a page, with the words that must still be read. */
export const LINKS: readonly { readonly words: string; readonly href: string }[] = [
  { words: 'script link', href: `javascript:${RUN.replaceAll("'", '%27')}` },
  { words: 'mixed case link', href: 'JaVaScRiPt:alert(1)' },
  { words: 'entity link', href: '&#106;avascript:alert(1)' },
  { words: 'data link', href: 'data:text/html,<script>alert(1)</script>' },
  { words: 'data picture link', href: 'data:image/png;base64,aGFsbG8=' },
  { words: 'vb link', href: 'vbscript:msgbox(1)' },
  { words: 'file link', href: 'file:///etc/passwd' },
  { words: 'protocol-relative link', href: '//attack.example/x' },
  { words: 'relative link', href: '../../secret.md' },
];

/** A picture that runs something where it is put into a page as it stands. */
export const SVG = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40" onload="${RUN}"><script>${RUN}</script><image href="http://attack.example/g.png"/></svg>`;

/** A report with the attacks in every field and all over its body. */
export function attackedReport(template: string): string {
  const quoted = (text: string): string => JSON.stringify(text);
  const all = ATTACKS.join(' ');
  const inCode = ATTACKS.map((attack) => `\`${attack}\``).join(' ');
  const person = `{ name: ${quoted(all)}, title: ${quoted(all)} }`;
  const front = [
    `template: ${template}`,
    ...['committee', 'date', 'title', 'purpose', 'status', 'exempt-reason', 'recommendations-lead-in'].map((key) => `${key}: ${quoted(all)}`),
    ...['executive-summary', 'reason-for-recommendations'].map((key) => `${key}: ${quoted(inCode)}`),
    `exempt-paragraphs: [${quoted(all)}]`,
    `also-considered-by: [{ committee: ${quoted(all)}, date: ${quoted(all)} }]`,
    `portfolio-holder: { name: ${quoted(all)}, portfolio: ${quoted(all)} }`,
    `local-councillors: [${quoted(all)}]`,
    `executive-director: ${person}`,
    `lead-officer: ${person}`,
    `signed-off: ${person}`,
    `impact-assessment: { equalities: ${quoted(all)}, budget: ${quoted(all)}, risk: { current: ${quoted(all)}, residual: high, summary: ${quoted(all)} } }`,
    `recommendations: [${ATTACKS.map(quoted).join(', ')}]`,
    `appendices: [{ label: ${quoted(all)}, title: ${quoted(all)}, file: "javascript:alert(1)" }]`,
    `background-papers: [{ title: ${quoted(all)}, url: "javascript:alert(1)" }, { title: ${quoted(all)}, url: "https://x.example/\\"onclick=alert(1) x=\\"" }]`,
    `officer-contact: { name: ${quoted(all)}, tel: ${quoted(all)}, email: ${quoted(`"onmouseover="alert(1)"@x.example`)}, organisation: ${quoted(all)} }`,
  ]; // prettier-ignore
  const links = LINKS.map(({ words, href }) => `[${words}](${href}) and [${words}](<${href}>) and ![${words}](${href})`);
  const body = [
    `## ${inCode}`,
    ...ATTACKS,
    ...links,
    inCode,
    `| ${inCode.replaceAll('|', '\\|')} | x |\n|---|---|\n| ${inCode} | ${links.join(' ')} |`,
    '![picture "><script>alert(1)</script>](attack.svg)\n\nFigure 1: <script>alert(1)</script>',
    '<http://attack.example/"onmouseover="alert(1)>',
    `Note[^1].\n\n[^1]: <script>${RUN}</script> ${inCode}`,
    `~~~html\n${ATTACKS.join('\n')}\n~~~`,
  ];
  return `---\n${front.join('\n')}\n---\n\n${body.join('\n\n')}\n`;
}
