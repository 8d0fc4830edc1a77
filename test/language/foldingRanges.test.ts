import assert from 'node:assert/strict';
import { readCouncilDocument } from '../../server/src/language/councilYaml/councilDocument.ts';
import { foldingRanges, yamlFoldingRanges, type FoldingRangeItem } from '../../server/src/language/structure/foldingRanges.ts';
import { fieldSymbols } from '../../server/src/language/structure/documentSymbols.ts';
import { readReport } from '../support/cursor.ts';

const spelled = (folds: readonly FoldingRangeItem[]): string[] =>
  folds.map(({ first, last, isComment }) => `${first + 1}-${last + 1}${isComment ? ' comment' : ''}`);

describe('folding', () => {
  const text = `---
template: committee-report
# One note
# and another
executive-summary: |
  The lights are out.

  They are to be fixed.
title: x
---

<!-- Ask the
harbour master -->

## 10. Background

10.1 The pier was closed.

| Item | £ |
|---|---|
| Lamps | 84,000 |

- one
- two

## 11. Next
`;
  it('folds the cover, long fields, notes, sections, tables and lists', () => {
    for (const lines of [text, text.replaceAll('\n', '\r\n')]) {
      const { report, checked } = readReport(lines);
      assert.deepEqual(spelled(foldingRanges(report, checked.context)), ['1-10', '3-4 comment', '5-8', '12-13 comment', '15-24', '19-21', '23-24']); // prettier-ignore
    }
  });

  it('folds council.yaml', () => {
    const file = readCouncilDocument(
      '# Ours\n# alone\nname: x\ncommittees:\n  - name: Cabinet\n    kind: cabinet\n  - name: Board\n',
    );
    assert.deepEqual(spelled(yamlFoldingRanges(fieldSymbols(file.text, file.values), file)), ['1-2 comment', '4-7', '5-6']);
  });
});
