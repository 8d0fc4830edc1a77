import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readCouncil } from '../../server/src/council/council.ts';

const RULES = ['field-missing', 'risk-incomplete'];
const findings = (text: string): string[] =>
  readCouncil(text, RULES).findings.map(({ span, message }) => `${text.slice(span.start, span.end)} | ${message}`);

describe('council.yaml', () => {
  it('of the example repository has no mistakes', () => {
    const text = readFileSync(new URL('../../examples/northmoor/council.yaml', import.meta.url), 'utf8');
    const { council, findings: found, unreadable } = readCouncil(text, RULES);
    assert.deepEqual([found, unreadable], [[], undefined]);
    assert.equal(council.name, 'Northmoor Council');
    assert.ok((council.committees ?? []).length > 2);
  });

  it('may be empty', () => {
    for (const text of ['', '# nothing yet\n', '---\n'])
      assert.deepEqual(readCouncil(text, RULES), { council: {}, findings: [] });
  });

  it('is told where a key is misspelt, and what was meant', () => {
    assert.deepEqual(findings('name: N\ncomittees: []\n'), [
      'comittees | council.yaml has no “comittees” here. Did you mean “committees”?',
    ]);
    assert.deepEqual(findings('committees:\n  - {name: A, meeting: []}\n'), [
      'meeting | council.yaml has no “meeting” here. Did you mean “meetings”?',
    ]);
    assert.deepEqual(findings('rules: { field-mising: off }\n'), [
      'field-mising | There is no rule “field-mising”. Did you mean “field-missing”?',
    ]);
  });

  it('is told what a value may be', () => {
    assert.deepEqual(findings('rules:\n  field-missing: fatal\n').length, 1);
    assert.match(findings('rules:\n  field-missing: fatal\n')[0] ?? '', /^fatal \| .*choose off, info, warning or error/);
    assert.match(findings('colour: green\n')[0] ?? '', /^green \| Colour/);
    assert.match(findings('committees:\n  - {kind: scrutiny}\n')[0] ?? '', /Name is missing/);
  });

  it('is told of text that YAML takes for something else', () => {
    assert.deepEqual(findings('name: Northmoor: the council\n'), [
      'Northmoor: the council | This text must stand in quotation marks.',
    ]);
  });

  it('is used without the parts that are wrong', () => {
    const { council } = readCouncil(
      'name: N\nrules: { field-missing: fatal, risk-incomplete: off }\ncommittees:\n  - {kind: board}\n  - {name: A}\n',
      RULES,
    );
    assert.deepEqual(JSON.parse(JSON.stringify(council)), {
      name: 'N',
      rules: { 'risk-incomplete': 'off' },
      committees: [{ name: 'A' }],
    });
  });

  it('that is no YAML says where, and nothing of it is used', () => {
    const { council, unreadable } = readCouncil('name: N\n\tcommittees: []\n', RULES);
    assert.deepEqual(council, {});
    assert.equal(unreadable?.start, 9);
    for (const text of ['rules: {value-cut: off\n', 'committees: [\nname: N\n'])
      assert.ok(readCouncil(text, RULES).unreadable, text);
  });
});
