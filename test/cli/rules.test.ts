import assert from 'node:assert/strict';
import { columnsOf } from '../../server/src/cli/terminal/displayWidth.ts';
import { rules } from '../../server/src/rules/index.ts';
import { metaRules } from '../../server/src/linter/metaRules.ts';
import { run } from '../support/tempRepository.ts';

describe('scrutiny rules', () => {
  it('lists every rule with its severity', async () => {
    const { code, stdout } = await run(['rules'], { columns: 120 });
    assert.equal(code, 0);
    for (const { id } of [...rules, ...metaRules]) assert.match(stdout, new RegExp(`^${id} `, 'm'));
    assert.match(stdout, /^value-cut +warning +Text of a value/m);
    assert.match(stdout, /^field-missing +error\*/m);
    assert.match(stdout, /^field-order +off/m);
  });

  it('is never wider than the terminal', async () => {
    for (const columns of [24, 60, 80, 200]) {
      const { stdout } = await run(['rules'], { columns });
      for (const line of stdout.split('\n')) assert.ok(columnsOf(line) <= Math.max(columns, 40), line);
    }
  });
});

describe('scrutiny explain', () => {
  it('shows all of a rule’s documentation, with the place of the mistake marked', async () => {
    const { code, stdout } = await run(['explain', 'value-cut'], {});
    assert.equal(code, 0);
    assert.match(stdout, /^value-cut \(warning\)$/m);
    assert.match(stdout, /^Why: /m);
    assert.match(stdout, /\| title: Review of contract #12\n {2}\| {27}\^\^\^\n/);
    assert.match(stdout, /^Right:$/m);
    assert.doesNotMatch(stdout, /[⟦⟧]/);
  });

  it('can be asked for every rule', async () => {
    for (const { id, docs } of [...rules, ...metaRules]) {
      const { code, stdout } = await run(['explain', id], { columns: 200 });
      assert.equal(code, 0);
      assert.doesNotMatch(stdout, /[⟦⟧]/);
      if ('source' in docs && docs.source) assert.match(stdout, /^Source: /m);
      if ('bad' in docs) assert.ok(stdout.includes('^'), id);
    }
  });

  it('says what was probably meant', async () => {
    const near = await run(['explain', 'value-cot'], {});
    assert.deepEqual([near.code, near.stdout], [2, '']);
    assert.equal(near.stderr, 'scrutiny: there is no rule “value-cot”. Did you mean “value-cut”?\n');
    assert.match((await run(['explain', 'xyzzy-plugh-nothing'], {})).stderr, /scrutiny rules lists them all\.\n$/);
  });
});
