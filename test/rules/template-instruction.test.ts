import assert from 'node:assert/strict';
import rule from '../../server/src/rules/template-text/template-instruction.ts';
import { assertMarked, cover, fixed } from '../support/marked.ts';

describe('template-instruction', () => {
  const note =
    'Where HIGH risks have been identified, these should be briefly summarised here, identifying the appropriate risk category, i.e. financial / health and safety';
  const found = [
    '⟦Please do not delete the footnote.⟧',
    '⟦Do not remove this section⟧',
    '10.1 Text. ⟦Please do not amend the wording below.⟧ More.',
    `10.1 ⟦(Note: ${note})⟧`,
    `10.1 ⟦Note: ${note}.⟧`,
    '10.1 ⟦Where any high risk has been identified please summarise it below⟧',
    '10.1 ⟦Please refer to the protocol for writing reports.⟧',
    '10.1 ⟦Please see the corporate guidance notes on preparing committee reports.⟧',
    '10.1 Text. ⟦(Comments please)⟧',
    '10.1 Text ⟦[any comments please?]⟧.',
    '10.1 ⟦[Delete if not applicable]⟧',
    '10.1 ⟦Delete this section if not required.⟧',
    '10.1 ⟦(To be completed by the report author)⟧',
  ];
  found.forEach((text) => it(`finds ${text}`, () => assertMarked(rule, `## 10. Introduction\n\n${text}\n`)));

  const silent = [
    '10.1 Officers asked that the council not delete the footnote.',
    '10.1 Please do not delete your account, residents were told.',
    '10.1 Where high risks have been identified, the register at Appendix 2 sets out what is done.',
    '10.1 Where high risks were identified they are summarised here.',
    '10.1 Please refer to the protocol on member and officer relations.',
    '10.1 The work is to be completed by Finance by March.',
    '10.1 The form said "Please do not delete the footnote."',
    '> Please do not delete the footnote.',
    '10.1 Comments, please, by Friday, said the leaflet.',
    '10.1 The trust will delete records when no longer needed.',
  ];
  silent.forEach((text) => it(`is silent on ${text}`, () => assertMarked(rule, `## 10. Introduction\n\n${text}\n`)));

  it('leaves the protocol line to the form that prints it', () => {
    const line = 'impact-assessment:\n  equalities: Please refer to the protocol for writing reports.';
    assertMarked(rule, cover(line, 'cover-sheet'));
    assertMarked(rule, cover(line.replace(': P', ': ⟦P') + '⟧', 'board-paper'));
  });

  it('deletes it with what would be left over', () => {
    const summary = (text: string) => cover(`impact-assessment:\n  risk:\n    current: low\n${text}`);
    assert.deepEqual(fixed(rule, summary(`    summary: |\n      (Note: ${note})\n    residual: low`)), [
      summary('    residual: low'),
    ]);
    assert.deepEqual(fixed(rule, summary(`    summary: (Note - ${note})`)), [summary('').replace('low\n\n', 'low\n')]);
    assert.deepEqual(fixed(rule, summary(`    summary: |\n      It may flood.\n\n      (Note: ${note})\n`)), [
      summary('    summary: |\n      It may flood.\n'),
    ]);
    assert.deepEqual(fixed(rule, cover('executive-summary: Buses run. (Comments please)')), [
      cover('executive-summary: Buses run.'),
    ]);
    assert.deepEqual(fixed(rule, cover('executive-summary: "(Comments please)"')), [cover('executive-summary: ""')]);
    assert.deepEqual(fixed(rule, '10.1 Buses run.\n\nPlease do not delete the footnote.\n\n---\n\nFootnote: text\n'), [
      '---\ntemplate: committee-report\n---\n10.1 Buses run.\n\n---\n\nFootnote: text\n',
    ]);
  });

  it('keeps line ends when it deletes', () => {
    const text = cover(`executive-summary: |\n  (Comments please)\n\n  Buses run.`).replaceAll('\n', '\r\n');
    assert.deepEqual(fixed(rule, text), [cover('executive-summary: |\n  Buses run.').replaceAll('\n', '\r\n')]);
  });
});
