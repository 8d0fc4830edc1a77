import assert from 'node:assert/strict';
import { readCouncil } from '../../server/src/council/council.ts';
import { completeCouncil } from '../../server/src/language/councilYaml/councilYaml.ts';
import { readCouncilDocument } from '../../server/src/language/councilYaml/councilDocument.ts';
import { complete, plainText } from '../../server/src/language/completion/completion.ts';
import { type Completion, type CompletionSurroundings } from '../../server/src/language/completion/completionTypes.ts';
import { parsePaper } from '../../server/src/paper/paper.ts';
import { createContext, type LintOptions } from '../../server/src/analysis/ruleContext.ts';
import { builtInTemplates } from '../../server/src/template/builtInTemplates.ts';
import { applyEdits } from '../../server/src/text/edit.ts';

export const COUNCIL = `
committees:
  - name: Cabinet
    kind: cabinet
    meetings: [2026-11-17, 2026-12-15, 2027-01-19]
  - name: Harbour Committee
    meetings: [2026-12-02]
portfolio-holders:
  - { name: Cllr Helen Garrick, portfolio: Finance and Resources }
  - { name: Cllr Ruth Ellwood, portfolio: 'Culture: libraries and museums' }
executive-directors:
  - { name: Mark Ashdown, title: Executive Director of Place }
officers:
  - { name: Hannah Lisle, title: Library Services Manager, tel: 01632 960142, email: hannah.lisle@northmoor.gov.uk }
  - { name: Tom Redfern, tel: 01632 960175 }
`;

export const knowledge: LintOptions = {
  templates: builtInTemplates,
  council: readCouncil(COUNCIL, []).council,
  stage: 'draft',
  today: '2026-11-22',
};

const around: CompletionSurroundings = {
  files: ['../appendices/hours.md', 'figures/plan 2.pdf'],
  councillors: ['Cllr Tom Aldridge'],
};

/** What is offered at the `|` of a text. */
export function offersAt(marked: string, isCouncil = false): { text: string; offset: number; offers: readonly Completion[] } {
  const offset = marked.indexOf('¦');
  assert.notEqual(offset, -1, 'no cursor');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  if (isCouncil) return { text, offset, offers: completeCouncil(readCouncilDocument(text), offset) };
  const report = parsePaper(text);
  return { text, offset, offers: complete(report, offset, createContext(report, knowledge), around) };
}

/** The labels of what is offered at the `¦` of a text. */
export function labelsAt(marked: string, isCouncil = false): string[] {
  return offersAt(marked, isCouncil).offers.map(({ label }) => label);
}

/** The whole text after what has the label was accepted at the `¦`; snippets with their placeholders as they stand. */
export function accepted(marked: string, label: string, isCouncil = false): string {
  const { text, offset, offers } = offersAt(marked, isCouncil);
  const offer = offers.find((one) => one.label === label);
  assert.ok(offer, `“${label}” is not among: ${offers.map((one) => one.label).join(', ')}`);
  const { edit, more, snippet, filterText } = offer;
  const line = text.slice(edit.span.start, edit.span.end);
  assert.ok(edit.span.start <= offset && offset <= edit.span.end, 'the edit holds the cursor');
  assert.ok(!/[\r\n]/.test(line), 'the edit is on one line');
  const typed = text.slice(edit.span.start, offset).toLowerCase();
  assert.ok(filterText.toLowerCase().startsWith(typed) || !/\w/.test(typed), `“${filterText}” begins with “${typed}”`);
  return applyEdits(text, [...more, { ...edit, text: snippet ? plainText(edit.text) : edit.text }]);
}
