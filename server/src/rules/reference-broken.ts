import { isCaptionOf } from '../report/captions.ts';
import { formatNumber } from '../report/number.ts';
import { readReferences, type Reference } from '../report/references.ts';
import type { Report } from '../report/report.ts';
import type { Section } from '../report/sections.ts';
import type { Field } from '../template/field.ts';
import type { Context } from './context.ts';
import type { Prose } from './prose.ts';
import { defineRule } from './rule.ts';
import { countsAsSection } from './sectionNumbers.ts';

/** A section number so far above the report's own is one of an Act ("section 117"). */
const FAR = 10;

export default defineRule({
  id: 'reference-broken',
  severity: 'error',
  docs: {
    summary: 'The text points to a paragraph, section, table, figure or page that the report does not have.',
    why: 'A reader who looks for it finds nothing. It is often left over from an earlier draft, and then something is missing.',
    bad: '## 10. Background\n\n10.1 The pier was closed in March, as ⟦Table 3⟧ shows.\n\n10.2 The work is described in ⟦paragraph 10.4⟧.\n',
    good: '## 10. Background\n\n10.1 The pier was closed in March.\n\n10.2 The work is described in paragraph 10.1 and must follow section 31 of the Harbours Act 1964.\n',
  },
  *check(report, context) {
    let places: Places | undefined;
    for (const prose of context.prose) {
      if (!mayRefer(prose)) continue;
      for (const passage of prose.passages) {
        if (passage.quoted) continue;
        for (const reference of readReferences(passage)) {
          if (reference.kind === 'page' ? passage.kind === 'cell' : isLinkedElsewhere(report, reference)) continue;
          places ??= findPlaces(report, context);
          const message = lacks(places, reference);
          if (message) yield { span: reference.whole, path: prose.path, message };
        }
      }
    }
  },
});

/** The body, and the fields that hold long text; titles and names are other documents'. */
function mayRefer({ value, raw }: Prose): boolean {
  return (!value || value.field?.kind === 'markdown') && /\b(?:para|section|fig|table|page)/i.test(raw);
}

/** True for the text of a link to another document. */
function isLinkedElsewhere({ text }: Report, { whole }: Reference): boolean {
  return /^[^\][\n]{0,100}\]\((?!#)/.test(text.slice(whole.end, whole.end + 110));
}

/** The numbers that a report has. */
interface Places {
  readonly sections: ReadonlySet<number>;
  readonly last: number;
  /** Sections with paragraphs that carry numbers of their own. */
  readonly counted: ReadonlySet<number>;
  readonly paragraphs: ReadonlySet<string>;
  readonly report: Report;
}

function findPlaces(report: Report, { template, fields, prose }: Context): Places {
  const cover = coverNumbers(template?.fields ?? []);
  const body = bodyNumbers(report.body.sections, fields.sections, Math.max(0, ...cover) + 1);
  const sections = new Set([...cover, ...body]);
  const paragraphs = new Set<string>();
  for (const { passages } of prose) {
    for (const { text } of passages) {
      for (const [, number] of text.text.matchAll(/^(\d{1,3}(?:\.\d{1,3})+)\b/gm)) if (number) paragraphs.add(formatNumber(number.split('.').map(Number)));
    }
  }
  const counted = new Set(report.body.sections.flatMap((section) => section.paragraphs.map(({ parts }) => parts[0] ?? 0)));
  return { sections, last: Math.max(0, ...sections), counted, paragraphs, report };
}

function coverNumbers(fields: readonly Field[]): number[] {
  return fields.flatMap((field) => [...(field.number === undefined ? [] : [field.number]), ...(field.kind === 'group' ? coverNumbers(field.fields) : [])]);
}

/** The numbers of the body's sections, those that the layout gives them among them. */
function bodyNumbers(all: readonly Section[], sections: readonly Section[], first: number): number[] {
  let next = first;
  const printed = sections.filter((section) => section.part === 0 && countsAsSection(section)).map((section) => {
    const number = section.number?.parts[0] ?? next;
    next = number + 1;
    return number;
  });
  return [...printed, ...all.flatMap(({ number }) => number?.parts[0] ?? [])];
}

/** What to tell the author of a reference that leads nowhere; nothing for one that leads somewhere, or may be meant of something else. */
function lacks(places: Places, { kind, label }: Reference): string | undefined {
  const correct = 'Correct the number, or take the reference out.';
  switch (kind) {
    case 'appendix':
      return undefined;
    case 'page':
      return 'A report that is read on a screen has no page numbers. Point to a section, a paragraph or a table by its number instead.';
    case 'figure':
    case 'table': {
      const has = places.report.body.captions.some((caption) => isCaptionOf(caption, kind, label));
      return has ? undefined : `No ${kind} of this report has the caption ${kind === 'table' ? 'Table' : 'Figure'} ${label}. Correct the number, or give the ${kind} a caption.`;
    }
    default: {
      const parts = label.split('.').map(Number);
      const [section = 0] = parts;
      if (section > places.last + FAR || (parts.length === 1 && kind === 'paragraph')) return undefined;
      if (parts.length === 1) return places.sections.has(section) ? undefined : `This report has no section ${label}. ${correct}`;
      const has = places.paragraphs.has(formatNumber(parts)) || (places.sections.has(section) && !places.counted.has(section));
      return has ? undefined : `This report has no paragraph ${label}. ${correct}`;
    }
  }
}
