import type { Layout } from '../model.ts';
import { readPalette } from '../palette.ts';
import { shortened } from '../cover/labels.ts';

const DARK_PAGE = '#16191b';
/** What is used for a council without a colour, or with one that cannot be read. */
const INK = '#1c2326';
const LINK = '#0b4f8a';
const LINK_ON_DARK = '#8fc1f0';

type Styled = Pick<Layout, 'title' | 'committee' | 'colour' | 'exempt'>;

/** The style sheet of a report, for the screen (light, dark, forced colours) and for print on A4. */
export function styleSheet(layout: Styled): string {
  const { textOnDark } = readPalette(layout.colour, DARK_PAGE);
  const head = layout.exempt ? 'Not for publication' : layout.committee;
  return `${lightColours(layout)}@media screen and (prefers-color-scheme: dark) {
:root { --band: ${textOnDark ?? '#c9cfd2'}; --brand: ${textOnDark ?? '#f2f4f5'}; --link: ${textOnDark ?? LINK_ON_DARK}; }
}
@page { @top-left { content: ${cssString(shortened(head))}; } @top-right { content: ${cssString(shortened(layout.title))}; } }
${BASE}
${NARROW}
${DARK}
@media print {
${PRINT}}
${PAGE}`;
}

/** The parts of a style sheet for a page that has colours of its own, and shows what is printed as well as what is on the screen. */
export interface PreviewSheets {
  readonly base: string;
  /** In addition, for the screen. */
  readonly screen: string;
  /** In addition, for the printed page. */
  readonly print: string;
}

export function previewSheets(layout: Styled): PreviewSheets {
  return { base: lightColours(layout) + BASE, screen: NARROW, print: PRINT };
}

function lightColours({ colour }: Styled): string {
  const { band, text } = readPalette(colour, DARK_PAGE);
  return `:root { --band: ${band ?? INK}; --brand: ${text ?? INK}; --link: ${text ?? LINK}; }\n`;
}

/** A text in quotation marks for CSS. All but letters, digits and blanks are escaped, so that nothing ends it or the element. */
function cssString(text: string): string {
  return `"${text.replace(/[^\p{L}\p{N} ]/gu, (character) => `\\${character.codePointAt(0)?.toString(16) ?? ''} `)}"`;
}

const NARROW = `@media (max-width: 46rem) {
  :root { --gutter: 2.9rem; }
  body { padding: 0; background: var(--paper); }
  .report { padding: 1.5rem 1.1rem 2.5rem; box-shadow: none; }
  h1 { font-size: 1.6rem; }
  .line { padding-left: 0; }
  .line > .label { min-width: 0; margin-left: 0; }
  .cover > tbody > tr > th { width: 8rem; }
}
`;

const DARK = `@media screen and (prefers-color-scheme: dark) {
  :root { --paper: #16191b; --desk: #0c0e0f; --ink: #e4e8ea; --soft: #b4bcc0; --line: #485055; --tint: #20262a; --alarm: #ffb4a8; }
  /* Pictures are made for white paper. */
  figure img, .masthead img { padding: 0.4rem; background: #ffffff; }
}
`;

const PRINT = `  :root { --gutter: 13mm; --step: 2.6mm; }
  html { font-size: 11pt; }
  body { padding: 0; background: none; line-height: 1.42; }
  .report { max-width: none; padding: 0; box-shadow: none; }
  a { color: inherit; text-decoration: none; }
  .plain a[href^="http"]::after { content: " (" attr(href) ")"; font-size: 0.85em; overflow-wrap: anywhere; }
  p, li { orphans: 3; widows: 3; }
  h1 { font-size: 20pt; }
  h2 { margin-top: 7mm; }
  thead { display: table-header-group; }
  tr, figure, .masthead, .notice { break-inside: avoid; }
  .cover tr { break-inside: auto; }
  .line { break-inside: avoid; }
  table { font-size: 9.8pt; }
  .wide { overflow: visible; }
  .wide table { font-size: 7.6pt; }
  .cover { font-size: 11pt; }
  figure img { max-height: 200mm; }
  .notes .back { display: none; }
`;

