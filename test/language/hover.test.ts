import assert from 'node:assert/strict';
import { check } from '../../server/src/check.ts';
import { readCouncil } from '../../server/src/council/council.ts';
import { hoverCouncil } from '../../server/src/language/council.ts';
import { readCouncilFile } from '../../server/src/language/councilFile.ts';
import { hover, type Hover } from '../../server/src/language/hover.ts';
import { parseReport } from '../../server/src/report/report.ts';
import { knowledge } from './accept.ts';

const T = '---\ntemplate: committee-report\n';

function at(marked: string): { hovered: Hover | undefined; over: string } {
  const offset = marked.indexOf('¦');
  const text = marked.replace('¦', '');
  const report = parseReport(text);
  const hovered = hover(report, offset, check(report, knowledge));
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

  it('is silent in prose', () => {
    assert.equal(at(`${T}executive-summary: |\n  Plain te¦xt.\n---\n`).hovered, undefined);
    assert.equal(at(`${T}---\n\nPlain te¦xt.\n`).hovered, undefined);
  });

  it('helps in council.yaml too', () => {
    const speak = (marked: string): string => {
      const text = marked.replace('¦', '');
      return (
        hoverCouncil(readCouncilFile(text), marked.indexOf('¦'), readCouncil(text, ['placeholder']).findings)?.markdown ?? ''
      );
    };
    assert.match(
      speak('committees:\n  - name: A\n    ki¦nd: board\n'),
      /^\*\*Kind\*\* \(optional\)\n\nWhat sort of body it is\./,
    );
    assert.match(speak('rules:\n  place¦holder: off\n'), /^\*\*placeholder\*\*: Text that/);
    assert.match(speak('rules:\n  place¦holders: off\n'), /^\*\*There is no rule “placeholders”/);
  });
});
