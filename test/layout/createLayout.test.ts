import assert from 'node:assert/strict';
import type { Block } from '../../server/src/layout/model.ts';
import { writeBody } from '../../server/src/layout/html/htmlWriter.ts';
import { LineIndex } from '../../server/src/text/lines.ts';
import { createLayout } from '../../server/src/layout/createLayout.ts';
import { parsePaper } from '../../server/src/paper/paper.ts';
import { readFields } from '../../server/src/template/fields.ts';
import { compileCustomTemplates } from '../../server/src/template/customTemplates.ts';
import { awkward, examples, withCrLf } from '../support/samples.ts';
import { linesOf } from '../support/layoutLines.ts';
import { allLayouts, laidOut } from '../support/layouts.ts';

/** Each block as one line: what it is, and what it says. */
function outline(blocks: readonly Block[]): string[] {
  return blocks.map((block) => {
    const what = block.kind === 'heading' ? `h${block.level}` : block.kind === 'paragraph' ? (block.role ?? 'p') : block.kind;
    const said = linesOf({ blocks: [block], notes: [] }).map((line) => (line.length > 44 ? `${line.slice(0, 43)}…` : line));
    return `${what}${block.indented ? '>' : ''} ${said.join(' | ')}`.trimEnd();
  });
}

function body(markdown: string, template = 'committee-report'): string[] {
  const lines = outline(laidOut(`---\ntemplate: ${template}\n---\n\n${markdown}`).blocks);
  return lines.slice(lines.findIndex((line) => line === 'h2 9. Background Papers') + (template === 'committee-report' ? 2 : 3));
}

describe('the body, laid out', () => {
  const end = 'footnote Issues relating to financial, legal, enviro…';

  it('is given the numbers that were left out, and keeps those that are there', () => {
    assert.deepEqual(body('## Start\n\nOne.\n\nTwo:\n\n- a\n\nand so on.\n\n## 12 Costs\n\n12.1 Three\n12.2 Four\n\n### 12.3 Sub\n\nFive.\n\n## Next\n\n**Bold**\n\nSix.'), [
      'h2 10. Start', 'p 10.1 One.', 'p 10.2 Two:', 'list> a', 'p> and so on.', 'h2 12 Costs', 'p 12.1 Three', 'p 12.2 Four', 'h3 12.3 Sub',
      'p> Five.', 'h2 13. Next', 'p Bold', 'p 13.1 Six.', end,
    ]); // prettier-ignore
  });

  it('has no numbers given at its end, in appendices, or where its own run straight through', () => {
    assert.deepEqual(body('## 10. A\n\n10.1 One\n\n## Recommendations\n\nAgree.\n\n## Appendix A\n\nText.'), [
      'h2 10. A', 'p 10.1 One', 'h2 Recommendations', 'p Agree.', 'h2 Appendix A', 'p Text.', end,
    ]); // prettier-ignore
    assert.deepEqual(body('## A\n\n1. One\n\nText.\n\n2. Two\n'), ['h2 A', 'list One', 'p Text.', 'list Two', end]);
  });

  it('joins captions to tables and pictures, and shows what cannot be shown in words', () => {
    assert.deepEqual(body('Table 1: Cap\n\n| a | b |\n|---|---|\n| Total | 2 |\n\n![A map](x.png)\nFigure 1: Below\n\nFigure 2: Alone'), [
      'table Table 1: Cap | a | b | Total | 2', 'figure [Picture not found: A map] | Figure 1: Below', 'p Figure 2: Alone', end,
    ]); // prettier-ignore
  });

  it('shows HTML as text and leaves comments out, with what stands behind them kept', () => {
    assert.deepEqual(body('<!-- a\n\nb -->\n\n<div>x</div>\n\nA <b>c</b> <!-- d -->e\n\n<!-- f --> g\n'), [
      'verbatim <div>x</div>', 'p A <b>c</b> e', 'verbatim g', end,
    ]); // prettier-ignore
  });

  it('prints the corporate footnote once', () => {
    const typed =
      'Issues relating to financial, legal, environmental, economic and equalities implications have been considered and any information relevant to the decision is included within the report.';
    assert.deepEqual(body(`## 10. A\n\n10.1 One\n\nFootnote:\n\n${typed}\n`), ['h2 10. A', 'p 10.1 One', end]);
    assert.deepEqual(body(`## 10. A\n\n10.1 One\n\n## Footnote\n\n${typed}`), ['h2 10. A', 'p 10.1 One', end]);
  });

  it('never leaves out a heading level', () => {
    for (const { name, layout } of allLayouts()) {
      const levels = layout.blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : []));
      assert.equal(levels.filter((level) => level === 1).length, 1, name);
      levels.forEach((level, i) => assert.ok(level <= (levels[i - 1] ?? 0) + 1, name));
    }
  });
});

