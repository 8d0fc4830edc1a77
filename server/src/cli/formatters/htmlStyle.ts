/** The look of the clerk's page: plain, printable, readable in dark and forced colours, with filters that need no script. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1b1b1b; --soft: #4a4a4a; --paper: #fff; --rule: #bdbdbd; --link: #0b4a8f;
  --error: #a3121f; --warning: #7a4a00; --info: #1d5c86; --good: #17653a; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #ececec; --soft: #bcbcbc; --paper: #17181a; --rule: #55585c; --link: #8fc1ff; --error: #ff9a9a; --warning: #ffc46b;
    --info: #8ecbf2; --good: #85d6a3; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 72rem; padding: 2rem 1.25rem 4rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 "Segoe UI", system-ui, "Helvetica Neue", Arial, sans-serif; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .5rem; }
h2 { font-size: 1.35rem; line-height: 1.3; margin: 2.5rem 0 .75rem; padding-top: .75rem; border-top: 3px solid var(--ink); }
h3 { font-size: 1.1rem; margin: 1.5rem 0 .15rem; }
p { margin: 0 0 .6rem; max-width: 46rem; }
header p, article > p { color: var(--soft); }
a { color: var(--link); text-underline-offset: .15em; }
a:focus-visible, input:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; margin: 0 0 1rem; }
caption { text-align: left; font-weight: 600; padding: .4rem 0; }
th, td { text-align: left; vertical-align: top; padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--rule); }
h1, h2, h3, p, li, td { overflow-wrap: anywhere; }
.wide { overflow-x: auto; }
.wide td, .wide th { overflow-wrap: normal; }
thead th { font-size: .875rem; color: var(--soft); }
tbody th { font-weight: 400; }
.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; width: 1%; padding-right: 1.25rem; }
.kind, .rule { white-space: nowrap; width: 1%; }
.rule { font-size: .875rem; padding-top: .5rem; }
.error .kind { color: var(--error); font-weight: 700; }
.warning .kind { color: var(--warning); font-weight: 600; }
.info .kind { color: var(--info); }
.state { font-weight: 700; white-space: nowrap; }
.late .state { color: var(--error); }
.needs-work .state { color: var(--warning); }
.ready .state { color: var(--good); }
small { display: block; color: var(--soft); font-size: .875rem; }
li { margin: 0 0 .4rem; }
.filters { border: 1px solid var(--rule); border-radius: 4px; margin: 1.5rem 0; padding: .5rem 1rem .75rem; }
.filters label { display: inline-block; margin-right: 1.5rem; min-height: 1.5rem; }
.problems { border-left: 4px solid var(--error); padding-left: 1rem; }
.problems h2 { border: 0; padding: 0; margin-top: 1.5rem; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
body:has(#show-error:not(:checked)) tr.error, body:has(#show-warning:not(:checked)) tr.warning,
body:has(#show-info:not(:checked)) tr.info, body:has(#show-fit:not(:checked)) article.fit { display: none; }
@media (max-width: 40rem) { body { padding: 1rem .75rem; } th, td { padding-right: .4rem; } .number { padding-right: .6rem; }
  .rule, .kind, .state { white-space: normal; } .kind { overflow-wrap: normal; } .rule { width: 22%; } .wide table { min-width: 34rem; } }
@media print { body { max-width: none; padding: 0; font-size: 10pt; } .filters { display: none; } tr, h2, h3 { break-inside: avoid; }
  h2, h3 { break-after: avoid; } thead { display: table-header-group; } }
`;
