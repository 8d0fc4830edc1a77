import { findCommittee } from '../../council/committees.ts';
import type { Committee, Council, Person as Named } from '../../council/council.ts';
import type { Paper } from '../../paper/paper.ts';
import type { RuleContext } from '../../analysis/ruleContext.ts';
import { PARAGRAPHS } from '../../analysis/schedule12a.ts';
import type { Field } from '../../template/field.ts';
import type { Template } from '../../template/template.ts';
import { formatPath, type Path } from '../../text/path.ts';
import type { CompletionSurroundings } from './completionTypes.ts';
import { formatDayWithWeekday } from '../../text/day.ts';
import type { CompletionSource, ValueItem, PersonItem } from './completionSource.ts';
import type { YamlText } from '../yaml/yamlLine.ts';
import type { YamlCursor } from '../yaml/cursorTypes.ts';
import { withoutQuotes } from '../yaml/yamlScalar.ts';

/** How many of the next meetings are offered. */
const MEETINGS = 12;

/** What a report's front matter may hold: its template's fields, with what `council.yaml` and the files round it know. */
export function reportCompletionSource(
  report: Paper,
  yaml: YamlText,
  template: Template | undefined,
  context: RuleContext,
  surroundings: CompletionSurroundings | undefined,
): CompletionSource {
  const { council, templates, fields } = context;
  return {
    fields: template?.fields ?? firstFields(templates),
    lineEnd: report.lineEnd,
    isGiven: (path) => {
      const value = fields.get(path);
      return value?.node === undefined && value?.text !== undefined;
    },
    namesOf: () => [],
    valuesOf: (path, field, place) => {
      if (path[0] === 'template') return [...templates.values()].map(templateOffer);
      switch (path.at(-1)) {
        case 'committee':
          return (council.committees ?? []).map(({ name, kind }) => ({
            text: name,
            kind: 'committee',
            ...(kind ? { detail: kind } : {}),
          }));
        case 'date':
          return path[0] === 'signed-off' ? [today(context)] : meetings(place, yaml, context);
        case 'file':
          return (surroundings?.files ?? []).map((text) => ({ text, kind: 'file' }));
      }
      if (path[0] === 'local-councillors')
        return [...plainValues(field), ...(typeof path.at(-1) === 'number' ? councillors(council, surroundings) : [])];
      return path[0] === 'exempt-paragraphs' ? exemptParagraphs() : plainValues(field);
    },
    peopleOf: (path) => people(path, context),
  };
}

/** Without a template only its name can be asked for. */
function firstFields(templates: ReadonlyMap<string, Template>): readonly Field[] {
  const [first] = templates.values();
  return (first?.fields ?? []).filter(({ key }) => key === 'template');
}

function templateOffer({ name, title, description, guidance }: Template): ValueItem {
  return { text: name, kind: 'template', detail: title, documentation: [description, guidance].filter(Boolean).join('\n\n') };
}

/** The values that a field's schema allows. */
export function plainValues({ choices, kind, item }: Field): ValueItem[] {
  if (kind === 'flag')
    return [
      { text: 'true', kind: 'value' },
      { text: 'false', kind: 'value' },
    ];
  const words = kind === 'list' && choices.length === 0 ? (item?.choices ?? []) : choices;
  return words.map((text) => ({ text, kind: 'value' }));
}

function today({ today: text }: RuleContext): ValueItem {
  return { text, kind: 'date', detail: `Today, ${formatDayWithWeekday(text)}` };
}

/** The next meetings of the committee that stands beside the date; of all committees where none stands there. */
function meetings({ members }: YamlCursor, { text }: YamlText, { council, today: from }: RuleContext): ValueItem[] {
  const beside = members.find(({ key }) => key === 'committee');
  const name = beside && withoutQuotes(text.slice(beside.value.start, beside.value.end));
  const committees = council.committees ?? [];
  const known = findCommittee(council, name ?? '');
  const named = known ? [known] : [];
  const dated = (named.length > 0 ? named : committees).flatMap((committee) => datesOf(committee, from));
  const days = [...new Set(dated.map(({ day }) => day))].sort().slice(0, MEETINGS);
  return days.map((day) => {
    const names = named.length > 0 ? [] : dated.filter((one) => one.day === day).map((one) => one.name);
    return { text: day, kind: 'date', detail: [formatDayWithWeekday(day), ...names].join(', ') };
  });
}

function datesOf({ name, meetings: days }: Committee, from: string): { day: string; name: string }[] {
  return (days ?? []).filter((day) => day >= from).map((day) => ({ day, name }));
}

function councillors(council: Council, surroundings: CompletionSurroundings | undefined): ValueItem[] {
  const holders = (council['portfolio-holders'] ?? []).map(({ name }) => name);
  return [...new Set([...(surroundings?.councillors ?? []), ...holders])].map((text) => ({ text, kind: 'person' }));
}

/** The people of `council.yaml` that a group of the form may stand for. */
function people(path: Path, { council, today: day }: RuleContext): PersonItem[] {
  const directors = council['executive-directors'] ?? [];
  switch (formatPath(path.filter((step) => typeof step === 'string'))) {
    case 'portfolio-holder':
      return asPeople(council['portfolio-holders'] ?? []);
    case 'executive-director':
      return asPeople(directors);
    case 'lead-officer':
      return asPeople([...directors, ...(council.officers ?? [])]);
    case 'officer-contact':
      return asPeople(council.officers ?? []);
    case 'signed-off':
      return asPeople(directors).map((person) => ({ ...person, date: day }));
    default:
      return [];
  }
}

function asPeople(list: readonly Named[]): PersonItem[] {
  return list.map((person) => ({ ...person }));
}

function exemptParagraphs(): ValueItem[] {
  return PARAGRAPHS.map((detail, i) => ({ text: String(i + 1), kind: 'value', detail }));
}
