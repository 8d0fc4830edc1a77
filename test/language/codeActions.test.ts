import assert from 'node:assert/strict';
import { lint } from '../../server/src/linter/lint.ts';
import { codeActions, suppressFinding, type Action } from '../../server/src/language/codeActions/codeActions.ts';
import { parsePaper } from '../../server/src/paper/paper.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { examples, withCrLf } from '../support/samples.ts';
import { knowledge } from '../support/acceptCompletion.ts';

const T = '---\ntemplate: committee-report\n';

/** What can be done at the `¦` of a text. */
function at(marked: string): { text: string; found: readonly Action[] } {
  const offset = marked.indexOf('¦');
  const text = marked.replace('¦', '');
  const report = parsePaper(text);
  return { text, found: codeActions(report, { start: offset, end: offset }, lint(report, knowledge)) };
}

/** The whole text after an action whose title begins so. */
function after(marked: string, title: string): string {
  const { text, found } = at(marked);
  const action = found.find((one) => one.title.startsWith(title));
  assert.ok(action, `“${title}” is not among: ${found.map((one) => one.title).join(', ')}`);
  return applyEdits(text, action.edits);
}

describe('actions', () => {
  it('fix a finding, or all of its kind, or all that is safe', () => {
    const text = `${T}title: x\nappendices: ¦n/a\nbackground-papers: Nil\npurpose: for decision\n---\n`;
    assert.deepEqual(
      at(text).found.map(({ title, kind, preferred }) => [title, kind, preferred]),
      [
        ['Change to “none”', 'quickfix', true],
        ['Fix all 3 of this kind in this report (field-invalid)', 'quickfix', false],
        ['Add all missing fields', 'refactor.rewrite', false],
        ['Suppress here, with a reason (field-invalid)', 'quickfix', false],
        ['Show the rule field-invalid', 'quickfix', false],
        ['Fix all that is safe to fix', 'source.fixAll.scrutiny', false],
      ],
    );
    const fixed = `${T}title: x\nappendices: none\nbackground-papers: none\npurpose: For Decision\n---\n`;
    assert.equal(after(text, 'Fix all 3'), fixed);
    assert.equal(after(text, 'Fix all that'), fixed);
    assert.equal(after(text, 'Change'), text.replace('¦n/a', 'none'));
  });

  it('name the rule to show', () => {
    const found = at(`${T}purpose: ¦Decision\n---\n`).found.find(({ command }) => command?.name === 'show-rule');
    assert.deepEqual(found?.command, { name: 'show-rule', rule: 'field-invalid' });
    assert.deepEqual(found.edits, []);
  });

  it('add all missing fields in the order of the form, each under a note', () => {
    assert.equal(
      after('---\ntemplate: ¦partner-paper\ndate: 2026-12-02\n---\n', 'Add all missing fields'),
      '---\ntemplate: partner-paper\n# Write its full official name, as it stands on the agenda.\ncommittee:\ndate: 2026-12-02\n# Say in a few words what the report is about, so that a resident who reads only the agenda understands it.\ntitle:\n---\n',
    );
    const text = after(`${T}impact-assessment:\n  ¦budget: £5 a year from the roads budget.\n---\n`, 'Add all missing fields');
    const report = parsePaper(text);
    assert.deepEqual(report.frontMatter.problems, []);
    assert.deepEqual([...new Set(lint(report, knowledge).findings.map(({ rule }) => rule))], ['field-empty']);
  });

  it('find all safe fixes of the examples, whatever the line ends', () => {
    for (const { name, text } of [...examples, ...examples.map(withCrLf)]) {
      const report = parsePaper(text);
      const found = codeActions(report, { start: 0, end: 0 }, lint(report, knowledge));
      const edits = found.find(({ kind }) => kind === 'source.fixAll.scrutiny')?.edits ?? [];
      const fixed = parsePaper(applyEdits(text, edits));
      const left = codeActions(fixed, { start: 0, end: 0 }, lint(fixed, knowledge));
      assert.ok(!left.some(({ kind }) => kind === 'source.fixAll.scrutiny'), name);
    }
  });
});

