import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { documentAll, documentRule } from '../../server/src/linter/ruleDocs.ts';
import { rules } from '../../server/src/rules/index.ts';
import { metaRules } from '../../server/src/linter/metaRules.ts';
import { run } from '../support/tempRepository.ts';

describe('docs/rules.md', () => {
  it('is what the rules say of themselves (npm run docs writes it)', () => {
    assert.equal(readFileSync(new URL('../../docs/rules.md', import.meta.url), 'utf8'), documentAll());
  });

  it('has a place for every rule, named like it', () => {
    const headings = new Set(documentAll().match(/^### .*$/gm));
    for (const { id } of [...rules, ...metaRules]) assert.ok(headings.has(`### ${id}`), id);
  });

  it('says what scrutiny explain says', async () => {
    for (const rule of [...rules, ...metaRules]) {
      const { stdout } = await run(['explain', rule.id], { columns: 1000 });
      const shown = plain(stdout);
      for (const block of documentRule(rule)
        .replace(/^(`{3,})[^]*?^\1$/gm, '')
        .split('\n\n')) {
        const words = plain(block.replace(/^\*\*(?:Severity|Fix):\*\*/, ''));
        assert.ok(shown.includes(words), `${rule.id}: ${words}`);
      }
    }
  });
});

/** The words alone: neither marks of Markdown nor line ends nor letter case. */
function plain(text: string): string {
  return text.replace(/[*`]/g, '').replace(/\s+/g, ' ').trim().toLowerCase();
}