const BASE = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --desk: #e8ebec; --ink: #1c2326; --soft: #4c565b; --line: #c3cacd; --tint: #f2f5f5; --alarm: #8f1d14;
  --gutter: 3.4rem; --step: 0.75rem;
}
* { box-sizing: border-box; }
html { font-size: 106.25%; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; padding: 2rem 1rem; background: var(--desk); color: var(--ink);
  font-family: "Source Sans 3", "Source Sans Pro", "Segoe UI", "Noto Sans", "Open Sans", "Helvetica Neue", Arial, "Liberation Sans", sans-serif;
  line-height: 1.5; overflow-wrap: break-word;
}
.report {
  max-width: 49rem; margin: 0 auto; padding: 3.25rem 4rem 4rem; background: var(--paper);
  box-shadow: 0 1px 2px rgb(0 0 0 / 14%), 0 6px 24px rgb(0 0 0 / 9%);
  font-variant-numeric: lining-nums;
}
.report > :first-child { margin-top: 0; }
a { color: var(--link); text-decoration-thickness: from-font; text-underline-offset: 0.15em; }
a:focus-visible, .wide:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
p { margin: 0 0 var(--step); text-wrap: pretty; }
h1, h2, h3, h4, h5, h6 { line-height: 1.2; text-wrap: balance; break-after: avoid; break-inside: avoid; }
h1 { margin: 0.9rem 0 0.7rem; font-size: 2.05rem; font-weight: 700; letter-spacing: -0.011em; }
h2 { margin: 2.1rem 0 0.7rem; font-size: 1.26rem; font-weight: 700; color: var(--brand); }
h3 { margin: 1.5rem 0 0.5rem; font-size: 1.06rem; font-weight: 700; }
h4, h5, h6 { margin: 1.25rem 0 0.4rem; font-size: 1rem; font-weight: 700; color: var(--soft); }
.number { font-variant-numeric: lining-nums tabular-nums; }

/* Numbers hang in the margin of their text. */
.report h2:has(> .number), .report h3:has(> .number), .report .numbered { padding-left: var(--gutter); }
h2 > .number, h3 > .number, .numbered > .number {
  display: inline-block; min-width: var(--gutter); margin-left: calc(-1 * var(--gutter)); padding-right: 0.6rem;
}
.numbered > .number { color: var(--soft); }
.indented { margin-left: var(--gutter); }

.masthead {
  display: flex; align-items: center; justify-content: space-between; gap: 1.5rem;
  margin-bottom: 2.2rem; padding-bottom: 1.1rem; border-bottom: 3px solid var(--band);
}
.masthead img { display: block; width: auto; height: auto; max-width: 15rem; max-height: 4.2rem; }
.masthead p { margin: 0; font-size: 1.02rem; font-weight: 600; color: var(--brand); }
.masthead img + p { text-align: right; }
.notice { margin-bottom: 1.5rem; padding: 0.6rem 0.9rem; border: 2px solid var(--alarm); color: var(--alarm); font-weight: 700; }
.committee { margin-bottom: 0; font-size: 1.16rem; font-weight: 600; }
.date { margin-bottom: 0; font-size: 1.16rem; color: var(--soft); }
.also { margin: 0.25rem 0 0; color: var(--soft); }
.also .label { font-weight: 400; }
.purpose { margin-bottom: 1.9rem; font-size: 1.08rem; font-weight: 600; color: var(--brand); }
h1 + .line, h1 + .cover { margin-top: 1.6rem; }
.line { margin: 0 0 0.28rem; padding-left: 12.2rem; }
.line > .label { display: inline-block; min-width: 11.9rem; margin-left: -12.2rem; padding-right: 0.3rem; }
.line + :not(.line) { margin-top: 1rem; }
.report > .line + h2 { margin-top: 2.1rem; }
.statement { margin-bottom: 0.6rem; }
.missing { color: var(--soft); font-style: italic; }
.missing > .label { font-style: normal; color: var(--ink); }
.footnote { margin-top: 2.6rem; padding-top: 0.8rem; border-top: 1px solid var(--line); font-size: 0.88rem; color: var(--soft); }
.verbatim { white-space: pre-wrap; }

/* The labels of a board paper are headings without a number. */
.labelled-values h2:not(:has(> .number)) { margin: 1.35rem 0 0.2rem; font-size: 1.06rem; }

