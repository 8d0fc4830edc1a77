import { councilFields } from '../council/council.ts';
import { builtInTemplates } from '../template/builtIn.ts';
import type { Field } from '../template/field.ts';
import type { Finding } from '../text/finding.ts';
import { lineEndOf } from '../text/lines.ts';
import type { CouncilFile } from './councilFile.ts';
import { ruleOffers } from './completeSuppressions.ts';
import { completeYaml } from './completeYaml.ts';
import type { Completion } from './completion.ts';
import type { Guide, Offer } from './guide.ts';
import { describeAt, ruleHelp, type Hover } from './hover.ts';
import { plainValues } from './reportGuide.ts';

/** What may be written at an offset of a `council.yaml`, the best first. */
export function completeCouncil(file: CouncilFile, offset: number): readonly Completion[] {
  const guide: Guide = {
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
 */
export function hoverCouncil({ values }: CouncilFile, offset: number, findings: readonly Finding[]): Hover | undefined {
  return describeAt(offset, values, findings, ({ path }) =>
    path[0] === 'rules' && path.length === 2 ? ruleHelp(String(path[1])) : undefined,
  );
}

/** The parts of a report that a council's own check may look at. */
function fieldOffers(): Offer[] {
  const fields = builtInTemplates.get('committee-report')?.fields ?? [];
  const offer = ({ label, description }: Field, text: string): Offer => ({
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
