import { ruleAddress } from '../rules/documentation.ts';
import type { Stage } from '../rules/context.ts';
import { notices, rules } from '../rules/index.ts';
import type { Severity } from '../text/finding.ts';
import type { Format } from './format.ts';
import { STYLE } from './htmlStyle.ts';
import type { FileResult, ShownFinding, Wants } from './result.ts';
import { count, countsOf } from './summary.ts';
import type { Tally } from './tally.ts';
import { escapeXml as escape } from './xml.ts';

const WORDS: Readonly<Record<Severity, string>> = { error: 'Error', warning: 'Warning', info: 'Note' };
const KNOWN = new Set([...rules, ...notices].map(({ id }) => id));

interface Meeting {
  readonly date: string;
  readonly committee: string;
  readonly reports: FileResult[];
}

/** One page for a clerk: the reports of each meeting, in the order of their dates, and what is left to do in each. */
export class HtmlFormat implements Format {
  readonly wants: Wants = {};
  private readonly meetings = new Map<string, Meeting>();

  constructor(private readonly asked: { readonly stage: Stage; readonly today: string }) {}

  start(): string {
    return '';
  }

  file(result: FileResult): string {
    const { date = '', committee = '' } = result.about ?? {};
    const day = /^\d{4}-\d\d-\d\d$/.test(date) ? date : '';
    const key = `${day} ${committee.toLowerCase()}`;
    const meeting = this.meetings.get(key);
    if (meeting) meeting.reports.push(result);
    else this.meetings.set(key, { date: day, committee, reports: [result] });
    return '';
  }

  end(tally: Tally): string {
    const meetings = [...this.meetings].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, meeting]) => meeting);
    const { stage, today } = this.asked;
    const draft = stage === 'draft' ? ' What is still missing counts as a note (stage: draft).' : '';
    return `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Committee reports: what is left to do</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>Committee reports: what is left to do</h1>
<p>Checked on ${escape(longDate(today))}. ${escape(countsOf(tally))}${draft}</p>
</header>
${problemsOf(tally)}<main>
${meetings.length > 0 ? `${FILTERS}\n${contentsOf(meetings)}` : ''}
${meetings.map(sectionOf).join('\n')}
</main>
</body>
</html>
`;
  }
}

/** Boxes that hide and show by style alone, so that the page needs no script. */
const FILTERS = `<fieldset class="filters">
<legend>Show</legend>
<label><input type="checkbox" id="show-error" checked> errors</label>
<label><input type="checkbox" id="show-warning" checked> warnings</label>
<label><input type="checkbox" id="show-info" checked> notes</label>
<label><input type="checkbox" id="show-fit" checked> reports without errors</label>
</fieldset>`;

function contentsOf(meetings: readonly Meeting[]): string {
  const rows = meetings.map((meeting, i) => {
    const found = meeting.reports.flatMap(({ findings }) => findings);
    const cells = [meeting.reports.length, numberOf(found, 'error'), numberOf(found, 'warning'), numberOf(found, 'info')];
    const numbers = cells.map((cell) => `<td class="number">${cell}</td>`).join('');
    return `<tr><th scope="row"><a href="#meeting-${i + 1}">${nameOf(meeting)}</a></th>${numbers}</tr>`;
  });
  const heads = ['Reports', 'Errors', 'Warnings', 'Notes'].map((head) => `<th scope="col" class="number">${head}</th>`).join('');
  return `<table class="meetings">
<caption>Meetings</caption>
<thead><tr><th scope="col">Meeting</th>${heads}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`;
}

function sectionOf(meeting: Meeting, i: number): string {
  return `<section aria-labelledby="meeting-${i + 1}">
<h2 id="meeting-${i + 1}">${nameOf(meeting)}</h2>
${meeting.reports.map(reportOf).join('\n')}
</section>`;
}

function reportOf({ file, findings, about }: FileResult): string {
  const title = about?.title ? escape(about.title) : escape(file);
  const isFit = numberOf(findings, 'error') === 0;
  const link = `<a href="${escape(encodeURI(file))}">${escape(file)}</a>`;
  const table =
    findings.length === 0
      ? ''
      : `\n<table>
<caption class="hidden">What is left to do in ${title}</caption>
<thead><tr><th scope="col">Line</th><th scope="col">Kind</th><th scope="col">What to do</th><th scope="col">Rule</th></tr></thead>
<tbody>
${findings.map(rowOf).join('\n')}
</tbody>
</table>`;
  return `<article class="${isFit ? 'fit' : 'unfit'}">
<h3>${title}</h3>
<p>${link}: ${summaryOf(findings)}</p>${table}
</article>`;
}

function rowOf({ line, severity, message, rule }: ShownFinding): string {
  const name = escape(rule);
  const shown = KNOWN.has(rule) ? `<a href="${ruleAddress(name)}">${name}</a>` : name;
  return `<tr class="${severity}"><td class="number">${line}</td><td class="kind">${WORDS[severity]}</td><td>${escape(message)}</td><td class="rule">${shown}</td></tr>`;
}

function summaryOf(findings: readonly ShownFinding[]): string {
  if (findings.length === 0) return 'nothing left to do.';
  const [errors, warnings] = [numberOf(findings, 'error'), numberOf(findings, 'warning')];
  const verdict = errors > 0 ? 'not fit to publish' : 'fit to publish';
  return `${verdict}; ${count(errors, 'error')}, ${count(warnings, 'warning')}, ${count(numberOf(findings, 'info'), 'note')}.`;
}

function numberOf(findings: readonly ShownFinding[], severity: Severity): number {
  return findings.filter((finding) => finding.severity === severity).length;
}

function nameOf({ date, committee }: Meeting): string {
  const body = committee === '' ? 'No committee named' : escape(committee);
  return date === '' ? (committee === '' ? 'Other files' : `${body}, no date`) : `${body}, ${escape(longDate(date))}`;
}

/** `Thursday 24 September 2026`; as written for a day that no month has. */
function longDate(date: string): string {
  const day = new Date(`${date}T12:00:00Z`);
  if (Number.isNaN(day.getTime())) return date;
  const options = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat('en-GB', options).format(day).replace(',', '');
}

function problemsOf({ problems }: Tally): string {
  if (problems.length === 0) return '';
  const items = problems.map(({ file, message }) => `<li><strong>${escape(file)}</strong>: ${escape(message)}</li>`);
  return `<section class="problems" aria-labelledby="problems">
<h2 id="problems">Not everything could be checked</h2>
<ul>
${items.join('\n')}
</ul>
</section>
`;
}
