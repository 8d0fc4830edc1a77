import { formatNumber } from '../../paper/structure/sectionNumber.ts';
import { readReferences, type Reference } from '../../paper/structure/references.ts';
import type { Paper } from '../../paper/paper.ts';
import { keywords } from '../../analysis/keywordIndex.ts';
import { findReferenceTargets, type ReferenceTargets } from '../../analysis/referenceTargets.ts';
import type { Prose } from '../../analysis/prose.ts';
import { defineRule } from '../rule.ts';

const CUE = keywords('para', 'section', 'fig', 'table', 'page', 'above', 'below');
/** A section number so far above the report's own is one of an Act ("section 117"). */
const FAR = 10;

export default defineRule({
  id: 'reference-broken',
  severity: 'error',
  docs: {
    summary: 'The text points to a paragraph, section, table, figure or page that the report does not have.',
    why: 'A reader who looks for it finds nothing. It is often left over from an earlier draft, and then something is missing.',
    source: 'House style: a reference names a place that the report has',
    bad: '## 10. Background\n\n10.1 The pier was closed in March, as ⟦Table 3⟧ shows.\n\n10.2 The work is described in ⟦paragraph 10.4⟧.\n',
    good: '## 10. Background\n\n10.1 The pier was closed in March.\n\n10.2 The work is described in paragraph 10.1 and must follow section 31 of the Harbours Act 1964.\n',
  },
  *check(report, context) {
    let places: ReferenceTargets | undefined;
    for (const prose of context.words.textsWith(CUE)) {
      if (!isLong(prose)) continue;
      for (const passage of prose.passages) {
        if (passage.quoted) continue;
        for (const reference of readReferences(passage)) {
          // A table with page numbers is a list of contents.
          if (isLinkedElsewhere(report, reference) || (reference.kind === 'page' && passage.kind === 'cell')) continue;
          places ??= findReferenceTargets(report, context);
          const message = lacks(places, reference);
          if (message) yield { span: reference.whole, path: prose.path, message };
        }
      }
    }
  },
});

/** The body, and the fields that hold long text; titles and names are other documents'. */
function isLong({ value }: Prose): boolean {
  return !value || value.field?.kind === 'markdown';
}

/** True for the text of a link to another document. */
function isLinkedElsewhere({ text }: Paper, { whole }: Reference): boolean {
  return /^[^\][\n]{0,100}\]\((?!#)/.test(text.slice(whole.end, whole.end + 110));
}

/** What to tell the author of a reference that leads nowhere; nothing for one that leads somewhere, or may be meant of something else. */
function lacks(places: ReferenceTargets, { kind, label }: Reference): string | undefined {
  const correct = 'Correct the number, or take the reference out.';
  switch (kind) {
    case 'appendix':
      return undefined;
    case 'page':
      return `This report has no page ${label}: on a screen there are no pages. Point to a section, paragraph or table by its number, or name the document that is meant.`;
    case 'figure':
    case 'table':
      return places.captions.has(`${kind} ${label.toLowerCase()}`)
        ? undefined
        : `No ${kind} of this report has the caption ${kind === 'table' ? 'Table' : 'Figure'} ${label}. Correct the number, or give the ${kind} a caption.`;
    default: {
      const parts = label.split('.').map(Number);
      const [section = 0] = parts;
      if (parts.length === 1 && kind === 'paragraph') {
        const isOurs = section <= places.lastStraight && !places.straight.has(section);
        return isOurs ? `This report has no paragraph ${label}. ${correct}` : undefined;
      }
      if (section > places.last + FAR) return undefined;
      if (parts.length === 1) return places.sections.has(section) ? undefined : `This report has no section ${label}. ${correct}`;
      const has = places.paragraphs.has(formatNumber(parts)) || (places.sections.has(section) && !places.counted.has(section));
      return has ? undefined : `This report has no paragraph ${label}. ${correct}`;
    }
  }
}