describe('the front of a report, laid out', () => {
  it('of a cover sheet is one table', () => {
    const { blocks } = laidOut(examples.find(({ name }) => name.includes('library'))?.text ?? '');
    const cover = blocks.find((block) => block.kind === 'cover');
    assert.deepEqual(cover?.rows.map(({ label, cells }) => `${label}: ${cells.length}`), [
      'Date of Meeting: 1', 'Subject of Report: 1', 'Officer: Local Members: 1', 'Officer: Lead Director: 1', 'Executive Summary: 1',
      'Impact Assessment: 7', 'Recommendation: 1', 'Reason for Recommendation: 1', 'Appendices: 1', 'Background Papers: 1', 'Officer Contact: 1',
    ]); // prettier-ignore
  });

  it('of a board paper has each label over its value, in the order of the form', () => {
    const { blocks } = laidOut(examples.find(({ name }) => name.includes('homes'))?.text ?? '');
    const labels = outline(blocks).filter((line) => /^h2 \D/.test(line)).map((line) => line.slice(3)); // prettier-ignore
    assert.deepEqual(labels, [
      'Date of Meeting', 'Lead Member', 'Lead Officer', 'Executive Summary', 'Equalities Impact Assessment', 'Budget', 'Risk Assessment',
      'Climate implications', 'Other Implications', 'Recommendation', 'Reason for Recommendation', 'Appendices', 'Background Papers', 'Officer Contact',
    ]); // prettier-ignore
  });

  it('of a committee report has lines, then recommendations, then nine numbered sections', () => {
    const lines = outline(laidOut(examples.find(({ name }) => name.includes('bus'))?.text ?? '').blocks);
    assert.deepEqual(lines.slice(0, 15), [
      'masthead Northmoor Council', 'committee Place and Environment Overview Committee', 'date 3 February 2027',
      'also Also Considered By: Cabinet, 23 February 20…', 'h1 Supported bus services from August 2027', 'purpose For Recommendation to Cabinet',
      'line Portfolio Holder: Cllr David Pemberton, Hig…', 'line Local Councillor(s): Cllr Anne Tindall, Cll…', 'line Executive Director: Mark Ashdown, Executive…',
      'line Lead Officer: Simon Harker, Head of Highway…', 'line Report Author: Tom Redfern', 'line Job Title: Passenger Transport Manager',
      'line Tel: 01632 960175', 'line Email: tom.redfern@northmoor.gov.uk', 'line Report Status: Public',
    ]); // prettier-ignore
    assert.deepEqual(lines.filter((line) => line.startsWith("h2")).slice(0, 12), [
      'h2 Recommendation', 'h2 Reason for Recommendation', 'h2 1. Executive Summary', 'h2 2. Financial Implications', 'h2 3. Well-being and Health Implications',
      'h2 4. Climate implications', 'h2 5. Other Implications', 'h2 6. Risk Assessment', 'h2 7. Equalities Impact Assessment', 'h2 8. Appendices',
      'h2 9. Background Papers', 'h2 10. Background',
    ]); // prettier-ignore
  });

  it('of a partner paper names the organisation in place of the council', () => {
    const { blocks } = laidOut(examples[0]?.text ?? '');
    assert.deepEqual(outline(blocks).slice(0, 8).map((line) => line.split(' ')[0]), ['masthead', 'committee', 'date', 'h1', 'line', 'line', 'line', 'line']); // prettier-ignore
    assert.notEqual(linesOf({ blocks: blocks.slice(0, 1), notes: [] })[0], 'Northmoor Council');
  });

  it('says which law an exempt report is withheld by', () => {
    const notice = (front: string): string[] =>
      outline(laidOut(`---\ntemplate: board-paper\n${front}\n---\n`).blocks).filter((line) => line.startsWith('notice'));
    const act = 'of Part 1 of Schedule 12A to the Local Government Act 1972';
    const texts = (front: string): string[] =>
      laidOut(`---\ntemplate: board-paper\n${front}\n---\n`).blocks.flatMap((block) => (block.kind === 'paragraph' && block.role === 'notice' ? linesOf({ blocks: [block], notes: [] }) : [])); // prettier-ignore
    assert.deepEqual(texts('status: exempt\nexempt-paragraphs: [1, 3, 5]'), [`Not for publication by virtue of paragraphs 1, 3 and 5 ${act}`]); // prettier-ignore
    assert.deepEqual(texts('status: part-exempt\nexempt-paragraphs: 3'), [`Part of this report is not for publication by virtue of paragraph 3 ${act}`]); // prettier-ignore
    assert.deepEqual(notice('status: public'), []);
  });

  it("of a council's own template comes out right by its schema alone", async () => {
    const schema = {
      title: 'Licensing report', 'x-layout': 'numbered-sections', $ref: 'scrutiny:report',
      properties: {
        template: { const: 'licensing' }, title: {}, 'key-decision': { 'x-label': 'Key decision?' },
        premises: { type: 'string', title: 'Premises' }, hours: { type: 'array', items: { type: 'string' }, title: 'Hours' },
        representations: { type: 'string', contentMediaType: 'text/markdown', title: 'Representations', 'x-number': 1 },
      },
      required: ['template', 'premises'], unevaluatedProperties: false,
    }; // prettier-ignore
    const { templates, problems } = await compileCustomTemplates(new Map([['licensing.schema.json', JSON.stringify(schema)]]));
    assert.deepEqual(problems, []);
    const report = parsePaper(
      '---\ntemplate: licensing\ntitle: The Anchor\nkey-decision: true\nhours: [Mon, Tue]\n---\n\n## Representations\n\nTwo *letters*.\n\n## Next\n\nText.\n',
    );
    const { blocks } = createLayout(report, readFields(report, templates[0]), { council: {} });
    assert.deepEqual(outline(blocks), [
      'h1 The Anchor', 'line Key decision?: Yes', 'missing Premises: Not given', 'line Hours: Mon, Tue', 'h2 1. Representations', 'p Two letters.', 'h2 2. Next', 'p Text.',
    ]); // prettier-ignore
  });
});

