import assert from 'node:assert/strict';
import { lint, fixesFor } from '../../server/src/linter/lint.ts';
import captionNumber from '../../server/src/rules/numbering/caption-number.ts';
import repeated from '../../server/src/rules/numbering/paragraph-number-repeated.ts';
import skipped from '../../server/src/rules/numbering/paragraph-number-skipped.ts';
import type { Rule } from '../../server/src/rules/rule.ts';
import sectionNumber from '../../server/src/rules/numbering/section-number-broken.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { knowledge, report } from '../support/ruleExamples.ts';
import { cover } from '../support/marked.ts';

/** The titles of the first finding's fixes, and the body as the first of them leaves it. */
function fix(rule: Rule, body: string, fields = 'title: A', template = 'cover-sheet'): { titles: string[]; body: string } {
  const front = cover(fields, template);
  const parsed = report(`${front}\n${body}`);
  const { findings, context } = lint(parsed, knowledge(), [rule]);
  assert.ok(findings[0], `nothing found in: ${body}`);
  const fixes = fixesFor(findings[0], parsed, context);
  const text = fixes[0] ? applyEdits(parsed.text, fixes[0].edits) : parsed.text;
  return { titles: fixes.map(({ title }) => title), body: text.startsWith(front) ? text.slice(front.length + 1) : text };
}

/** `1: 1.1 1.2 - 2: 2.1` as headings and paragraphs; a number in brackets is that of a reference. */
function write(outline: string): string {
  return outline
    .split(' ')
    .map((word) => {
      if (word.startsWith('('))
        return `See ${word.slice(1, -1).includes('.') ? 'paragraph' : 'section'} ${word.slice(1, -1)}.\n\n`;
      if (word === 'A:') return '## Appendix A\n\n';
      if (word.endsWith(':')) return `## ${word === '-:' ? 'Next' : `${word.slice(0, -1)}. Costs`}\n\n`;
      return word.startsWith('#') ? `### ${word.slice(1)} More\n\n` : `${word} The pier.\n\n`;
    })
    .join('');
}

function assertBecomes(rule: Rule, before: string, after: string): void {
  assert.equal(fix(rule, write(before)).body, write(after), `${before} → ${after}`);
}

