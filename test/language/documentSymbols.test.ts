import assert from 'node:assert/strict';
import { readCouncilDocument } from '../../server/src/language/councilYaml/councilDocument.ts';
import { documentSymbols, fieldSymbols, type DocumentSymbolItem } from '../../server/src/language/structure/documentSymbols.ts';
import { contains, type Span } from '../../server/src/text/span.ts';
import { awkward, corpus, examples, withCrLf } from '../support/samples.ts';
import { readReport } from '../support/cursor.ts';

/** Each item on a line, indented: kind, name, detail, and the lines that it takes up. */
function drawn(items: readonly DocumentSymbolItem[], lineAt: (offset: number) => number, indent = ''): string[] {
  return items.flatMap(({ kind, name, detail, span, children }) => [
    `${indent}${kind} ${name}${detail === '' ? '' : ` (${detail})`} ${lineAt(span.start) + 1}-${lineAt(span.end) + 1}`,
    ...drawn(children, lineAt, `${indent}  `),
  ]);
}

const REPORT = `---
template: committee-report
title: Harbour lights
x-note: mine
impact-assessment:
  budget: |
    It costs £84,000.

    It is in the budget.
  risk: { current: low, residual: low }
recommendations:
  - That the lights be fixed.
officer-contact:
  name: Hannah Lisle
---

## Executive Summary

The lights are out.

## Background

10.1 The pier was closed.
It is dark.
10.2 The lights went out.

### 10.3 Costs

Table 1: Costs

| Item | £ |
|---|---|
| Lamps | 84,000 |

## Next steps
`;

describe('outline', () => {
  it('has the cover by its labels, then the sections with the numbers that they get, and their paragraphs', () => {
    const { report, checked } = readReport(REPORT);
    assert.deepEqual(drawn(documentSymbols(report, checked.context), (offset) => report.lines.lineAt(offset)), [
      'cover Cover (Committee Report) 1-15',
      '  field Template (committee-report) 2-2',
      '  field Title (Harbour lights) 3-3',
      '  field x-note (mine) 4-4',
      '  group Impact Assessment (It costs £84,000. It is in the budget.) 5-10',
      '    field 2. Financial Implications (It costs £84,000. It is in the budget.) 6-9',
      '    group 6. Risk Assessment (low) 10-10',
      '      field Current Risk (low) 10-10',
      '      field Residual Risk (low) 10-10',
      '  list Recommendation (That the lights be fixed.) 11-12',
      '    item 1. (That the lights be fixed.) 12-12',
      '  group Report Author (Hannah Lisle) 13-14',
      '    field Name (Hannah Lisle) 14-14',
      'section Executive Summary (Cover) 17-19',
      'section 10. Background 21-33',
      '  paragraph 10.1 (The pier was closed.) 23-24',
      '  paragraph 10.2 (The lights went out.) 25-25',
      '  section 10.3 Costs 27-33',
      '    table Table 1 29-29',
      'section 11. Next steps 35-35',
    ]); // prettier-ignore
  });

  it('is that of council.yaml too', () => {
    const file = readCouncilDocument(
      '# Ours\nname: Northmoor\ncommittees:\n  - name: Cabinet\n    meetings: [2026-11-17]\nacronyms: { SEND: x }\n',
    );
    assert.deepEqual(drawn(fieldSymbols(file.text, file.values), (offset) => file.lines.lineAt(offset)), [
      'field Name (Northmoor) 2-2',
      'list Committees (Cabinet) 3-5',
      '  item 1. (Cabinet) 4-5',
      '    field Name (Cabinet) 4-4',
      '    list Meetings (2026-11-17) 5-5',
      '      item 1. (2026-11-17) 5-5',
      'group Acronyms (x) 6-6',
      '  field SEND (x) 6-6',
    ]); // prettier-ignore
  });

  it('has parts within their wholes, in order, whatever the report', () => {
    const inside = (items: readonly DocumentSymbolItem[], whole: Span): void => {
      let from = whole.start;
      for (const { name, span, nameSpan, children } of items) {
        assert.ok(contains(whole, span) && span.start >= from, name);
        assert.ok(contains(span, nameSpan) && name !== '', name);
        from = span.start;
        inside(children, span);
      }
    };
    for (const sample of [awkward, ...examples, ...corpus]) {
      for (const { text } of [sample, withCrLf(sample)]) {
        const { report, checked } = readReport(text);
        inside(documentSymbols(report, checked.context), { start: 0, end: text.length });
      }
    }
  });
});
