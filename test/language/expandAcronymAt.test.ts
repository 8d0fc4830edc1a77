import assert from 'node:assert/strict';
import { lint } from '../../server/src/linter/lint.ts';
import { expandAcronymAt } from '../../server/src/language/codeActions/expandAcronymAt.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { knowledge, report } from '../support/ruleExamples.ts';

/** The text after spelling out what stands at `|`; nothing where that is not offered. */
function spelledOut(marked: string, council = ''): string | undefined {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const parsed = report(text);
  const fix = expandAcronymAt(parsed, lint(parsed, knowledge(council), []).context, offset);
  return fix && applyEdits(text, fix.edits);
}

describe('spelling out at any place', () => {
  const front = '---\ntemplate: committee-report\ntitle: T\n---\n';
  const council = 'acronyms: { NHT: Northmoor Health Trust }';

  it('takes the words of council.yaml, of the report, or of a national body', () => {
    assert.equal(spelledOut(`${front}The N|HT met.\n`, council), `${front}The Northmoor Health Trust (NHT) met.\n`);
    assert.equal(
      spelledOut(`${front}The harbour wardens exchange (HWE) met.\n\nThe HWE| left.\n`),
      `${front}The harbour wardens exchange (HWE) met.\n\nThe harbour wardens exchange (HWE) left.\n`,
    );
    assert.equal(spelledOut(`${front}The |CQC's visit.\n`), `${front}The Care Quality Commission's (CQC's) visit.\n`);
  });

  it('writes it as the field is written', () => {
    const cover = (title: string): string => `---\ntemplate: committee-report\ntitle: ${title}\n---\n`;
    assert.equal(spelledOut(cover("'The |NHT'"), council), cover("'The Northmoor Health Trust (NHT)'"));
  });

  it('is not offered elsewhere', () => {
    for (const text of ['The HW|E met.', 'The met| NHT.', 'Code `N|HT`.', 'The Northmoor Health Trust (N|HT).'])
      assert.equal(spelledOut(`${front}${text}\n`, text.includes('Trust') ? '' : council), undefined, text);
  });
});