describe('renumbering paragraphs', () => {
  it('goes on from a number that stands twice, as far as the numbers follow on', () => {
    assertBecomes(repeated, '1: 1.1 1.2 1.2 1.3 2: 2.1', '1: 1.1 1.2 1.3 1.4 2: 2.1');
    assertBecomes(repeated, '1: 1.1 1.2 1.2 1.4', '1: 1.1 1.2 1.3 1.4');
    assertBecomes(repeated, '3: 3.1 3.2 3.3 3.1', '3: 3.1 3.2 3.3 3.4');
    assertBecomes(repeated, '12: 12.1 12.1.1 12.1.1 12.1.2 12.2', '12: 12.1 12.1.1 12.1.2 12.1.3 12.2');
    assertBecomes(repeated, '1: 1.1 1.1 1.1.1 1.2 1.2.1', '1: 1.1 1.2 1.2.1 1.3 1.3.1');
    assertBecomes(repeated, '1: 1.1 #1.2 1.2.1 #1.2 1.2.2 1.3', '1: 1.1 #1.2 1.2.1 #1.3 1.3.1 1.4');
  });
  it('closes a gap', () => {
    assertBecomes(skipped, '7: 7.1 7.4 7.5', '7: 7.1 7.2 7.3');
    assertBecomes(skipped, '7: 7.2 7.3', '7: 7.1 7.2');
    assertBecomes(skipped, '3: 3.1 3.3 3.2 3.4', '3: 3.1 3.2 3.3 3.4');
    assertBecomes(skipped, '1: 1.1 1.1.1 1.2.1 1.4 1.5', '1: 1.1 1.1.1 1.2.1 1.3 1.4');
    assertBecomes(skipped, '12: 12.1 12.1.1 12.1.3 12.2', '12: 12.1 12.1.1 12.1.2 12.2');
  });
  it('gives the paragraphs of another section their own', () => {
    assertBecomes(skipped, '7: 7.1 8: 7.2 7.3 9: 9.1', '7: 7.1 8: 8.1 8.2 9: 9.1');
    assertBecomes(skipped, '7: 7.1 7.2 8: 8.1 7.2 8.3', '7: 7.1 7.2 8: 8.1 8.2 8.3');
  });
  it('moves the references along, in the fields too', () => {
    assertBecomes(repeated, '1: (1.3) 1.1 1.2 1.2 1.3 2: (1.1) (1.3)', '1: (1.4) 1.1 1.2 1.3 1.4 2: (1.1) (1.4)');
    assertBecomes(skipped, '7: 7.1 7.4 (7.4) 7.5 8: (7.5)', '7: 7.1 7.2 (7.2) 7.3 8: (7.3)');
    const { body } = fix(
      skipped,
      write('7: 7.1 7.4'),
      'executive-summary: >\n  As paragraph 7.4\n  and paras 7.1 and 7.4 say.\ntitle: Review of paragraph 7.4',
    );
    assert.match(body, /paragraph 7\.2\n {2}and paras 7\.1 and 7\.2 say\.\ntitle: Review of paragraph 7\.4/);
  });
  it('lets alone references to what stands twice, to other documents, in quotations and in appendices', () => {
    assertBecomes(repeated, '1: 1.1 1.2 1.2 (1.2)', '1: 1.1 1.2 1.3 (1.2)');
    assertBecomes(skipped, '1: 1.1 1.3 A: (1.3)', '1: 1.1 1.2 A: (1.3)');
    const others = 'See paragraph 1.3 of the Local Plan.\n\n> See paragraph 1.3.\n\n`paragraph 1.3`\n';
    assert.equal(fix(skipped, write('1: 1.1 1.3') + others).body, write('1: 1.1 1.2') + others);
  });
  it('is not offered where a section without a number begins', () => {
    assert.deepEqual(fix(skipped, write('3: 3.1 3.2 -: 5.1 5.2')).titles, []);
  });
  it('says what it does', () => {
    assert.deepEqual(fix(repeated, write('1: 1.1 1.1')).titles, ['Number this paragraph 1.2']);
    assert.deepEqual(fix(repeated, write('1: 1.1 1.1 1.2')).titles, [
      'Number this paragraph 1.2, and those after it on from there',
    ]);
  });
  it('keeps line ends', () => {
    const windows = (outline: string): string => write(outline).replaceAll('\n', '\r\n');
    assert.equal(fix(skipped, windows('7: 7.1 7.4 (7.4)')).body, windows('7: 7.1 7.2 (7.2)'));
  });
});

describe('renumbering paragraphs that are numbered straight through', () => {
  const figure = '\n![The pier](pier.png)\n\n';
  it('goes through lists that go on', () => {
    assert.equal(fix(skipped, `1. A\n2. B\n${figure}4. C\n5. D\n${figure}6. See paragraph 5.\n`).body, `1. A\n2. B\n${figure}3. C\n4. D\n${figure}5. See paragraph 4.\n`); // prettier-ignore
    assert.equal(fix(repeated, `1. A\n2. B\n${figure}2. C\n3. D\n${figure}1. own\n`).body, `1. A\n2. B\n${figure}3. C\n4. D\n${figure}1. own\n`); // prettier-ignore
  });
  it('goes on inside a list', () => {
    assert.equal(fix(skipped, '3. A\n\n4. B\n\n6. C\n\n7. D\n').body, '3. A\n\n4. B\n\n5. C\n\n6. D\n');
    assert.equal(fix(repeated, '1. A\n\n2. B\n\n2. C\n').body, '1. A\n\n2. B\n\n3. C\n');
  });
});

describe('renumbering a list of the cover', () => {
  it('begins with 1, or takes the only number away', () => {
    assert.match(fix(skipped, '', 'executive-summary: |\n  3. A\n  4. B').body, /\|\n {2}1\. A\n {2}2\. B\n/);
    assert.match(
      fix(skipped, '', 'reason-for-recommendations: 2. Members should know.').body,
      /recommendations: Members should know\.\n/,
    );
    assert.equal(fix(skipped, '## Executive Summary\n\n3) A\n4) B\n').body, '## Executive Summary\n\n1) A\n2) B\n');
  });
});

