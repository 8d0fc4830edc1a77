import assert from 'node:assert/strict';
import { readCouncil } from '../../server/src/council/council.ts';
import { hoverCouncil } from '../../server/src/language/councilYaml/councilYaml.ts';
import { readCouncilDocument } from '../../server/src/language/councilYaml/councilDocument.ts';
import { hover, type Hover } from '../../server/src/language/hover/hover.ts';
import { buildSymbolTable } from '../../server/src/language/symbols/symbolTable.ts';
import { generatedNumbers } from '../../server/src/lsp/handlers/generatedNumbers.ts';
import { readAt } from '../support/cursor.ts';

const T = '---\ntemplate: committee-report\n';

function at(marked: string): { hovered: Hover | undefined; over: string } {
  const read = readAt(marked);
  const { report, checked, offset, text } = read;
  const hovered = hover(report, offset, checked, buildSymbolTable(report, checked.context, generatedNumbers(read)));
  return { hovered, over: hovered ? text.slice(hovered.span.start, hovered.span.end) : '' };
}

describe('hover', () => {
  const levels =
    '**Current Risk** (required)\n\nHow great the risk is as things stand now.\n\nChoose low, medium or high. Where it is high, also write a summary and say which categories of risk are concerned.\n\nAllowed: `low`, `medium` or `high`.\n\nFor example:\n\n```yaml\ncurrent: medium\n```';

  it('says on a key, and on a short value, what the form asks for', () => {
    const onKey = at(`${T}impact-assessment:\n  risk:\n    cur¦rent: low\n    residual: low\n---\n`);
    assert.deepEqual([onKey.hovered?.markdown, onKey.over], [levels, 'current']);
    const onValue = at(`${T}impact-assessment:\n  risk:\n    current: lo¦w\n    residual: low\n---\n`);
    assert.deepEqual([onValue.hovered?.markdown, onValue.over], [levels, 'low']);
  });

  it('gives a finding with its reason and source before it', () => {
    const { hovered, over } = at(`${T}purpose: for¦ decision\n---\n`);
    const [finding, reason, source, line, field] = hovered?.markdown.split('\n\n') ?? [];
    assert.match(finding ?? '', /^\*\*Purpose cannot be “for decision”: .*\*\*$/);
    assert.match(reason ?? '', /^The form is read by people and programs/);
    assert.equal(source, '*Source:* The schema of the template (`field-invalid`)');
    assert.deepEqual([line, field, over], ['---', '**Purpose** (required)', 'for decision']);
  });

  it('speaks on a section that is a field, a template and a rule in a suppression', () => {
    assert.match(
      at(`${T}---\n\n## Executive¦ Summary\n\nText.\n`).hovered?.markdown ?? '',
      /^\*\*Executive Summary\*\* \(required\)/,
    );
    assert.match(
      at('---\ntemplate: part¦ner-paper\n---\n').hovered?.markdown ?? '',
      /\*\*Partner Paper\*\*\n\nA paper that another/,
    );
    assert.match(
      at(`${T}title: x # scrutiny-disable-line pla¦ceholder -- y\n---\n`).hovered?.markdown ?? '',
      /^\*\*placeholder\*\*: Text that/,
    );
  });

  it('says of a meeting which weekday it is, until when to publish, and whether the committee meets then', () => {
    const meets = at(`${T}committee: Cabinet\ndate: 2026-1¦2-15\n---\n`);
    assert.equal(
      meets.hovered?.markdown,
      '**Tuesday 15 December 2026**\n\nPublish by Monday 7 December 2026, five clear working days before: 11 working days left.\n\nThe Cabinet meets then.',
    );
    assert.equal(meets.over, '2026-12-15');
    const late = at(`${T}committee: Cabinet\ndate: 2026-11-2¦7\n---\n`).hovered?.markdown.split('\n\n---\n\n') ?? [];
    assert.equal(late.length, 3);
    assert.equal(
      late[2],
      '**Friday 27 November 2026**\n\nPublish by Thursday 19 November 2026, five clear working days before: that day has passed.\n\nThe calendar has no meeting of the Cabinet then. Next: Tuesday 15 December 2026 and Tuesday 19 January 2027.',
    );
  });

  it('says which weekday a date in the text is', () => {
    const { hovered, over } = at(`${T}---\n\n10.1 It opens on 25 Decem¦ber 2026.\n`);
    assert.deepEqual([hovered?.markdown, over], ['**Friday 25 December 2026**\n\nA bank holiday.', '25 December 2026']);
    assert.equal(at(`${T}executive-summary: It opened on 2 Ma¦y 2026.\n---\n`).over, '2 May 2026');
  });

  it('says who somebody is, in fields and in the text', () => {
    const said = '**Hannah Lisle**\n\nLibrary Services Manager\n\nTel: 01632 960142  \nEmail: hannah.lisle@northmoor.gov.uk';
    assert.equal(at(`${T}lead-officer:\n  name: H Li¦sle\n---\n`).hovered?.markdown, said);
    assert.equal(at(`${T}---\n\n10.1 Ask Hannah L¦isle.\n`).hovered?.markdown, said);
    assert.equal(at(`${T}committee: the cab¦inet\ndate: x\n---\n`).hovered?.markdown, '**Cabinet**\n\nNext: Tuesday 15 December 2026 and Tuesday 19 January 2027.'); // prettier-ignore
  });

  it('says what letters stand for', () => {
    const { hovered, over } = at(`${T}---\n\n10.1 The minor injuries unit (MIU) is new. Two M¦IUs are not.\n`);
    assert.deepEqual([hovered?.markdown, over], ['**MIU**: minor injuries unit', 'MIUs']);
  });

  it('shows what is referred to', () => {
    const body = '\n## 10. Costs\n\n10.1 It *costs* £84,000.\n\n10.2 ';
    const shown = (reference: string): string | undefined => at(`${T}appendices:\n  - title: Plan\n    file: plan.md\n---\n${body}${reference}`).hovered?.markdown; // prettier-ignore
    assert.equal(shown('See paragraph ¦10.1.'), '**Paragraph 10.1**\n\n10.1 It *costs* £84,000.');
    assert.equal(shown('See section ¦10.'), '**Section 10: Costs**\n\n10.1 It *costs* £84,000.\n\n10.2 See section 10.');
    assert.equal(shown('See Appendix ¦1.'), '**Appendix 1**: Plan\n\nFile: `plan.md`');
  });

  it('is silent in prose', () => {
    assert.equal(at(`${T}executive-summary: |\n  Plain te¦xt.\n---\n`).hovered, undefined);
    assert.equal(at(`${T}---\n\nPlain te¦xt.\n`).hovered, undefined);
  });

  it('helps in council.yaml too', () => {
    const speak = (marked: string): string => {
      const text = marked.replace('¦', '');
      return (
        hoverCouncil(readCouncilDocument(text), marked.indexOf('¦'), readCouncil(text, ['placeholder']).findings, '2026-11-22')
          ?.markdown ?? ''
      );
    };
    assert.match(
      speak('committees:\n  - name: A\n    ki¦nd: board\n'),
      /^\*\*Kind\*\* \(optional\)\n\nWhat sort of body it is\./,
    );
    assert.equal(
      speak('committees:\n  - name: A\n    meetings: [2026-12-1¦5]\n'),
      '**Tuesday 15 December 2026**\n\nPublish by Monday 7 December 2026, five clear working days before: 11 working days left.',
    );
    assert.match(speak('rules:\n  place¦holder: off\n'), /^\*\*placeholder\*\*: Text that/);
    assert.equal(
      speak('committees:\n  - name: A\n    meetings: [2026-12-1¦5]\n'),
      '**Tuesday 15 December 2026**\n\nPublish by Monday 7 December 2026, five clear working days before: 11 working days left.',
    );
    assert.match(speak('rules:\n  place¦holders: off\n'), /^\*\*There is no rule “placeholders”/);
  });
});
