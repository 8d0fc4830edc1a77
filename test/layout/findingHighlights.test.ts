import assert from 'node:assert/strict';
import { createLayout } from '../../server/src/layout/createLayout.ts';
import { writeBody } from '../../server/src/layout/html/htmlWriter.ts';
import { parsePaper } from '../../server/src/paper/paper.ts';
import { createContext } from '../../server/src/analysis/ruleContext.ts';
import type { Finding } from '../../server/src/text/finding.ts';
import { knowledge, readMarks } from '../support/ruleExamples.ts';
import { examples } from '../support/samples.ts';
import { lintText } from '../../server/src/linter/applyFixes.ts';

/** The words that are marked in the HTML of a text, in which what is found stands between ⟦ and ⟧. */
function marksOf(text: string): string[] {
  const { text: plain, spans } = readMarks(text);
  const findings = spans.map((span): Finding => ({ rule: 'some-rule', severity: 'error', message: 'wrong', span }));
  const html = htmlOf(plain, findings);
  return [...html.matchAll(/<mark[^>]*>(.*?)<\/mark>/g)].map(([, words = '']) => words);
}

function htmlOf(text: string, findings: readonly Finding[]): string {
  const report = parsePaper(text);
  const { fields } = createContext(report, knowledge());
  return writeBody(createLayout(report, fields, { council: {} }), { findings });
}

const PAPER = '---\ntemplate: partner-paper\ntitle: A title\ncommittee: Cabinet\ndate: 2026-12-15\n---\n\n';

describe('the marks of findings', () => {
  it('stand round the very words: through emphasis, escapes, links, several lines and tables', () => {
    assert.deepEqual(marksOf(`${PAPER}One **bo⟦ld two** th⟧ree.\n`), ['ld two', ' th']);
    assert.deepEqual(marksOf(`${PAPER}Fish \\& ch⟦ips &amp; pe⟧as\n`), ['ips ', '&amp;', ' pe']);
    assert.deepEqual(marksOf(`${PAPER}See [the ⟦plan⟧](https://northmoor.gov.uk) and <https://a.example/⟦x⟧>.\n`), ['plan', 'x']);
    assert.deepEqual(
      marksOf(`${PAPER}1.1 One\n  t⟦wo\n  thr⟧ee\n`),
      ['wo', ' ', 'thr'].filter((part) => part !== ' '),
    );
    assert.deepEqual(marksOf(`${PAPER}> - a qu⟦ote⟧\n`), ['ote']);
    assert.deepEqual(marksOf(`${PAPER}| A | B |\n|---|---|\n| x \\| ⟦y⟧ | ⟦z⟧ |\n`), ['y', 'z']);
    assert.deepEqual(marksOf(`${PAPER}Words with a note.[^1]\n\n[^1]: The ⟦note⟧ itself.\n`), ['note']);
    assert.deepEqual(marksOf(PAPER.replace('A title', '"A ⟦ti\\u0074le⟧"')), ['title']);
  });

  it('take the whole of what is printed in another form', () => {
    assert.deepEqual(marksOf(PAPER.replace('2026-12-15', '2026-⟦12⟧-15')), ['15 December 2026']);
  });

  it('are of the more serious of two that overlap', () => {
    const text = `${PAPER}One two three.\n`;
    const at = text.indexOf('One');
    const finding = (severity: Finding['severity'], from: number, to: number): Finding => {
      return { rule: 'some-rule', severity, message: severity, span: { start: at + from, end: at + to } };
    };
    const html = htmlOf(text, [finding('info', 0, 13), finding('error', 4, 7)]);
    assert.deepEqual(
      [...html.matchAll(/<mark class="(\w+)"[^>]*>(.*?)<\/mark>/g)].map(([, severity, words]) => [severity, words]),
      [['info', 'One '], ['error', 'two'], ['info', ' three']],
    ); // prettier-ignore
  });

  it('give every finding of the examples a flag, but for those of what is not printed', () => {
    for (const { name, text } of examples) {
      const { report, context, findings } = lintText(text, knowledge());
      const html = writeBody(createLayout(report, context.fields, { council: {} }), { findings });
      const flagged = new Set([...html.matchAll(/<button[^>]* data-finding="(\d+)"/g)].map(([, place]) => Number(place)));
      const left = findings.filter((_, place) => !flagged.has(place)).map(({ rule, message }) => `${name}: ${rule} ${message}`);
      assert.ok(left.length <= findings.length / 4, left.join('\n'));
    }
  });
});
