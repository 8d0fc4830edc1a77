import assert from 'node:assert/strict';
import { parsePaper } from '../../server/src/paper/paper.ts';
import { createContext, type RuleContext } from '../../server/src/analysis/ruleContext.ts';
import { keywords } from '../../server/src/analysis/keywordIndex.ts';
import { rules } from '../../server/src/rules/index.ts';
import { Memo } from '../../server/src/text/memo.ts';
import { corpus, examples } from '../support/samples.ts';
import { knowledge } from '../support/ruleExamples.ts';

const KNOWLEDGE = knowledge();
const SIGNS = {
  'the beginning of a word': keywords('append'),
  'a short beginning of a word': keywords('zq'),
  'a whole word': keywords('app '),
  'two words': keywords('be agreed'),
  'a mark': keywords('['),
  figures: keywords('0'),
};

/** The same context, but every text seems to hold every sign. */
function withEverySign(context: RuleContext): RuleContext {
  const words = Object.create(context.words, { textsWith: { value: () => context.prose } }) as RuleContext['words'];
  return Object.create(context, { words: { value: words }, kept: { value: new Memo() } }) as RuleContext;
}

describe('the signs that rules go by', () => {
  const found = (text: string): string[] => {
    const { words } = createContext(parsePaper(`---\ntemplate: committee-report\ntitle: "${text}"\n---\n`), KNOWLEDGE);
    return Object.entries(SIGNS).flatMap(([name, sign]) => (words.textsWith(sign).length > 0 ? [name] : []));
  };

  it('are found as words, whatever their letter case, and whatever stands between two of them', () => {
    assert.deepEqual(found('See APPENDIX B'), ['the beginning of a word']);
    assert.deepEqual(found('(App. B)'), ['a whole word']);
    for (const word of ['ZQ', 'zqa', 'zqabc', 'zqà', 'zq7'])
      assert.deepEqual(found(`The ${word}.`), ['a short beginning of a word'], word);
    assert.deepEqual(found('It is to be **agreed**'), ['two words']);
    assert.deepEqual(found('[Name], in 2026'), ['a mark', 'figures']);
  });

  it('are not found within words, or apart', () => {
    assert.deepEqual(found('reappend apply be or not agreed maybe agreed azq àzq àppend'), []);
  });

  it('stand in all that a rule finds', () => {
    const documented = rules.flatMap(({ docs }) =>
      [docs.bad, docs.good].map((text) => ({ name: docs.summary, text: text.replace(/[⟦⟧]/g, '') })),
    );
    for (const { name, text } of [...examples, ...corpus, ...documented]) {
      const report = parsePaper(text);
      const context = createContext(report, KNOWLEDGE);
      const all = withEverySign(context);
      for (const rule of rules)
        assert.deepEqual([...rule.check(report, context)], [...rule.check(report, all)], `${rule.id}: ${name}`);
    }
  });
});
