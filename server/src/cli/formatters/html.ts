import { ruleAddress } from '../../linter/ruleDocs.ts';
import type { Stage } from '../../analysis/ruleContext.ts';
import { rules } from '../../rules/index.ts';
import { metaRules } from '../../linter/metaRules.ts';
import { formatDayWithWeekday } from '../../text/day.ts';
import type { Severity } from '../../text/finding.ts';
import type { Formatter } from './formatter.ts';
import { htmlPage, linkTo, problemsOf } from './htmlPage.ts';
import { Meetings, meetingLabel, displayTitle } from '../../workspace/reports/meetings.ts';
import type { FileResult, ReportedFinding, FormatterNeeds } from '../lint/fileResult.ts';
import { pluralise } from '../../text/pluralise.ts';
import { formatTotals } from '../lint/summary.ts';
import type { RunTotals } from '../lint/runTotals.ts';
import { escapeXml as escape } from './xml.ts';

const WORDS: Readonly<Record<Severity, string>> = { error: 'Error', warning: 'Warning', info: 'Note' };
const KNOWN = new Set([...rules, ...metaRules].map(({ id }) => id));

interface Group {
  readonly name: string;
  readonly reports: readonly FileResult[];
}

/** One page for a clerk: the reports of each meeting, in the order of their dates, and what is left to do in each. */
export class HtmlFormatter implements Formatter {
  readonly wants: FormatterNeeds = {};
  private readonly meetings = new Meetings<FileResult>();
  /** What belongs to no meeting: a `council.yaml`, a report without committee and date. */
  private readonly others: FileResult[] = [];

  constructor(private readonly asked: { readonly stage: Stage; readonly today: string }) {}

  start(): string {
    return '';
  }

  file(result: FileResult): string {
    if (result.about?.meetings.length) this.meetings.add(result);
    else this.others.push(result);
    return '';
  }

  end(tally: RunTotals): string {
    const others = this.others.length > 0 ? [{ name: 'Other files', reports: this.others }] : [];
    const meetings = this.meetings.inOrder().map((meeting) => ({ name: meetingLabel(meeting), reports: meeting.reports }));
    const groups = [...others, ...meetings];
    const { stage, today } = this.asked;
    const draft = stage === 'draft' ? ' What is still missing counts as a note (stage: draft).' : '';
    const body = `<header>
<h1>Committee reports: what is left to do</h1>
<p>Checked on ${escape(formatDayWithWeekday(today))}. ${escape(formatTotals(tally))}${draft}</p>
</header>
${problemsOf(tally)}<main>
${groups.length > 0 ? `${FILTERS}\n${contentsOf(groups)}` : ''}
${groups.map(sectionOf).join('\n')}
</main>`;
    return htmlPage('Committee reports: what is left to do', body);
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

function contentsOf(groups: readonly Group[]): string {
  const rows = groups.map(({ name, reports }, i) => {
    const found = reports.flatMap(({ findings }) => findings);
    const cells = [reports.length, numberOf(found, 'error'), numberOf(found, 'warning'), numberOf(found, 'info')];
    const numbers = cells.map((cell) => `<td class="number">${cell}</td>`).join('');
    return `<tr><th scope="row"><a href="#meeting-${i + 1}">${escape(name)}</a></th>${numbers}</tr>`;
  });
  const heads = ['Reports', 'Errors', 'Warnings', 'Notes'].map((head) => `<th scope="col" class="number">${head}</th>`).join('');
  return `<div class="wide"><table>
<caption>Meetings</caption>
<thead><tr><th scope="col">Meeting</th>${heads}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table></div>`;
}

function sectionOf({ name, reports }: Group, i: number): string {
  return `<section aria-labelledby="meeting-${i + 1}">
<h2 id="meeting-${i + 1}">${escape(name)}</h2>
${reports.map(reportOf).join('\n')}
</section>`;
}

function reportOf(result: FileResult): string {
  const { file, findings } = result;
  const title = escape(displayTitle(result));
  const isFit = numberOf(findings, 'error') === 0;
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
<p>${linkTo(file)}: ${summaryOf(findings)}</p>${table}
</article>`;
}

function rowOf({ line, severity, message, rule }: ReportedFinding): string {
  const name = escape(rule);
  const shown = KNOWN.has(rule) ? `<a href="${ruleAddress(name)}">${name}</a>` : name;
  return `<tr class="${severity}"><td class="number">${line}</td><td class="kind">${WORDS[severity]}</td><td>${escape(message)}</td><td class="rule">${shown}</td></tr>`;
}

function summaryOf(findings: readonly ReportedFinding[]): string {
  if (findings.length === 0) return 'nothing left to do.';
  const [errors, warnings] = [numberOf(findings, 'error'), numberOf(findings, 'warning')];
  const verdict = errors > 0 ? 'not fit to publish' : 'fit to publish';
  return `${verdict}; ${pluralise(errors, 'error')}, ${pluralise(warnings, 'warning')}, ${pluralise(numberOf(findings, 'info'), 'note')}.`;
}

function numberOf(findings: readonly ReportedFinding[], severity: Severity): number {
  return findings.filter((finding) => finding.severity === severity).length;
}
