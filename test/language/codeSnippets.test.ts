import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { lint } from '../../server/src/linter/lint.ts';
import { plainText } from '../../server/src/language/completion/completion.ts';
import { makeCodeSnippets } from '../../server/src/language/snippet/codeSnippets.ts';
import { rules } from '../../server/src/rules/index.ts';
import { parsePaper } from '../../server/src/paper/paper.ts';
import { knowledge } from '../support/acceptCompletion.ts';

const file = readFileSync(new URL('../../snippets/scrutiny.code-snippets', import.meta.url), 'utf8');
const completeness = new Set<string>(rules.filter((rule) => rule.isCompleteness).map(({ id }) => id));

describe('snippets', () => {
  it('are those that the schemas make (npm run snippets writes them)', () => {
    assert.deepEqual(JSON.parse(file), makeCodeSnippets());
  });

  for (const [name, { prefix, body }] of Object.entries(makeCodeSnippets())) {
    it(`${name}: inserted, nothing is wrong but what is still to be written`, () => {
      const text = wholeReport(prefix, plainText(body.join('\n')));
      const report = parsePaper(text);
      assert.deepEqual(report.frontMatter.problems, [], text);
      const { findings } = lint(report, { ...knowledge, council: {}, stage: 'publish' });
      const others = findings.filter(({ rule }) => !completeness.has(rule));
      assert.deepEqual(others, [], text);
    });
  }
});

/** A snippet where an author would insert it. */
function wholeReport(prefix: string, block: string): string {
  if (block.startsWith('---')) return block;
  const head = '---\ntemplate: committee-report\n';
  if (prefix === 'risk') return `${head}impact-assessment:\n${block.replace(/^/gm, '  ')}\n---\n`;
  // The rule that is named must exist and have something to be silent about.
  const named = block.replaceAll(/\brule\b/g, 'doubled-word');
  if (prefix === 'suppress line') return `${head}title: Review of of the gritting routes ${named}\n---\n`;
  if (prefix === 'suppress next line') return `${head}---\n\n${named}\nThe of of routes.\n`;
  if (prefix === 'suppress part') return `${head}---\n\n${named.replace('\n\n\n', '\n\nThe of of routes.\n')}\n`;
  return /^[a-z-]+:/.test(block) ? `${head}${block}\n---\n\nSee Appendix 1.\n` : `${head}---\n\n${block}\n`;
}
