import assert from 'node:assert/strict';
import { lint } from '../../server/src/linter/lint.ts';
import { insertGlossary } from '../../server/src/language/codeActions/glossary.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { knowledge, report } from '../support/ruleExamples.ts';

/** The text with its glossary, or nothing where none is to be added. */
function withGlossary(text: string, council = ''): string | undefined {
  const parsed = report(text);
  const { context } = lint(parsed, knowledge(council), []);
  const edit = insertGlossary(parsed, context);
  return edit && applyEdits(text, [edit]);
}

const front = '---\ntemplate: committee-report\n---\n\n';
const council = 'acronyms: { NHT: Northmoor Health Trust }';

describe('a glossary', () => {
  const body =
    '## 10. Homes\n\n10.1 The NHT and the CQC met the harbour wardens (HWX).\n\n10.2 Young people’s homes (YPH) were named by the NHS, in PDF.\n';
  const table =
    "## 11. Glossary\n\n| Term | Meaning |\n|---|---|\n| CQC | Care Quality Commission |\n| HWX | [insert what it stands for] |\n| NHT | Northmoor Health Trust |\n| YPH | Young people's homes |\n";

  it('lists the acronyms of a report with what they stand for', () => {
    assert.equal(withGlossary(front + body, council), `${front}${body}\n${table}`);
  });

  it('stands in front of the footnote and of appendices', () => {
    for (const end of [
      '## Footnote\n\nText.\n',
      'Footnote:\n\nText.\n',
      '## Appendix 1\n\nText.\n',
      '# Appendix 1\n\n## 1. Text\n',
    ]) {
      assert.equal(withGlossary(front + body + '\n' + end, council), `${front}${body}\n${table}\n${end}`);
    }
  });

  it('keeps line ends, and takes no number where there are none', () => {
    const windows = (text: string): string => text.replaceAll('\n', '\r\n');
    assert.equal(withGlossary(windows(front + body), council), windows(`${front}${body}\n${table}`));
    const plain = `${front}## Homes\n\nThe CQC came.`;
    assert.equal(
      withGlossary(plain),
      `${plain}\n\n## Glossary\n\n| Term | Meaning |\n|---|---|\n| CQC | Care Quality Commission |\n`,
    );
    assert.equal(
      withGlossary(`---\ntemplate: committee-report\ntitle: The CQC\n---\n`),
      `---\ntemplate: committee-report\ntitle: The CQC\n---\n\n## Glossary\n\n| Term | Meaning |\n|---|---|\n| CQC | Care Quality Commission |\n`,
    );
  });

  it('is not added where there is one, or nothing to list', () => {
    const once = withGlossary(front + body, council);
    assert.ok(once);
    assert.equal(withGlossary(once, council), undefined);
    assert.equal(withGlossary(`${front}10.1 The NHS sent a PDF.\n`), undefined);
  });

  it('explains them wherever they stand', () => {
    const text = withGlossary(front + body);
    assert.ok(text);
    const left = lint(report(text), knowledge()).findings.map(({ rule }) => rule);
    assert.deepEqual(
      left.filter((rule) => rule === 'acronym-undefined'),
      [],
    );
    assert.deepEqual(
      left.filter((rule) => rule === 'section-number-broken'),
      [],
    );
    assert.ok(left.includes('placeholder'));
  });
});
