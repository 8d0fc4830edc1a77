import { councilFields } from '../../council/council.ts';
import { deadlineOf } from '../../council/deadline.ts';
import { builtInTemplates } from '../../template/builtInTemplates.ts';
import type { Field } from '../../template/field.ts';
import type { Value } from '../../template/value.ts';
import { readDay, formatDayWithWeekday, type Day } from '../../text/day.ts';
import type { Finding } from '../../text/finding.ts';
import type { Path } from '../../text/path.ts';
import { lineEndOf } from '../../text/lines.ts';
import type { CouncilDocument } from './councilDocument.ts';
import { ruleOffers } from '../completion/completeSuppressions.ts';
import { completeYaml } from '../completion/completeYaml.ts';
import type { Completion } from '../completion/completionTypes.ts';
import type { CompletionSource, ValueItem } from '../completion/completionSource.ts';
import { describeAt, ruleHelp, type Hover } from '../hover/hover.ts';
import { plainValues } from '../completion/reportCompletionSource.ts';

/** What may be written at an offset of a `council.yaml`, the best first. */
export function completeCouncil(file: CouncilDocument, offset: number): readonly Completion[] {
  const guide: CompletionSource = {
    fields: councilFields,
    lineEnd: lineEndOf(file.text),
    isGiven: () => false,
    namesOf: ([first]) => (first === 'rules' ? ruleOffers() : []),
    valuesOf: (path, field) => (path[0] === 'checks' && path.at(-1) === 'field' ? fieldOffers() : plainValues(field)),
    peopleOf: () => [],
  };
  return completeYaml(file, offset, guide);
}

/**
 * What there is to say at an offset of a `council.yaml`.
 * @param findings what `readCouncil` found in it
 * @param today the day that deadlines are counted from
 */
export function hoverCouncil(
  { values }: CouncilDocument,
  offset: number,
  findings: readonly Finding[],
  today: Day,
): Hover | undefined {
  return describeAt(offset, values, findings, ({ path, text }) =>
    path[0] === 'rules' && path.length === 2 ? ruleHelp(String(path[1])) : aboutMeeting(path, text, today),
  );
}

/** The weekday of a meeting, and until when its reports may be published. */
function aboutMeeting(path: Path, text: Value['text'], today: Day): string | undefined {
  const day = path[0] === 'committees' && path[2] === 'meetings' ? readDay(text?.text ?? '') : undefined;
  if (day === undefined) return undefined;
  const { publishBy, left } = deadlineOf(day, today);
  return `**${formatDayWithWeekday(day)}**\n\nPublish by ${formatDayWithWeekday(publishBy)}, five clear working days before: ${left}.`;
}

/** The parts of a report that a council's own check may look at. */
function fieldOffers(): ValueItem[] {
  const fields = builtInTemplates.get('committee-report')?.fields ?? [];
  const offer = ({ label, description }: Field, text: string): ValueItem => ({
    text,
    kind: 'value',
    detail: label,
    documentation: description,
  });
  return fields.flatMap((field) =>
    field.key === 'impact-assessment'
      ? field.fields.map((part) => offer(part, `${field.key}.${part.key}`))
      : [offer(field, field.key)],
  );
}