describe('layOut', () => {
  it('gives each block the place it was made of, with LF and CRLF alike', () => {
    for (const sample of [awkward, ...examples]) {
      const [plain, windows] = [sample, withCrLf(sample)].map(({ text }) => {
        const lines = new LineIndex(text);
        return writeBody(laidOut(text), { lineOf: (offset) => lines.placeAt(offset).line });
      });
      assert.equal(plain, windows, sample.name);
    }
    const text = '---\ntemplate: partner-paper\ntitle: T\n---\n\n## 1. A\n\n1.1 One\n1.2 Two\n';
    const placed = laidOut(text, {}, {}).blocks.map(({ span }) => text.slice(span.start, span.end));
    assert.deepEqual(placed, ['title: T', '## 1. A', '1.1 One', '1.2 Two']);
  });

  it('never throws on any prefix of a sample', () => {
    for (const { text } of [awkward, examples[4] ?? awkward]) {
      for (let length = 0; length <= text.length; length += 41) writeBody(laidOut(text.slice(0, length)));
    }
  });

  it('follows links to headings, paragraphs and appendices, and to nothing else of its own', () => {
    const text =
      '---\ntemplate: partner-paper\ntitle: T\nappendices: [{ title: P, file: ../a/p.md }]\n---\n\n## 1. A b\n\n1.1 [h](#1-a-b) [p](#1.1) [a](../a/p.md#x) [n](#none) [r](other.md) [w](https://x.example/é)\n';
    assert.deepEqual([...writeBody(laidOut(text)).matchAll(/href="([^"]*)"/g)].map(([, href]) => href), ['#s-1-a-b', '#p-1.1', '#a-1', 'https://x.example/%C3%A9']); // prettier-ignore
  });

  it('says so of a report that is too large', () => {
    assert.match(linesOf(laidOut('x'.repeat(1_000_001))).join(), /too large/);
  });
});
