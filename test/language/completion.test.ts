import assert from 'node:assert/strict';
import fc from 'fast-check';
import { examples } from '../support/samples.ts';
import { accepted, labelsAt, offersAt } from '../support/acceptCompletion.ts';

const T = '---\ntemplate: committee-report\n';

/** A text with the cursor as `¦`, what is accepted there, and the whole text afterwards. */
type Case = readonly [text: string, label: string, after: string];

describe('completion', () => {
  const reports: readonly Case[] = [
    [`${T}¦\n---\n`, 'committee', `${T}committee: \n---\n`],
    [`${T}pur¦\ntitle: x\n---\n`, 'purpose', `${T}purpose: \ntitle: x\n---\n`],
    [`${T}\ntit¦\n\n---\n\nBody`, 'title', `${T}\ntitle: \n\n---\n\nBody`],
    [`${T}exec¦\n---\n`, 'executive-summary', `${T}executive-summary: |\n  \n---\n`],
    [`${T}recom¦\n---\n`, 'recommendations', `${T}recommendations:\n  - \n---\n`],
    [
      `${T}impact-assessment:\n  risk:\n    c¦\n---\n`,
      'categories',
      `${T}impact-assessment:\n  risk:\n    categories:\n      - \n---\n`,
    ],
    [
      `${T}imp¦\n---\n`,
      'impact-assessment',
      `${T}impact-assessment:\n  equalities: |\n    \n  budget: |\n    \n  well-being-and-health: |\n    \n  climate: |\n    \n  other: |\n    \n  risk:\n    current: Choose an item.\n    residual: Choose an item.\n---\n`,
    ],
    [`${T}off¦\n---\n`, 'officer-contact', `${T}officer-contact:\n  \n---\n`],
    [`${T}officer-contact:\n¦\n---\n`, 'tel', `${T}officer-contact:\n  tel: \n---\n`],
    [`${T}officer-contact:\n  name: A\n ¦\n---\n`, 'tel', `${T}officer-contact:\n  name: A\n  tel: \n---\n`],
    [`${T}committee:¦`, 'Cabinet', `${T}committee: Cabinet`],
    [`${T}committee: Har¦ # which\n---\n`, 'Harbour Committee', `${T}committee: Harbour Committee # which\n---\n`],
    [`${T}committee: 'Har¦\n---\n`, 'Harbour Committee', `${T}committee: 'Harbour Committee'\n---\n`],
    [`${T}purpose: "For I¦"\n---\n`, 'For Information', `${T}purpose: "For Information"\n---\n`],
    [
      `${T}officer-contact: ¦\n---\n`,
      'Hannah Lisle',
      `${T}officer-contact:\n  name: Hannah Lisle\n  title: Library Services Manager\n  tel: 01632 960142\n  email: hannah.lisle@northmoor.gov.uk\n---\n`,
    ],
    [
      `${T}officer-contact:\n  ¦\n---\n`,
      'Hannah Lisle',
      `${T}officer-contact:\n  name: Hannah Lisle\n  title: Library Services Manager\n  tel: 01632 960142\n  email: hannah.lisle@northmoor.gov.uk\n---\n`,
    ],
    [
      `${T}officer-contact:\n  name: Han¦\n  tel:\n  email: old@x.example\n---\n`,
      'Hannah Lisle',
      `${T}officer-contact:\n  name: Hannah Lisle\n  title: Library Services Manager\n  tel: 01632 960142\n  email: hannah.lisle@northmoor.gov.uk\n---\n`,
    ],
    [
      `${T}officer-contact:\n  - name: Tom Redfern\n  - ¦\n---\n`,
      'Hannah Lisle',
      `${T}officer-contact:\n  - name: Tom Redfern\n  - name: Hannah Lisle\n    title: Library Services Manager\n    tel: 01632 960142\n    email: hannah.lisle@northmoor.gov.uk\n---\n`,
    ],
    [
      `${T}officer-contact: { name: ¦ }\n---\n`,
      'Hannah Lisle',
      `${T}officer-contact: { name: Hannah Lisle, title: Library Services Manager, tel: 01632 960142, email: hannah.lisle@northmoor.gov.uk }\n---\n`,
    ],
    [`${T}officer-contact: { ¦ }\n---\n`, 'Tom Redfern', `${T}officer-contact: { name: Tom Redfern, tel: 01632 960175 }\n---\n`],
    [
      `${T}officer-contact:\n  name: Hannah Lisle\n  tel: ¦\n---\n`,
      '01632 960142',
      `${T}officer-contact:\n  name: Hannah Lisle\n  tel: 01632 960142\n  title: Library Services Manager\n  email: hannah.lisle@northmoor.gov.uk\n---\n`,
    ],
    [
      `${T}portfolio-holder: ¦\n---\n`,
      'Cllr Ruth Ellwood',
      `${T}portfolio-holder:\n  name: Cllr Ruth Ellwood\n  portfolio: 'Culture: libraries and museums'\n---\n`,
    ],
    [
      '---\r\ntemplate: committee-report\r\nportfolio-holder:\r\n  name: ¦\r\n---\r\n',
      'Cllr Ruth Ellwood',
      "---\r\ntemplate: committee-report\r\nportfolio-holder:\r\n  name: Cllr Ruth Ellwood\r\n  portfolio: 'Culture: libraries and museums'\r\n---\r\n",
    ],
    [`${T}appendices: ¦\n---\n`, '- Appendix', `${T}appendices:\n  - title: \n---\n`],
    [`${T}appendices: ¦\n---\n`, 'none', `${T}appendices: none\n---\n`],
    [
      `${T}appendices:\n  - title: x\n    file: ¦\n---\n`,
      'figures/plan 2.pdf',
      `${T}appendices:\n  - title: x\n    file: figures/plan 2.pdf\n---\n`,
    ],
    [`${T}appendices:\n  - title: x\n  ¦\n---\n`, '- Appendix', `${T}appendices:\n  - title: x\n  - title: \n---\n`],
    [
      `${T}impact-assessment:\n  risk:\n    categories: [hea¦, reputation]\n---\n`,
      'health-and-safety',
      `${T}impact-assessment:\n  risk:\n    categories: [health-and-safety, reputation]\n---\n`,
    ],
    [`${T}exempt-paragraphs: [3,¦]\n---\n`, '5', `${T}exempt-paragraphs: [3, 5]\n---\n`],
    [`${T}local-councillors: ¦\n---\n`, '- Local Councillor', `${T}local-councillors:\n  - \n---\n`],
    [
      `${T}impact-assessment: ¦\n---\n`,
      'Impact Assessment: its parts',
      `${T}impact-assessment:\n  equalities: |\n    \n  budget: |\n    \n  well-being-and-health: |\n    \n  climate: |\n    \n  other: |\n    \n  risk:\n    current: Choose an item.\n    residual: Choose an item.\n---\n`,
    ],
    [
      `${T}impact-assessment:\n  risk: { current: high, ¦ }\n---\n`,
      'residual',
      `${T}impact-assessment:\n  risk: { current: high, residual:  }\n---\n`,
    ],
    [`${T}impact-assessment:\n  risk: { current: ¦`, 'high', `${T}impact-assessment:\n  risk: { current: high`],
    [`${T}---\n\n## ¦\n`, '## 2. Financial Implications', `${T}---\n\n## 2. Financial Implications\n\n\n`],
    [`${T}---\n\n¦\n\n## 10. A\n`, '## Recommendation', `${T}---\n\n## Recommendation\n\n## 10. A\n`],
    [`${T}title: x # scru¦\n---\n`, 'scrutiny-disable-line', `${T}title: x # scrutiny-disable-line \n---\n`],
    [
      `${T}title: x # scrutiny-disable-line pla¦\n---\n`,
      'placeholder',
      `${T}title: x # scrutiny-disable-line placeholder -- \n---\n`,
    ],
    [`${T}---\n\n<!-- ¦\n`, 'scrutiny-disable-next-line', `${T}---\n\n<!-- scrutiny-disable-next-line  -->\n`],
    ['---\ntem¦\n---\n\nText', 'template', '---\ntemplate: \n---\n\nText'],
    ['pa¦', 'Partner Paper', '---\ntemplate: partner-paper\ncommittee: \ndate: \ntitle: \n---\n\n## 1. Introduction\n\n1.1 \n'],
    [
      '---\r\n¦\r\n---\r\n',
      'Partner Paper',
      '---\r\ntemplate: partner-paper\r\ncommittee: \r\ndate: \r\ntitle: \r\n---\r\n\r\n## 1. Introduction\r\n\r\n1.1 \r\n',
    ],
    [
      '\ufeff¦',
      'Partner Paper',
      '\ufeff---\ntemplate: partner-paper\ncommittee: \ndate: \ntitle: \n---\n\n## 1. Introduction\n\n1.1 \n',
    ],
    ['---\ntemplate: ¦committee-report\n---\n', 'cover-sheet', '---\ntemplate: cover-sheet\n---\n'],
    [`${T}title: "unclosed\npur¦\n---\n`, 'purpose', `${T}title: "unclosed\npurpose: \n---\n`],
  ];
  for (const [text, label, after] of reports) {
    it(`makes “${label}” of ${JSON.stringify(text.replace(T, ''))}`, () => assert.equal(accepted(text, label), after));
  }

  it('offers required keys first, in the order of the form, and none that is there', () => {
    const labels = labelsAt(`${T}committee: Cabinet\n¦\ntitle: x\n---\n\n## Executive Summary\n\nText.\n`);
    assert.deepEqual(labels.slice(0, 5), ['date', 'purpose', 'portfolio-holder', 'local-councillors', 'executive-director']);
    assert.equal(labels.indexOf('officer-contact') + 1, labels.indexOf('also-considered-by'));
    assert.ok(!['committee', 'title', 'executive-summary'].some((key) => labels.includes(key)));
  });

  it('offers the next meetings of the committee that stands beside the date, with their weekday', () => {
    const { offers } = offersAt(`${T}committee: cabinet\ndate: ¦\n---\n`);
    assert.deepEqual(
      offers.map(({ label, detail }) => [label, detail]),
      [
        ['2026-12-15', 'Tuesday 15 December 2026'],
        ['2027-01-19', 'Tuesday 19 January 2027'],
      ],
    );
    const other = labelsAt(`${T}committee: Cabinet\nalso-considered-by:\n  - committee: Harbour Committee\n    date: ¦\n---\n`);
    assert.deepEqual(other, ['2026-12-02']);
  });

  const nothing = [
    `${T}executive-summary: |\n  Text ¦\n---\n`,
    `${T}executive-summary: |\n  ¦\n---\n`,
    `${T}executive-summary: |\n  One.\n¦\n  Two.\n---\n`,
    `${T}executive-summary: |\n  One.\n\n  date: ¦\n---\n`,
    `${T}executive-summary: |\n  One.\n  # scru¦\n---\n`,
    `${T}executive-summary: Some te¦\n---\n`,
    `${T}executive-summary: Some\n  te¦\n---\n`,
    `${T}recommendations:\n  - Agree ¦\n---\n`,
    `${T}recommendations:\n  - |\n    Agree\n    ¦\n---\n`,
    `${T}title: # no¦te here\n---\n`,
    `${T}---\n\nSome text ¦\n`,
    `${T}---\n\nTe¦\n`,
    `${T}---\n\n## 10. Introduction\n\n¦\n`,
    `${T}---\n\n\`\`\`\n## ¦\n\`\`\`\n`,
    `${T}title: x\n--¦-\n`,
    '¦---\ntemplate: committee-report\n---\n',
  ];
  for (const text of nothing) {
    it(`offers nothing in ${JSON.stringify(text.replace(T, ''))}`, () => assert.deepEqual(labelsAt(text), []));
  }

  it('does not throw, and edits one line that holds the cursor, whatever the text', () => {
    const texts = examples.map(({ text }) => text.slice(0, 3000));
    const junk = fc.constantFrom(
      '',
      '\n',
      '\r\n',
      ' ',
      '- ',
      ': ',
      '[',
      '{',
      ']',
      '"',
      "'",
      '#',
      '|',
      '---\n',
      '<!-- ',
      '\t',
      'te',
      '\ufeff',
    );
    const where = fc.record({
      text: fc.constantFrom(...texts),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      junk,
      cut: fc.nat(40),
    });
    fc.assert(
      fc.property(where, ({ text, at, junk: added, cut }) => {
        const offset = Math.floor(at * text.length);
        const { text: whole, offset: cursor, offers } = offersAt(`${text.slice(0, offset)}${added}¦${text.slice(offset + cut)}`);
        for (const { edit, more } of offers) {
          assert.ok(edit.span.start <= cursor && cursor <= edit.span.end);
          assert.ok(!/[\r\n]/.test(whole.slice(edit.span.start, edit.span.end)));
          for (const { span } of more) assert.ok(span.end <= edit.span.start || span.start >= edit.span.end);
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('completion in council.yaml', () => {
  const cases: readonly Case[] = [
    ['¦', 'rules', 'rules:\n  '],
    ['rules:\n  acr¦', 'acronym-undefined', 'rules:\n  acronym-undefined: '],
    ['rules:\n  doubled-word: ¦', 'off', 'rules:\n  doubled-word: off'],
    ['committees:\n  - name: A\n    k¦', 'kind', 'committees:\n  - name: A\n    kind: '],
    ['committees:\n  - kind: ¦', 'board', 'committees:\n  - kind: board'],
    ['committees:\n  ¦', '- Committee', 'committees:\n  - name: '],
    [
      'checks:\n  - name: x\n    field: imp¦',
      'impact-assessment.budget',
      'checks:\n  - name: x\n    field: impact-assessment.budget',
    ],
    ['rules: { doubled-word: off, ¦ }', 'placeholder', 'rules: { doubled-word: off, placeholder:  }'],
  ];
  for (const [text, label, after] of cases) {
    it(`makes “${label}” of ${JSON.stringify(text)}`, () => assert.equal(accepted(text, label, true), after));
  }
});
