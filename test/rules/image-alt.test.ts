import assert from 'node:assert/strict';
import { lint } from '../../server/src/linter/lint.ts';
import rule from '../../server/src/rules/plain-english/image-alt.ts';
import { knowledge, report } from '../support/ruleExamples.ts';
import { assertMarked, cover, findingsOf, fixed } from '../support/marked.ts';

const body = (text: string): string => `---\ntemplate: committee-report\n---\n${text}`;

describe('image-alt', () => {
  const found = ['![](a.png)', '![ ](a.png)', '![image](a.png)', '![Figure 3:](a.png)', '![visits.png](a.png)', '![a.png](a.png)', '![][chart]\n\n[chart]: a.png', '[![](a.png)](b.md)', '![Chart 1](a.png "Visits")']; // prettier-ignore
  for (const text of found) {
    it(`finds ${JSON.stringify(text)}`, () => {
      const image = /!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])/.exec(text)?.[0] ?? '';
      assertMarked(rule, `${text.replace(image, `⟦${image}⟧`)}\n`);
    });
  }

  const silent = ['![Visits rose from 900 to 1,200](a.png)', '![](line.png "decorative")', '![](line.png "Decorative")', '`![](a.png)`', '![Figure 1: visits by month](a.png)', '!\\[](a.png)']; // prettier-ignore
  silent.forEach((text) => it(`is silent on ${text}`, () => assertMarked(rule, `${text}\n`)));

  it('finds images in fields', () => {
    assertMarked(rule, cover('executive-summary: |\n  Text ⟦![](a.png)⟧.'));
    assertMarked(rule, body('## Executive Summary\n\n⟦![](a.png)⟧\n\n## 10. A\n\n⟦![](b.png)⟧\n'));
  });

  it('asks for a description, or marks it as decorative', () => {
    const skeleton = '![[insert what the image shows]](a.png)';
    assert.deepEqual(fixed(rule, '![](a.png)\n'), [body(`${skeleton}\n`), body('![](a.png "decorative")\n')]);
    assert.deepEqual(fixed(rule, '![Figure [1]](a.png)\n'.replace('[1]', '1')), [
      body(`${skeleton}\n`),
      body('![](a.png "decorative")\n'),
    ]);
    assert.deepEqual(fixed(rule, '![](a.png "Visits")\n'), [body('![[insert what the image shows]](a.png "Visits")\n')]);
    assert.deepEqual(fixed(rule, cover("executive-summary: 'See ![](a.png)'"))[1], cover('executive-summary: \'See ![](a.png "decorative")\'')); // prettier-ignore
  });

  it('is information in a draft', () => {
    const { findings } = lint(report(body('![](a.png)\n')), { ...knowledge(), stage: 'draft' }, [rule]);
    assert.deepEqual(findings.map(({ severity }) => severity), ['info']); // prettier-ignore
    assert.deepEqual(findingsOf(rule, body('![](a.png)\n')).map(({ severity }) => severity), ['error']); // prettier-ignore
  });
});
