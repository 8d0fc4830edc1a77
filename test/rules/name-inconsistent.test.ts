import assert from 'node:assert/strict';
import { lint } from '../../server/src/linter/lint.ts';
import acronymUndefined from '../../server/src/rules/plain-english/acronym-undefined.ts';
import rule from '../../server/src/rules/contacts/name-inconsistent.ts';
import { findNames, isNear } from '../../server/src/analysis/properNames.ts';
import { knowledge, report } from '../support/ruleExamples.ts';
import { assertMarked, cover, findingsOf, fixed } from '../support/marked.ts';

const council =
  'committees:\n  - { name: Harbour Overview and Scrutiny Committee }\n  - { name: Place and Coast Overview Committee }\n  - { name: Place and Coast Scrutiny Committee }\nofficers:\n  - { name: Claire Combes, title: Corporate Director for Coast and Learning }\n';
const body = (text: string): string => `${cover('committee: Place and Coast Overview Committee')}\n10.1 ${text}\n`;

describe('name-inconsistent', () => {
  const found = [
    'The ⟦Harbour and Overview Scrutiny Committee⟧ met.',
    'The ⟦Harbour Overveiw and Scrutiny Committee⟧ met.',
    'Members of the ⟦Place and Coast Overviews Committe⟧ met.'.replace('Overviews', 'Overview'),
    'It was written by ⟦Clare Combes⟧ and ⟦Claire Combs⟧.',
    'It was written by ⟦Claire Combe⟧.',
    'The ⟦Director of Coast and Learning Coast⟧ agreed.',
    'Safe Harbours helps. Safe Harbours knows. *⟦Safer Harbours⟧* does not.',
    'MARAC, MARAC and MARAC, but ⟦MRAAC⟧s.',
    'The Nautical Education Plan and the Nautical Education Plan, or ⟦Nautical Educational Plan⟧.',
  ];
  found.forEach((text) => it(`finds ${text}`, () => assertMarked(rule, body(text), council)));

  const silent = [
    'The Harbour Overview & Scrutiny Committee and the Harbour overview and scrutiny committee met.',
    'The Place and Coast Scrutiny Committee met. The Overview and Scrutiny Committees met.',
    'Claire Combes’s report. Clara Combes and Claire Coombs-Hill are others. Mr Combes spoke.',
    'Safe Harbours helps. Safer Harbours does not.',
    'Domestic Homicides rose. Domestic Homicides fell. A Domestic Homicide Review. One Domestic Homicide.',
    'The Quality Impact Form, the Quality Impact Form and the Equality Impact Form.',
    'Cllr Jane Brown. Cllr Jane Brown. Cllr Janet Brown.',
    'Key Stage 1, Key Stage 1, Key Stage 2. EHCP, EHCP. UASC, EHCP.',
    'Coast and Learning; Learning and Coast. The Director of Coast and Learning agreed.',
    'MARAC and MRAAC met.',
    'The Coast and Well-being Board, the Coast and Well-being Board, the Coast and Wellbeing Board.',
  ];
  silent.forEach((text) => it(`is silent on ${text}`, () => assertMarked(rule, body(text), council)));

  it('is silent in quotations, and on other people of the cover', () => {
    assertMarked(rule, `${body('Text.')}\n> The Harbour and Overview Scrutiny Committee met.\n`, council);
    assertMarked(rule, cover('local-councillors: [Clare Combes]\ncommittee: Harbour and Overview Scrutiny Committee'), council);
  });

  it('is heard before the rule on abbreviations that nobody spells out', () => {
    const text = body('The Multi-Agency Risk Assessment Conference (MARAC) met. MARAC and MARAC, but MRAAC.');
    const found = lint(report(text), knowledge(), [rule, acronymUndefined]).findings;
    assert.deepEqual(found.map((finding) => finding.rule), ['name-inconsistent']); // prettier-ignore
  });

  it('says where the right name stands, and writes it', () => {
    const said = (text: string): string[] => findingsOf(rule, text, council).map(({ message }) => message);
    assert.deepEqual(said(body('The Harbour and Overview Scrutiny Committee met.')), ['“Harbour and Overview Scrutiny Committee” is “Harbour Overview and Scrutiny Committee” in council.yaml. Write the same name everywhere.']); // prettier-ignore
    assert.deepEqual(
      fixed(rule, cover('title: For the Harbour and Overview Scrutiny Committee'), council),
      [cover('title: For the Harbour Overview and Scrutiny Committee')], // prettier-ignore
    );
    assert.deepEqual(fixed(rule, body('The Safe Harbour Group, the Safe Harbour Group, the Safer Harbour Group.')), [
      body('The Safe Harbour Group, the Safe Harbour Group, the Safe Harbour Group.'),
    ]);
  });

  it('looks at names of two words and more, without what a sentence begins with', () => {
    const text =
      "At the Harbour Board the Office for Sea Safety spoke. This Report. Dunn's and Vale & Coast Trust's, with Health, Housing and Care of the Coast. The Harbour Board met.";
    assert.deepEqual([...findNames([text])], [['Harbour Board', 2], ['Office for Sea Safety', 1], ["Dunn's and Vale & Coast Trust", 1], ['Health, Housing and Care of the Coast', 1]]); // prettier-ignore
  });

  it('takes a letter or an ending for a slip, a plural or another word for none', () => {
    const near = [['safe', 'safer'], ['education', 'educational'], ['overview', 'overveiw'], ['committee', 'committe'], ['claire', 'clare'], ['combes', 'combas']]; // prettier-ignore
    const far = [['board', 'boards'], ['party', 'parties'], ['quality', 'equality'], ['stage', 'state'], ['2019', '2020'], ['child', 'children'], ['jan', 'jane'], ['care', 'core']]; // prettier-ignore
    for (const [a = '', b = ''] of near) assert.ok(isNear(a, b) && isNear(b, a), `${a} ${b}`);
    for (const [a = '', b = ''] of far) assert.ok(!isNear(a, b) && !isNear(b, a), `${a} ${b}`);
  });
});