ul, ol { margin-top: 0; margin-bottom: var(--step); padding-left: 1.6rem; }
li { margin-bottom: 0.35rem; padding-left: 0.2rem; }
li > p { margin-bottom: 0.35rem; }
li > ul, li > ol { margin-top: 0.35rem; margin-bottom: 0.35rem; }
li::marker { color: var(--soft); font-variant-numeric: tabular-nums; }
.plain { padding-left: 0; list-style: none; }
.plain > li { padding-left: 0; }
blockquote { margin: 0 0 var(--step); padding: 0.1rem 0 0.1rem 1.1rem; border-left: 3px solid var(--line); color: var(--soft); }
blockquote.indented { margin-left: var(--gutter); }
blockquote > :last-child { margin-bottom: 0; }
pre { margin-top: 0; padding: 0.7rem 0.9rem; background: var(--tint); white-space: pre-wrap; }
code { font-family: ui-monospace, "Cascadia Mono", Consolas, "Liberation Mono", monospace; font-size: 0.9em; }
hr { margin: 1.6rem 0; border: 0; border-top: 1px solid var(--line); }
sup { line-height: 0; font-size: 0.72em; }
sup a { padding: 0 0.15em; }

table { width: 100%; margin: 1.2rem 0 1.5rem; border-collapse: collapse; font-size: 0.94rem; line-height: 1.38; }
table.indented { width: calc(100% - var(--gutter)); }
caption { padding-bottom: 0.5rem; text-align: left; font-weight: 600; font-size: 1rem; text-wrap: balance; break-after: avoid; }
th, td { padding: 0.42rem 0.7rem 0.42rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
th:last-child, td:last-child { padding-right: 0.2rem; }
thead th, thead td { vertical-align: bottom; border-bottom: 2px solid var(--band); }
tbody th { font-weight: 400; }
td { font-variant-numeric: lining-nums tabular-nums; }
.right { text-align: right; }
.center { text-align: center; }
table.total tbody tr:last-child > * { font-weight: 700; border-top: 1px solid var(--ink); border-bottom: 2px solid var(--band); }
.wide { margin: 1.2rem 0 1.5rem; overflow-x: auto; }
.wide table { width: 100%; margin: 0; font-size: 0.78rem; }
.wide th, .wide td { padding-right: 0.55rem; }

.cover { margin: 0 0 2.2rem; border: 1px solid var(--line); border-top: 3px solid var(--band); font-size: 1rem; line-height: 1.5; }
.cover > tbody > tr > th, .cover > tbody > tr > td { padding: 0.6rem 0.9rem; border: 1px solid var(--line); }
.cover > tbody > tr > th { width: 11.5rem; background: var(--tint); font-weight: 700; }
.cover td > :last-child, .cover li > :last-child { margin-bottom: 0; }
.cover .line { padding-left: 0; }
.cover .line > .label { display: inline; margin-left: 0; }

figure { margin: 1.2rem 0 1.5rem; }
figure.indented { margin-left: var(--gutter); }
img { max-width: 100%; height: auto; }
figure img { display: block; }
figcaption { margin-top: 0.5rem; font-weight: 600; }
.not-found { display: inline-block; padding: 0.3rem 0.6rem; border: 1px dashed var(--soft); color: var(--soft); }
.notes { margin-top: 2.6rem; padding-top: 0.8rem; border-top: 1px solid var(--line); font-size: 0.88rem; }
.notes li > p { display: inline; }
.notes .back { display: inline-block; min-width: 24px; min-height: 24px; margin-left: 0.4em; text-align: center; }

@media (forced-colors: active) {
  .report { box-shadow: none; }
  .masthead, thead th, thead td, .cover { border-color: CanvasText; }
}
`;

const PAGE = `@page {
  size: A4; margin: 24mm 22mm 22mm;
  @top-left { font: 8.5pt sans-serif; color: #4c565b; text-align: left; vertical-align: bottom; padding-bottom: 5mm; }
  @top-right { font: 8.5pt sans-serif; color: #4c565b; text-align: right; vertical-align: bottom; padding-bottom: 5mm; }
  @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 8.5pt sans-serif; color: #4c565b; }
}
@page :first { margin-top: 20mm; @top-left { content: ""; } @top-right { content: ""; } }
`;
