import { formatDayWithWeekday } from '../../text/day.ts';
import type { Colours } from '../terminal/colour.ts';
import { meetingLabel, displayTitle } from '../../workspace/reports/meetings.ts';
import { formatCounts, countFindings } from '../../workspace/reports/readiness.ts';
import type { FileResult } from '../lint/fileResult.ts';
import type { MeetingStatus, StatusReport } from './statusFormat.ts';
import { pluralise } from '../../text/pluralise.ts';
import { columnsOf, makePrintable, takeStart, wrap } from '../terminal/displayWidth.ts';

const SHADES = { ready: 'good', 'needs work': 'warning', late: 'error' } as const;

/** The status for a terminal: each meeting with its state and deadline, its reports beneath. */
export function statusText({ meetings, held, tally }: StatusReport, colours: Colours, width: number): string {
  const lines = meetings.flatMap((meeting) => [...meetingLines(meeting, colours, width), '']);
  if (meetings.length === 0) lines.push('No meeting is still to come that these reports are for.');
  if (held > 0) lines.push(`${pluralise(held, 'earlier meeting')} not shown (--all shows ${held === 1 ? 'it' : 'them'}).`);
  const states = (['late', 'needs work', 'ready'] as const).flatMap((state) => {
    const number = meetings.filter((meeting) => meeting.state === state).length;
    return number > 0 ? [`${number} ${state === 'needs work' && number > 1 ? 'need work' : state}`] : [];
  });
  const total = meetings.length > 0 ? `${pluralise(meetings.length, 'meeting')}: ${states.join(', ')}; ` : '';
  return `${[...lines, `${total}checked ${pluralise(tally.checked, 'report')}.`].join('\n')}\n`;
}

function meetingLines(meeting: MeetingStatus, colours: Colours, width: number): string[] {
  const { state, publishBy, left = '' } = meeting;
  const name = wrap(makePrintable(meetingLabel(meeting)), width - state.length - 2);
  const shade = colours[SHADES[state]];
  const [first = '', ...rest] = name;
  const gap = ' '.repeat(Math.max(2, Math.min(width, 100) - columnsOf(first) - state.length));
  const deadline = publishBy === undefined ? [] : wrap(`publish by ${formatDayWithWeekday(publishBy)}: ${left}`, width - 2);
  return [
    `${colours.strong(first)}${gap}${shade(state)}`,
    ...rest.map((line) => colours.strong(line)),
    ...deadline.map((line) => `  ${line}`),
    ...meeting.reports.flatMap((report) => reportLines(report, colours, width)),
  ];
}

function reportLines(report: FileResult, colours: Colours, width: number): string[] {
  const title = makePrintable(displayTitle(report));
  const exempt = report.about?.isExempt ? ' (exempt)' : '';
  const told = formatCounts({ errors: countFindings([report], 'error'), warnings: countFindings([report], 'warning') });
  return [
    `  ${takeStart(`${title}${exempt}`, width - 2)}`,
    `    ${colours.faint(takeStart(`${told}, ${makePrintable(report.file)}`, width - 4))}`,
  ];
}
