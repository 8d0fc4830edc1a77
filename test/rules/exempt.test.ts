import assert from 'node:assert/strict';
import { lint } from '../../server/src/linter/lint.ts';
import exemptInPublic from '../../server/src/rules/access-to-information/exempt-in-public.ts';
import exemptParagraph from '../../server/src/rules/access-to-information/exempt-paragraph.ts';
import exemptReason from '../../server/src/rules/access-to-information/exempt-reason.ts';
import { knowledge, report } from '../support/ruleExamples.ts';
import { assertMarked, cover, fixed } from '../support/marked.ts';

describe('exempt-paragraph', () => {
  it('finds a report without one', () => {
    assertMarked(exemptParagraph, cover('status: ⟦exempt⟧'));
    assertMarked(exemptParagraph, cover('status: ⟦part-exempt⟧', 'cover-sheet'));
  });
  it('finds one that there is not', () => {
    assertMarked(exemptParagraph, cover('status: exempt\nexempt-paragraphs: ⟦8⟧'));
    assertMarked(exemptParagraph, cover('status: exempt\nexempt-paragraphs: [3, ⟦0⟧, ⟦2.5⟧, ⟦paragraph 3⟧]'));
    assertMarked(exemptParagraph, cover('status: public\nexempt-paragraphs: ⟦3 and 5⟧'));
  });
  it('is silent on what is right, blank, or another status', () => {
    for (const lines of [
      'status: exempt\nexempt-paragraphs: 3',
      'status: part-exempt\nexempt-paragraphs:\n  - 1\n  - 7',
      'status: public',
      'title: T',
      'status: exempt\nexempt-paragraphs:',
      'status: secret',
    ])
      // prettier-ignore
      assertMarked(exemptParagraph, cover(lines));
  });
  it('offers all seven, the one that was meant first', () => {
    const offered = fixed(exemptParagraph, cover('status: exempt\nexempt-paragraphs: para 5'));
    assert.equal(offered.length, 7);
    assert.equal(offered[0], cover('status: exempt\nexempt-paragraphs: 5'));
    assert.equal(fixed(exemptParagraph, cover('status: exempt'))[1], cover('status: exempt\nexempt-paragraphs: 1'));
  });
  it('speaks alone of a wrong number', () => {
    const { findings } = lint(
      report(cover('status: exempt\nexempt-reason: It would harm it.\nexempt-paragraphs: 9')),
      knowledge(),
    );
    assert.deepEqual(findings.map(({ rule, path }) => [rule, path?.[0]]).filter(([, key]) => key === 'exempt-paragraphs'), [['exempt-paragraph', 'exempt-paragraphs']]); // prettier-ignore
  });
});

describe('exempt-reason', () => {
  it('finds a report without one, or with one that gives no reason', () => {
    assertMarked(exemptReason, cover('status: ⟦exempt⟧\nexempt-paragraphs: 3'));
    assertMarked(exemptReason, cover('status: part-exempt\nexempt-reason: ⟦n/a⟧'));
    assertMarked(exemptReason, cover('status: part-exempt\nexempt-reason: "⟦Commercially sensitive.⟧"'));
    assertMarked(exemptReason, cover('status: exempt\nexempt-reason: ⟦Information relating to the financial or business affairs of any particular person⟧')); // prettier-ignore
  });
  it('is silent on a reason, on a public report, and on what another rule speaks of', () => {
    for (const lines of [
      'status: exempt\nexempt-reason: Publishing the prices would weaken the council in negotiation.',
      'status: exempt\nexempt-reason: The public interest in exemption outweighs that in disclosure.',
      'status: exempt\nexempt-reason:',
      "status: exempt\nexempt-reason: '[insert why]'",
      'status: public',
      'status: public\nexempt-reason: n/a',
    ])
      assertMarked(exemptReason, cover(lines));
  });
  it('puts a skeleton in the place of what says nothing', () => {
    assert.deepEqual(fixed(exemptReason, cover('status: exempt\nexempt-reason: n/a')), [
      cover("status: exempt\nexempt-reason: '[insert why the public interest in exemption outweighs that in disclosure]'"),
    ]);
  });
});

describe('exempt-in-public', () => {
  const found = [
    'The prices are in ⟦Appendix 2 (exempt⟧).',
    'The prices are in the ⟦confidential appendix⟧.',
    'This part is ⟦not for publication⟧ by virtue of paragraph 3.',
    'It is ⟦exempt information as defined in Paragraph 3⟧ of Part 1 of Schedule 12A.',
    'It is ⟦exempt from publication under paragraph 1⟧ of the Schedule; ⟦'.replace('; ⟦', '.'),
    'The appendix ⟦contains exempt information⟧ about tenders.',
  ];
  found.forEach((text) => it(`finds ${text}`, () => assertMarked(exemptInPublic, `${cover('status: public')}10.1 ${text}\n`)));
  const silent = [
    'This report contains no exempt information, and is not exempt under paragraph 3.',
    'Small firms are exempt from business rates, and the scheme from VAT.',
    'The number of exempt accommodation units is in Appendix 2. Appendix 2 exempt accommodation.',
    'No exempt appendix was needed. Exempt items were considered in March.',
    'The policy says “not for publication”.',
    'Members asked whether any exempt appendices were published.',
  ];
  silent.forEach((text) =>
    it(`is silent on ${text}`, () => assertMarked(exemptInPublic, `${cover('status: public')}10.1 ${text}\n`)),
  );

  it('finds a paragraph given in a public report, and titles of appendices', () => {
    assertMarked(exemptInPublic, cover('status: public\n⟦exempt-paragraphs⟧: 3'));
    assertMarked(exemptInPublic, cover('status: public\nappendices:\n  - title: ⟦Exempt Appendix⟧ 1, the prices'));
  });
  it('speaks once, and not of reports that say so', () => {
    assertMarked(exemptInPublic, `${cover('status: public')}10.1 The ⟦exempt appendix⟧. The exempt appendix.\n`);
    for (const status of ['part-exempt', 'exempt', '']) assertMarked(exemptInPublic, `${cover(`status: ${status}`)}10.1 The exempt appendix.\n`); // prettier-ignore
    assertMarked(exemptInPublic, `${cover('title: T')}10.1 The exempt appendix.\n`);
  });
});
