import { formatDayWithWeekday } from '../../text/day.ts';
import { htmlPage, linkTo, problemsOf } from '../formatters/htmlPage.ts';
import { meetingLabel, displayTitle } from '../../workspace/reports/meetings.ts';
import { formatCounts, countFindings } from '../../workspace/reports/readiness.ts';
import type { FileResult } from '../lint/fileResult.ts';
import type { MeetingStatus, StatusReport } from './statusFormat.ts';
import { pluralise } from '../../text/pluralise.ts';
import { escapeXml as escape } from '../formatters/xml.ts';

/** The status as a page: a table of the meetings, then the reports of each. */
export function statusHtml({ meetings, today, held, tally }: StatusReport): string {
  const more = held > 0 ? ` ${pluralise(held, 'earlier meeting')} not shown.` : '';
  const table =
    meetings.length === 0
      ? '<p>No meeting is still to come that these reports are for.</p>'
      : `<div class="wide"><table>
<caption>Meetings</caption>
<thead><tr><th scope="col">Meeting</th><th scope="col">State</th><th scope="col">Publish by</th><th scope="col" class="number">Reports</th><th scope="col" class="number">Errors</th><th scope="col" class="number">Warnings</th></tr></thead>
<tbody>
${meetings.map(rowOf).join('\n')}
</tbody>
</table></div>`;
  const body = `<header>
<h1>Reports for the next meetings</h1>
<p>On ${escape(formatDayWithWeekday(today))}. Checked ${pluralise(tally.checked, 'report')}.${more}</p>
</header>
${problemsOf(tally)}<main>
${table}
${meetings.map(sectionOf).join('\n')}
</main>`;
  return htmlPage('Reports for the next meetings', body);
}

function rowOf(meeting: MeetingStatus, i: number): string {
  const { state, publishBy, left, reports, errors, warnings } = meeting;
  const deadline =
    publishBy === undefined ? '' : `${escape(formatDayWithWeekday(publishBy))} <small>${escape(left ?? '')}</small>`;
  const numbers = [reports.length, errors, warnings].map((number) => `<td class="number">${number}</td>`).join('');
  const name = `<th scope="row"><a href="#meeting-${i + 1}">${escape(meetingLabel(meeting))}</a></th>`;
  return `<tr class="${state.replace(' ', '-')}">${name}<td class="state">${state}</td><td>${deadline}</td>${numbers}</tr>`;
}

function sectionOf(meeting: MeetingStatus, i: number): string {
  return `<section aria-labelledby="meeting-${i + 1}">
<h2 id="meeting-${i + 1}">${escape(meetingLabel(meeting))}</h2>
<ul>
${meeting.reports.map(itemOf).join('\n')}
</ul>
</section>`;
}

function itemOf(report: FileResult): string {
  const title = escape(displayTitle(report));
  const exempt = report.about?.isExempt ? ' (exempt)' : '';
  const told = formatCounts({ errors: countFindings([report], 'error'), warnings: countFindings([report], 'warning') });
  return `<li><strong>${title}</strong>${exempt}: ${told}. ${linkTo(report.file)}</li>`;
}
