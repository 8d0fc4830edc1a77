import { councilFields } from '../council/council.ts';
import { readYaml } from '../report/frontMatter.ts';
import { builtInTemplates } from '../template/builtIn.ts';
import type { Field } from '../template/field.ts';
import { fieldAt } from '../template/template.ts';
import { readEntry } from '../template/value.ts';
import type { Finding } from '../text/finding.ts';
import { LineIndex, lineEndOf } from '../text/lines.ts';
import { ruleOffers } from './completeSuppressions.ts';
import { completeYaml } from './completeYaml.ts';
import type { Completion } from './completion.ts';
import type { Guide, Offer } from './guide.ts';
import { describeAt, ruleHelp, type Hover } from './hover.ts';
import { plainValues } from './reportGuide.ts';

const form = { fields: councilFields };

/** What may be written at an offset of a `council.yaml`, the best first. */
export function completeCouncil(text: string, offset: number): readonly Completion[] {
  const guide: Guide = {
    fields: councilFields,
    lineEnd: lineEndOf(text),
    isGiven: () => false,
    namesOf: ([first]) => (first === 'rules' ? ruleOffers() : []),
    valuesOf: (path, field) => (path[0] === 'checks' && path.at(-1) === 'field' ? fieldOffers() : plainValues(field)),
    peopleOf: () => [],
  };
  return completeYaml({ text, lines: new LineIndex(text), span: spanOf(text) }, offset, guide);
}

/**
 * What there is to say at an offset of a `council.yaml`.
 * @param findings what `readCouncil` found in it
 */
export function hoverCouncil(text: string, offset: number, findings: readonly Finding[]): Hover | undefined {
  const entries = readYaml(text, spanOf(text)).root?.entries ?? [];
  const values = entries.map((entry) => readEntry(text, entry, [], fieldAt(form, [entry.key])));
  return describeAt(offset, values, findings, ({ path }) =>
    path[0] === 'rules' && path.length === 2 ? ruleHelp(String(path[1])) : undefined,
  );
}

/** All of the text but a byte-order mark. */
function spanOf(text: string): { start: number; end: number } {
  return { start: text.charCodeAt(0) === 0xfeff ? 1 : 0, end: text.length };
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