describe('renumbering sections', () => {
  it('takes their paragraphs and the references along', () => {
    assertBecomes(sectionNumber, '1: 2: 2.1 2: 2.1 2.2 3: 3.1 (3) (3.1)', '1: 2: 2.1 3: 3.1 3.2 4: 4.1 (4) (4.1)');
    assertBecomes(sectionNumber, '1: 2: 4: 4.1 (4.1) 5: (4) (1)', '1: 2: 3: 3.1 (3.1) 4: (3) (1)');
    assertBecomes(sectionNumber, '1: 3: 2: 4: (2) (3)', '1: 2: 3: 4: (3) (2)');
    assertBecomes(sectionNumber, '1: 2: 1: 2: A: 1: 2:', '1: 2: 3: 4: A: 1: 2:');
    assertBecomes(sectionNumber, '1: 3: 2.1 2.2', '1: 2: 2.1 2.2');
  });
  it('numbers one without a number as the others are', () => {
    assert.equal(fix(sectionNumber, '## 1.0 A\n\n## B\n\n## 2.0 C\n').body, '## 1.0 A\n\n## 2.0 B\n\n## 3.0 C\n');
    assert.equal(fix(sectionNumber, '## 1 A\n\n## B\n\n## 3 C\n').body, '## 1 A\n\n## 2 B\n\n## 3 C\n');
    assert.equal(fix(sectionNumber, '## B\n\n## 10. A\n\n## 11. C\n', 'title: A', 'committee-report').body, '## 10. B\n\n## 11. A\n\n## 12. C\n'); // prettier-ignore
    assert.equal(fix(sectionNumber, '## B\n\n## 2. A\n\n## 3. C\n').body, '## 1. B\n\n## 2. A\n\n## 3. C\n');
  });
  it('takes a number away where the others have none', () => {
    assert.deepEqual(fix(sectionNumber, '## A\n\n## 1. B\n\n## C\n'), { titles: ['Take the number away'], body: '## A\n\n## B\n\n## C\n' }); // prettier-ignore
    assert.deepEqual(fix(sectionNumber, '## A\n\n## 1. B\n\n1.1 B\n\n## C\n').titles, []);
  });
  it('takes links to their headings along', () => {
    const links = (number: number): string => `[a](#1-a) [b](#${number}-b "B") [more](#${number}1-more)\n`;
    assert.equal(
      fix(sectionNumber, `## 1. A\n\n${links(3)}\n## 3. B\n\n### 3.1 More\n`).body,
      `## 1. A\n\n${links(2)}\n## 2. B\n\n### 2.1 More\n`,
    );
  });
  it('lets alone references to a section of the cover that has the same number', () => {
    const { body } = fix(sectionNumber, '## 5. A\n\nSee section 7.\n\n## 7. B\n', 'title: A', 'committee-report');
    assert.equal(body, '## 5. A\n\nSee section 7.\n\n## 6. B\n');
  });
});

describe('renumbering captions', () => {
  const captions = (text: string): string =>
    text.split(' ').map((label) => (label.startsWith('(') ? `See Table ${label.slice(1, -1)}.\n\n` : `Table ${label}: Use\n\n| A |\n|---|\n| 1 |\n\n`)).join(''); // prettier-ignore
  const becomes = (before: string, after: string): void =>
    assert.equal(fix(captionNumber, captions(before)).body, captions(after));
  it('goes on from one that stands twice, and takes references along', () => {
    becomes('1 1 2 (2) 3', '1 2 3 (3) 4');
    becomes('1 1 3 (3) (1)', '1 2 3 (3) (1)');
    becomes('4.1 4.1 4.2 5.1', '4.1 4.2 4.3 5.1');
  });
  it('puts them in order', () => {
    becomes('2 1 3 (1) (2)', '1 2 3 (2) (1)');
    becomes('1 3 2 4', '1 2 3 4');
    assert.deepEqual(fix(captionNumber, captions('2 1')).titles, ['Number the tables in the order in which they stand']);
  });
  it('is not offered for letters, or for numbers in images', () => {
    assert.deepEqual(fix(captionNumber, captions('1a 1a')).titles, []);
    assert.deepEqual(fix(captionNumber, 'Figure 1: A\n\n![Figure 2: B](b.png)\n\nFigure 1: C\n').titles, []);
  });
});
