import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatDocument } from '../../server/src/language/yaml/formatDocument.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { reportText } from '../robustness/texts.ts';
import { awkward, corpus, examples, withCrLf } from '../support/samples.ts';
import { readReport } from '../support/cursor.ts';

function formatted(text: string): string {
  const { report, checked } = readReport(text);
  return applyEdits(text, formatDocument(report, checked.context));
}

/** What is said, as the rules and the layout read it: the values of the fields, and what is found. */
function meaning(text: string): unknown {
  const { checked } = readReport(text);
  const { fields } = checked.context;
  const values = fields.all().map((value) => [value.path.join('.'), value.text?.text.trimEnd() ?? value.node?.kind]);
  return { values, body: text.slice(readReport(text).report.split.close?.start ?? 0) };
}

const T = 'template: committee-report\n';
const LONG =
  'The lights of the harbour have been out since the storm of November, and boats that come in at night find their way by the church.';

describe('formatting', () => {
  const cases: readonly (readonly [what: string, before: string, after: string])[] = [
    ['indentation', 'impact-assessment:\n     risk:\n          current: low\n          residual: low\n     other: None.\n', 'impact-assessment:\n  risk:\n    current: low\n    residual: low\n  other: None.\n'],
    ['lists', 'appendices:\n- title: Plan\n  file: plan.md\n-   title: Map\n    label: B\n', 'appendices:\n  - title: Plan\n    file: plan.md\n  - title: Map\n    label: B\n'],
    ['blanks behind colons and at the ends of lines', 'title:   Lights   \ncommittee : Cabinet\ndate: 2026-12-15 \n', 'title: Lights\ncommittee: Cabinet\ndate: 2026-12-15\n'],
    ['blank lines', '\n\ntitle: Lights\n\n\n\ncommittee: Cabinet\n\n', '\ntitle: Lights\n\ncommittee: Cabinet\n'],
    ['comments', '# One\ntitle: x   # kept as it is\nimpact-assessment:\n    # Two\n    other: None.\n    # Three\n  \nrecommendations:\n# Four\n- That.\n', '# One\ntitle: x   # kept as it is\nimpact-assessment:\n  # Two\n  other: None.\n  # Three\n\nrecommendations:\n  # Four\n  - That.\n'],
    ['blocks of text, whose own blanks stay', 'executive-summary: |\n      One.  \n\n\n        - deeper\n      Two.\nimpact-assessment:\n   budget: >-\n     Folded\n     text.\n', 'executive-summary: |\n  One.  \n\n\n    - deeper\n  Two.\nimpact-assessment:\n  budget: >-\n    Folded\n    text.\n'],
    ['blocks with their indentation in the header', 'impact-assessment:\n    budget: |2\n        One.\n      Two.\n', 'impact-assessment:\n  budget: |2\n      One.\n    Two.\n'],
    ['long text', `executive-summary: ${LONG}\n`, `executive-summary: |\n  ${LONG}\n`],
    ['long text in quotation marks, with a comment', `executive-summary: "${LONG} \\"No\\"."   # ask\n`, `executive-summary: | # ask\n  ${LONG} "No".\n`],
    ['long text in a list', `recommendations:\n- ${LONG}\n- "That: this."\n`, `recommendations:\n  - |\n    ${LONG}\n  - "That: this."\n`],
    ['text of several lines', 'executive-summary: One\n     two.\n\n     Three.\n', 'executive-summary: |\n  One two.\n  Three.\n'],
    ['text of several lines that is no Markdown', 'title: One\n       two\n', 'title: One\n  two\n'],
    ['quotation marks and brackets', "title: 'Lights: a review'\nexempt-paragraphs: [ 1,2 ]\nofficer-contact: {name: A,\n     tel: 01632 960123}\n", "title: 'Lights: a review'\nexempt-paragraphs: [ 1,2 ]\nofficer-contact: {name: A,\n     tel: 01632 960123}\n"],
    ['people in lists of lists', 'officer-contact:\n    -\n        name: A\n        tel: 1\n    - name: B\n', 'officer-contact:\n  -\n    name: A\n    tel: 1\n  - name: B\n'],
  ]; // prettier-ignore
  for (const [what, before, after] of cases) {
    it(`puts ${what} in order`, () => {
      const whole = (yaml: string): string => `---\n${T}${yaml}---\n\n## 10. A\n\n\n\n10.1   x  \n`;
      assert.equal(formatted(whole(before)), whole(after));
      assert.equal(formatted(whole(before).replaceAll('\n', '\r\n')), whole(after).replaceAll('\n', '\r\n'));
    });
  }

  const untouched = [
    `---\n${T}title: "unclosed\n   x: y\n---\n`,
    `---\n${T}title: Fees: a review\nx-a:   1\n---\n`,
    `---\n${T}x-a: &a   1\nx-b: *a\n---\n`,
    `---\n{ template: partner-paper,   title: x }\n---\n`,
    `---\n${T}title:   x\n\nNo closing line.\n`,
    '# Notes\n\ntitle:   x\n',
  ];
  for (const text of untouched) it(`leaves alone ${JSON.stringify(text)}`, () => assert.equal(formatted(text), text));

  it('changes nothing that is said, and a second time nothing at all, in every report there is', () => {
    for (const sample of [awkward, ...examples, ...corpus]) {
      for (const { text, name } of [sample, withCrLf(sample)]) {
        const once = formatted(text);
        assert.deepEqual(meaning(once), meaning(text), name);
        assert.equal(formatted(once), once, name);
      }
    }
  });

  it('does so for reports that were indented at random, and for any text', () => {
    const texts = examples.map(({ text }) => text.slice(0, text.indexOf('\n---', 5) + 5));
    const blanks = fc.constantFrom('', '', '', ' ', '  ', '\t');
    const disturbed = fc
      .record({ text: fc.constantFrom(...texts), crlf: fc.boolean(), step: fc.integer({ min: 1, max: 5 }), ends: fc.array(blanks, { minLength: 12, maxLength: 12 }), gaps: fc.array(fc.nat(3), { minLength: 7, maxLength: 7 }) })
      .map(({ text, crlf, step, ends, gaps }) => {
        const lines = text.split('\n').map((line, i) => {
          const [, indent = '', rest = ''] = /^( *)(.*)$/.exec(line) ?? [];
          if (rest.startsWith('---') || rest === '') return line;
          return `${' '.repeat((indent.length / 2) * step)}${rest.replace(/^([a-z-]+:)(?= \S)/, `$1${' '.repeat(gaps[i % 7] ?? 0)}`)}${ends[i % 12] ?? ''}`;
        });
        return lines.join(crlf ? '\r\n' : '\n');
      }); // prettier-ignore
    fc.assert(
      fc.property(fc.oneof(disturbed, reportText), (text) => {
        const once = formatted(text);
        assert.deepEqual(meaning(once), meaning(text));
        assert.equal(formatted(once), once);
      }),
      { numRuns: 60, seed: 2026 },
    );
  });
});