describe('suppressing', () => {
  const why = ' -- give the reason here';
  const cases: readonly (readonly [string, string])[] = [
    [`${T}title: x TBC¦\n---\n`, `${T}title: x TBC # scrutiny-disable-line to-be-confirmed${why}\n---\n`],
    [
      `${T}title: x TBC¦ # scrutiny-disable-line doubled-word -- a name\n---\n`,
      `${T}title: x TBC # scrutiny-disable-line to-be-confirmed doubled-word -- a name; give the reason here\n---\n`,
    ],
    [
      `${T}recommendations:\n  - Agree TBC¦ it.\n---\n`,
      `${T}recommendations:\n  - Agree TBC it. # scrutiny-disable-line to-be-confirmed${why}\n---\n`,
    ],
    [
      `${T}executive-summary: |\n  One.\n\n  Two TBC¦.\n---\n`,
      `${T}executive-summary: |\n  One.\n\n  <!-- scrutiny-disable-next-line to-be-confirmed${why} -->\n  Two TBC.\n---\n`,
    ],
    [
      `${T}executive-summary: |\n  One:\n\n  - two\n  - three TBC¦.\n---\n`,
      `${T}executive-summary: | # scrutiny-disable-line to-be-confirmed${why}\n  One:\n\n  - two\n  - three TBC.\n---\n`,
    ],
    [
      `${T}executive-summary: One two\n  three TBC¦.\n---\n`,
      `${T}executive-summary: One two\n  three TBC. # scrutiny-disable-line to-be-confirmed${why}\n---\n`,
    ],
    [`${T}---\n\nOne TBC¦.\n`, `${T}---\n\n<!-- scrutiny-disable-next-line to-be-confirmed${why} -->\nOne TBC.\n`],
    [
      `${T}---\n\n<!-- scrutiny-disable-next-line placeholder -- a name -->\nOne TBC¦ [insert name].\n`,
      `${T}---\n\n<!-- scrutiny-disable-next-line to-be-confirmed placeholder -- a name; give the reason here -->\nOne TBC [insert name].\n`,
    ],
    [
      `${T}---\n\nOne\ntwo TBC¦.\n\nThree\n`,
      `${T}---\n\n<!-- scrutiny-disable to-be-confirmed${why} -->\nOne\ntwo TBC.\n\n<!-- scrutiny-enable to-be-confirmed -->\n\nThree\n`,
    ],
    [
      `${T}---\n\n- one\n- two TBC¦\n\nThree\n`,
      `${T}---\n\n<!-- scrutiny-disable to-be-confirmed${why} -->\n- one\n- two TBC\n\n<!-- scrutiny-enable to-be-confirmed -->\n\nThree\n`,
    ],
    [
      `${T}---\n\n| a | b |\n|---|---|\n| TBC¦ | c |\n`,
      `${T}---\n\n<!-- scrutiny-disable to-be-confirmed${why} -->\n| a | b |\n|---|---|\n| TBC | c |\n\n<!-- scrutiny-enable to-be-confirmed -->\n`,
    ],
  ];
  for (const [text, wanted] of cases) {
    for (const lineEnd of ['\n', '\r\n']) {
      it(`puts a comment that works: ${JSON.stringify(text.replace(T, '').replaceAll('\n', lineEnd))}`, () => {
        const got = after(text.replaceAll('\n', lineEnd), 'Suppress here, with a reason (to-be-confirmed)');
        assert.equal(got, wanted.replaceAll('\n', lineEnd));
        const rules = lint(parsePaper(got), knowledge).findings.map(({ rule }) => rule);
        assert.ok(!rules.includes('to-be-confirmed') && !rules.includes('value-cut'), rules.join());
      });
    }
  }

  it('makes a reason harmless, and says nothing of what cannot be silenced', () => {
    const report = parsePaper(`${T}---\n\nOne TBC.\n`);
    const [finding] = lint(report, knowledge).findings.filter(({ rule }) => rule === 'to-be-confirmed');
    assert.ok(finding);
    const edits = suppressFinding(report, finding, ' agreed -->\n<b> ') ?? [];
    assert.deepEqual(edits.map(({ text }) => text), ['<!-- scrutiny-disable-next-line to-be-confirmed -- agreed → <b> -->\n']); // prettier-ignore
    assert.equal(suppressFinding(report, { ...finding, tags: ['not-suppressible'] }, 'why'), undefined);
  });

  it('works for every finding of the examples that it is offered for', () => {
    for (const { text } of examples) {
      const report = parsePaper(text);
      const { findings } = lint(report, knowledge);
      for (const finding of findings) {
        const edits = suppressFinding(report, finding, 'why');
        if (!edits) continue;
        const left = lint(parsePaper(applyEdits(text, edits)), knowledge).findings;
        assert.ok(left.length < findings.length, `${finding.rule}: ${finding.message}`);
      }
    }
  });
});
