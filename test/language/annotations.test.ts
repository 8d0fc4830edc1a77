import assert from 'node:assert/strict';
import { lint } from '../../server/src/linter/lint.ts';
import { inlayHints } from '../../server/src/language/structure/inlayHints.ts';
import { codeLenses } from '../../server/src/language/structure/codeLenses.ts';
import { buildSymbolTable } from '../../server/src/language/symbols/symbolTable.ts';
import { semanticTokens } from '../../server/src/language/structure/semanticTokens.ts';
import { createLayout } from '../../server/src/layout/createLayout.ts';
import { generatedNumbers } from '../../server/src/lsp/handlers/generatedNumbers.ts';
import { awkward, corpus, examples, withCrLf } from '../support/samples.ts';
import { knowledge } from '../support/acceptCompletion.ts';
import { readReport } from '../support/cursor.ts';

const T = '---\ntemplate: committee-report\n';

describe('code lenses', () => {
  const titles = (text: string, stage: 'draft' | 'publish' = 'draft'): string[] => {
    const { report, checked } = readReport(text, { stage });
    return codeLenses(report, checked).map(({ title }) => title);
  };
  const paper = (date: string, more = ''): string =>
    `---\ntemplate: partner-paper\ncommittee: Cabinet\ndate: ${date}\ntitle: Lights\n${more}---\n`;

  it('say until when to publish, and how much is to be fixed before, in a draft as when it is published', () => {
    assert.deepEqual(titles(paper('2026-12-15')), ['Publish by Mon 7 Dec 2026: 11 working days left', 'Fit to publish']);
    for (const stage of ['draft', 'publish'] as const) {
      assert.deepEqual(titles(`${paper('2026-12-15')}\nThe cost is TBC, at [insert sum].\n`, stage), [
        'Publish by Mon 7 Dec 2026: 11 working days left',
        '2 problems to fix before publication',
      ]);
      assert.deepEqual(titles('---\ntemplate: partner-paper\n---\n', stage), ['3 problems to fix before publication']);
    }
    assert.deepEqual(titles(paper('2026-11-25')), ['Publish by Tue 17 Nov 2026: that day has passed', '2 problems to fix before publication']); // prettier-ignore
    assert.deepEqual(titles(paper('2026-11-17')), ['Fit to publish']);
    assert.deepEqual(titles('Text\n'), []);
  });

  it('count what a check at publication finds, in every report there is', () => {
    for (const { text } of [awkward, ...examples, ...corpus]) {
      const { report, checked } = readReport(text);
      const published = lint(report, { ...knowledge, stage: 'publish' }).findings.filter(({ severity }) => severity !== 'info');
      const title = codeLenses(report, checked).at(-1)?.title ?? '';
      assert.equal(Number(/^\d+/.exec(title)?.[0] ?? 0), published.length);
    }
  });
});

describe('inlay hints', () => {
  const hinted = (text: string): string => {
    const read = readReport(text);
    const hints = inlayHints(read.report, read.checked.context, generatedNumbers(read));
    return [...hints].reverse().reduce((out, { offset, label }) => `${out.slice(0, offset)}‹${label}›${out.slice(offset)}`, text);
  };

  it('show the numbers and labels that the layout will give, and only those', () => {
    const text = `${T}appendices:\n  - title: Plan\n  - label: Appendix B\n    title: Map\n  - title: Appendix C - Survey\n---\n\n## Executive Summary\n\nIt is dark.\n\n## Financial Implications\n\nNone.\n\n## Background\n\nOne.\n\n- a\n\nTwo.\n\n## 11. Costs\n\n11.1 Three.\n\n## Appendix B\n\nFour.\n`;
    const expected = text
      .replace('Plan', '‹Appendix 1:›Plan')
      .replace('Executive', '‹1.›Executive')
      .replace('Financial', '‹2.›Financial')
      .replace('Background', '‹10.›Background')
      .replace('One', '‹10.1›One')
      .replace('Two', '‹10.2›Two');
    assert.equal(hinted(text), expected);
    assert.equal(hinted(text.replaceAll('\n', '\r\n')), expected.replaceAll('\n', '\r\n'));
  });

  it('are those of the layout, in every report there is', () => {
    for (const { text, name } of [awkward, ...examples, ...corpus]) {
      const { report, checked, at } = readReport(text);
      const { fields, council } = checked.context;
      const first = fields.sections[0]?.span.start ?? text.length;
      const printed = fields.template ? createLayout(report, fields, { council }).blocks : [];
      const given = printed.flatMap((block) => {
        if ((block.kind !== 'heading' && block.kind !== 'paragraph') || block.number === undefined) return [];
        const written = at(block.span).replace(/^[#* ]+/, '');
        const isTyped = written.startsWith(block.number.replace(/\.$/, ''));
        return isTyped || block.span.start < first ? [] : [`${block.span.start} ${block.number}`];
      });
      assert.deepEqual(generatedNumbers({ report, checked }).map(({ number, span }) => `${span.start} ${number}`), given, name); // prettier-ignore
    }
  });

  it('are none in a report whose numbers are all typed, or of no template', () => {
    for (const text of [`${T}---\n\n## 10. A\n\n10.1 One.\n`, '---\ntemplate: x\n---\n\n## A\n'])
      assert.equal(hinted(text), text);
  });
});

describe('semantic tokens', () => {
  it('are numbers, references, levels of risk and what is still to be written', () => {
    const read = readReport(
      `${T}impact-assessment:\n  risk:\n    current: HIGH\n    residual: "low"\n---\n\n## 10. A\n\n10.1 See Table 1, section 10 and\nparagraph\n10.2 [insert\nsum].\n\n10.2 The date is TBC.\n\nTable 1: Costs\n\n| a |\n|---|\n| [here](#10-a) |\n`,
    );
    const found = semanticTokens(
      read.report,
      read.checked,
      buildSymbolTable(read.report, read.checked.context, generatedNumbers(read)),
    );
    assert.deepEqual(
      found.map(({ span, kind }) => `${kind} ${read.at(span)}`),
      [
        'high HIGH',
        'low low',
        'number 10',
        'number 10.1',
        'reference Table 1',
        'reference section 10',
        'number 10.2',
        'placeholder [insert',
        'placeholder sum]',
        'number 10.2',
        'placeholder TBC',
        'number 1',
        'reference #10-a',
      ],
    );
  });

  it('stand on one line each, in order and apart, in every report there is', () => {
    for (const sample of [awkward, ...examples, ...corpus]) {
      for (const { text } of [sample, withCrLf(sample)]) {
        const read = readReport(text);
        let end = 0;
        for (const { span } of semanticTokens(
          read.report,
          read.checked,
          buildSymbolTable(read.report, read.checked.context, []),
        )) {
          assert.ok(span.start >= end && span.end > span.start && !/[\r\n]/.test(read.at(span)), read.at(span));
          end = span.end;
        }
      }
    }
  });
});
