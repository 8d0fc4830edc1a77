import { createHash } from 'node:crypto';
import { addDays, formatDay, type Day } from '../../text/day.ts';
import { formatCounts } from '../../workspace/reports/readiness.ts';
import { meetingLabel, displayTitle } from '../../workspace/reports/meetings.ts';
import type { MeetingStatus, StatusReport } from './statusFormat.ts';

/** The last days to publish as a calendar (RFC 5545): a day-long event for each meeting, the same one whenever it is made again. */
export function statusCalendar({ meetings, today }: StatusReport): string {
  const events = meetings.flatMap((meeting) => eventOf(meeting, today));
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//scrutiny-report//status//EN',
    'CALSCALE:GREGORIAN',
    ...events,
    'END:VCALENDAR',
  ];
  return `${lines.map(fold).join('\r\n')}\r\n`;
}

function eventOf(meeting: MeetingStatus, today: Day): string[] {
  const { committee, day, publishBy, state, reports } = meeting;
  if (day === undefined || publishBy === undefined) return [];
  const name = committee === '' ? 'Reports' : committee;
  const list = reports.map((report) => {
    const [errors, warnings] = (['error', 'warning'] as const).map(
      (severity) => report.findings.filter((one) => one.severity === severity).length,
    );
    return `${displayTitle(report)}: ${formatCounts({ errors: errors ?? 0, warnings: warnings ?? 0 })}`;
  });
  return [
    'BEGIN:VEVENT',
    `UID:${createHash('sha256').update(meetingLabel(meeting)).digest('hex').slice(0, 32)}@scrutiny-report`,
    `DTSTAMP:${compact(today)}T000000Z`,
    `DTSTART;VALUE=DATE:${compact(publishBy)}`,
    `DTEND;VALUE=DATE:${compact(addDays(publishBy, 1))}`,
    `SUMMARY:${escape(`Last day to publish: ${name}, ${formatDay(day)}`)}`,
    `DESCRIPTION:${escape([`For the meeting of ${formatDay(day)}: ${state}.`, ...list].join('\n'))}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

function compact(day: Day): string {
  return day.replaceAll('-', '');
}

function escape(text: string): string {
  return text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r?\n/g, '\\n')
    .replace(/[\u0000-\u001f\u007f]/g, ' ');
}

/** A line of more than 75 bytes goes on in the next, behind a space; no character is cut in two. */
function fold(line: string): string {
  const encoder = new TextEncoder();
  let out = '';
  let used = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (used + size > 75) {
      out += '\r\n ';
      used = 1;
    }
    out += character;
    used += size;
  }
  return out;
}
