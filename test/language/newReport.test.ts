import assert from 'node:assert/strict';
import { newReport, newReportSnippet } from '../../server/src/language/snippet/reportText.ts';
import { plainText } from '../../server/src/language/snippet/tabStops.ts';
import { builtInTemplates } from '../../server/src/template/builtInTemplates.ts';
import { knowledge } from '../support/acceptCompletion.ts';

describe('a new report as a snippet', () => {
  const known = {
    committee: 'Cabinet',
    date: '2027-01-19',
    title: 'Fees: $5 {each} \\ more',
    contact: { name: 'Hannah Lisle', tel: '01632 960142' },
  };

  for (const template of builtInTemplates.values()) {
    it(`of ${template.name} is the same text as without stops, which are numbered from 1 and end in the body`, () => {
      const snippet = newReportSnippet(template, known, knowledge);
      assert.equal(plainText(snippet).replace(/ +$/gm, ''), newReport(template, known, knowledge).report.text);
      const stops = [...snippet.replace(/\\[\\$}]/g, '').matchAll(/\$\{?(\d+)/g)].map(([, number]) => Number(number));
      assert.deepEqual(stops, [...stops.slice(0, -1).map((_, i) => i + 1), 0]);
      assert.match(snippet, /\n1\.1 \$0\n$|\n\d+\.1 \$0\n$/);
    });
  }

  it('holds what is known, as YAML needs it written, and a stop for each required field that is not', () => {
    const template = builtInTemplates.get('committee-report');
    assert.ok(template);
    const lines = plainText(newReportSnippet(template, known, knowledge)).split('\n');
    assert.ok(lines.includes("title: 'Fees: $5 {each} \\ more'"), lines.join('\n'));
    const contact = lines.slice(lines.indexOf('officer-contact:')).filter((line) => /^ {2}[a-z]/.test(line));
    assert.deepEqual(contact.slice(0, 4), ['  name: Hannah Lisle', '  title: ', '  tel: 01632 960142', '  email: ']);
  });

  it('names the contact also where the template asks for none', () => {
    const template = builtInTemplates.get('partner-paper');
    assert.ok(template);
    const text = plainText(newReportSnippet(template, known, knowledge));
    assert.match(text, /\nofficer-contact:\n(?: +#.*\n)? {2}name: Hannah Lisle\n(?: +#.*\n)? {2}tel: 01632 960142\n---\n/);
  });
});
