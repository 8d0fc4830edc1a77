import assert from 'node:assert/strict';
import { lint } from '../../server/src/linter/lint.ts';
import rule from '../../server/src/rules/front-matter/value-needs-quotes.ts';
import { knowledge, report } from '../support/ruleExamples.ts';
import { assertMarked, cover, fixed } from '../support/marked.ts';

const list = (key: string, ...items: string[]): string => cover(`${key}:\n${items.map((item) => `  - ${item}`).join('\n')}`);

describe('value-needs-quotes on items of a list', () => {
  it('finds a title that a colon makes a key', () => {
    assertMarked(rule, list('appendices', '⟦Appendix 1: Plan⟧', 'title: Map', '⟦{ Appendix 3: Costs }⟧', '⟦Map of the pier:⟧'));
    assertMarked(rule, list('background-papers', '⟦Report to Cabinet: 5 May 2026⟧'));
  });
  it('is silent on what may be a misspelt key', () => {
    assertMarked(rule, list('appendices', 'titel: Plan', 'Appendix 1: Plan\n    file: plan.md'));
  });
  it('is all that is said of it', () => {
    const { findings } = lint(report(`${list('appendices', 'Appendix B: Plan')}\nSee Appendix B.\n`), knowledge());
    assert.deepEqual(findings.filter(({ path }) => path?.[0] === 'appendices').map(({ rule: id, message }) => [id, message]), [
      [
        'value-needs-quotes',
        'Because of the colon this is read as a key and its value, and not as a title. Write “title:” in front, and quotation marks round the text.',
      ],
    ]); // prettier-ignore
  });
  it('makes it the title, and what numbers it the label', () => {
    const first = (key: string, ...items: string[]): string | undefined => fixed(rule, list(key, ...items))[0];
    assert.equal(first('appendices', 'Appendix 1: Plan'), list('appendices', "title: 'Plan'"));
    assert.equal(
      first('appendices', 'title: Map', 'Appendix B: Plan'),
      list('appendices', 'title: Map', "label: Appendix B\n    title: 'Plan'"),
    );
    assert.equal(first('appendices', '{ Annex A: Plan }'), list('appendices', "{label: Annex A, title: 'Plan'}"));
    assert.equal(
      first('background-papers', 'Report: to Cabinet', 'A report: now'),
      list('background-papers', 'Report: to Cabinet', "title: 'A report: now'"),
    );
  });
});
