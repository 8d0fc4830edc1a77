import assert from 'node:assert/strict';
import { readCouncilDocument } from '../../server/src/language/councilYaml/councilDocument.ts';
import { fieldSymbols } from '../../server/src/language/structure/documentSymbols.ts';
import { selectionRanges, yamlSelectionRanges } from '../../server/src/language/structure/selectionRanges.ts';
import { contains } from '../../server/src/text/span.ts';
import { awkward } from '../support/samples.ts';
import { cursorIn, readAt, readReport } from '../support/cursor.ts';

/** What is selected step by step, the whole text left out. */
function steps(marked: string): string[] {
  const { report, checked, offset, at } = readAt(marked);
  return selectionRanges(report, offset, checked.context).slice(0, -1).map(at);
}

describe('selection', () => {
  it('grows in the body from the word to the sentence, the paragraph, the section and the body', () => {
    assert.deepEqual(steps('## 10. A\n\n10.1 One. Two wo¦rds here.\n\n10.2 Three.\n\n## 11. B\n'), [
      'words',
      'Two words here.',
      '10.1 One. Two words here.',
      '## 10. A\n\n10.1 One. Two words here.\n\n10.2 Three.',
      '## 10. A\n\n10.1 One. Two words here.\n\n10.2 Three.\n\n## 11. B',
    ]);
  });

  it('grows in a field from the word to the value, the field, its group and the cover', () => {
    const risk = '  risk:\n    current: low # now\n    residual: high\n';
    assert.deepEqual(steps(`---\ntemplate: cover-sheet\nimpact-assessment:\n${risk.replace('low', 'l¦ow')}title: x\n---\n`), [
      'low',
      'current: low',
      risk.trim(),
      `impact-assessment:\n${risk.trimEnd()}`,
      `template: cover-sheet\nimpact-assessment:\n${risk}title: x`,
      `---\ntemplate: cover-sheet\nimpact-assessment:\n${risk}title: x\n---`,
    ]);
  });

  it('grows in long text by sentences and paragraphs', () => {
    assert.deepEqual(steps('---\ntemplate: cover-sheet\nexecutive-summary: |\n  One. Tw¦o.\n\n  Three.\n---\n').slice(0, 4), [
      'Two',
      'Two.',
      'One. Two.',
      'One. Two.\n\n  Three.',
    ]);
  });

  it('grows in council.yaml', () => {
    const { text, offset } = cursorIn('acronyms:\n  SEND: special ne¦eds\n  EHCP: plan\n');
    const file = readCouncilDocument(text);
    const spans = yamlSelectionRanges(text, offset, fieldSymbols(text, file.values));
    assert.deepEqual(
      spans.map(({ start, end }) => text.slice(start, end)),
      ['needs', 'SEND: special needs', text.trimEnd(), text],
    );
  });

  it('holds each step in the next, at every place', () => {
    const { report, checked, text } = readReport(awkward.text);
    for (let offset = 0; offset <= text.length; offset += 7) {
      const spans = selectionRanges(report, offset, checked.context);
      spans.forEach((span, i) => assert.ok(contains(spans[i + 1] ?? span, span)));
      assert.deepEqual(spans.at(-1), { start: 0, end: text.length });
    }
  });
});
