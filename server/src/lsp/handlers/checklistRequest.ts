import { deadlineOf } from '../../council/deadline.ts';
import { earliestMeeting } from '../../council/committees.ts';
import { lintText, type LintedText } from '../../linter/applyFixes.ts';
import { fingerprintsOf } from '../../linter/baseline.ts';
import { labelOf } from '../../template/schemaProblems.ts';
import { formatDayWithWeekday } from '../../text/day.ts';
import type { Finding } from '../../text/finding.ts';
import { lintOptionsFor } from '../../workspace/council/loadCouncil.ts';
import { reportSummaryOf, meetingLabel, displayTitle } from '../../workspace/reports/meetings.ts';
import { formatCounts, readinessOf } from '../../workspace/reports/readiness.ts';
import { rangeOf } from '../documents/convert.ts';
import type { DocumentDiagnosis, OpenDocument } from '../documents/documents.ts';
import type { Folders } from '../documents/folders.ts';
import type { Checklist } from '../protocol/protocol.ts';

/** What is left to do before an open report can be published; nothing for what is no report. */
export function checklistOf({ path, text }: OpenDocument, diagnosis: DocumentDiagnosis, folders: Folders): Checklist | undefined {
  if (!diagnosis.report) return undefined;
  const around = folders.filesRound(path);
  const { council } = diagnosis;
  const knowledge = around ? lintOptionsFor(council, path, around) : council.knowledge;
  const checked = lintText(text, { ...knowledge, stage: 'publish' });
  const { findings, report, context } = checked;
  const about = reportSummaryOf(checked);
  const readiness = readinessOf({ committee: '', reports: [{ file: path, findings, about }] }, folders.today);
  const ids = fingerprintsOf(findings, report);
  return {
    version: diagnosis.version,
    title: displayTitle({ about, file: path.slice(path.lastIndexOf('/') + 1) }),
    ...(context.template ? { template: context.template.title } : {}),
    state: readiness.state,
    found: formatCounts(readiness),
    ...meetingOf(checked, folders.today),
    items: findings.map((finding, i) => ({
      id: ids[i] ?? '',
      severity: finding.severity,
      message: finding.message,
      place: placeOf(finding, checked),
      range: rangeOf(report.lines, finding.span),
    })),
  };
}

function meetingOf({ context }: LintedText, today: string): Pick<Checklist, 'meeting'> {
  const meeting = earliestMeeting(context.fields);
  if (!meeting) return {};
  const { day, committee } = meeting;
  const { publishBy, left } = deadlineOf(day, today);
  return {
    meeting: {
      name: meetingLabel({ committee: committee?.text?.text.trim() ?? '', day }),
      publishBy: formatDayWithWeekday(publishBy),
      left,
    },
  };
}

/** What a finding is about: a field by its label, or a section of the report's own text by its heading. */
function placeOf({ path, span }: Finding, { report, context }: LintedText): string {
  if (path && path[0] !== 'body' && context.template) return labelOf(context.template, path);
  const section = report.body.sections.findLast(({ titleSpan }) => titleSpan.start <= span.start);
  return section?.title ?? (span.start < report.body.span.start ? 'Cover' : 'Report');
}
