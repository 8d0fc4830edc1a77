import assert from 'node:assert/strict';
import rule from '../../server/src/rules/template-text/placeholder.ts';
import { assertMarked, cover, findingsOf, fixed } from '../support/marked.ts';

describe('placeholder', () => {
  const found = [
    '10.1 ⟦Choose an item.⟧',
    '10.1 Status: ⟦Choose an item.⟧ The rest follows.',
    '10.1 ⟦Click or tap here to enter text.⟧',
    '10.1 ⟦Click here to enter a date.⟧',
    '10.1 ⟦Click or tap to enter a date.⟧',
    '10.1 Risk: ⟦HIGH/MEDIUM/LOW (Delete as appropriate)⟧',
    '10.1 Risk: ⟦High, Medium or Low (delete as appropriate)⟧',
    '10.1 Risk: ⟦LOW / MEDIUM / HIGH [please delete as applicable]⟧',
    '10.1 This is a key decision: ⟦YES/NO (Delete as necessary)⟧',
    '10.1 ⟦[Insert/delete as appropriate]⟧',
    '10.1 The scheme cost ⟦[insert amount]⟧ in all.',
    '10.1 ⟦[Enter the number of visits]⟧ visits were made.',
    '10.1 ⟦[Add details of the consultation here]⟧',
    '10.1 ⟦[Please provide a brief summary]⟧',
    '10.1 ⟦[Describe how the options were\nappraised]⟧',
    '10.1 ⟦<insert name>⟧ will lead it.',
    '10.1 It ends on ⟦(insert date)⟧.',
    '10.1 Some ⟦xxx⟧ people were asked.',
    '10.1 It met in June. ⟦XX insert outcome⟧',
    '10.1 On ⟦XX⟧ March ⟦XX⟧ members agreed.',
    '10.1 It costs ⟦£xxx,xxx⟧ a year, or ⟦£Xm⟧ in all, and ⟦XX%⟧ of the budget.',
    '10.1 The meeting of ⟦xx/xx/xxxx⟧',
    '10.1 Ring 01632 ⟦xxxxxx⟧.',
    '10.1 ⟦Lorem ipsum dolor sit amet, consectetur adipiscing elit.⟧',
    '10.1 ⟦Insert text here⟧',
    '10.1 The scheme begins on ⟦DD/MM/YYYY⟧.',
    '10.1 The scheme begins on ⟦dd month yyyy⟧.',
    '| Risk | Level |\n|---|---|\n| Flood | ⟦Select an option⟧ |',
    '10.1 **⟦Choose an item.⟧**',
    '10.1 Risk: **⟦HIGH**/MEDIUM/LOW (Delete as appropriate)⟧',
  ];
  found.forEach((text) => it(`finds ${text}`, () => assertMarked(rule, `## 10. Introduction\n\n${text}\n`)));

  const silent = [
    '10.1 Residents choose an item from the list.',
    '10.1 Choose an item from the menu, then pay.',
    '10.1 Readers can select an option that suits them.',
    '10.1 Users were asked to click here to enter the survey.',
    '10.1 Levels are high, medium or low.',
    '| Risk | High/Medium/Low |\n|---|---|\n| Flood | Medium |',
    '10.1 The command `[insert name]` and `xxx` are code.',
    '10.1 He said: "I told [insert name] so."',
    '> We met [insert name] and Choose wisely xxx',
    '10.1 The [inserted paragraph] and the [addition] stand.',
    '10.1 Section 4 [type 1 diabetes] and the [select committee] and [state schools].',
    '10.1 The guidance is at Part XXX of the Act.',
    '10.1 Dates are written in the format DD/MM/YYYY.',
    '10.1 See [insert](https://example.org) and [x] and [ ].',
    '10.1 "Thank you for my bike xxx", wrote one child.',
    '10.1 The yes/no vote and the and/or clause were deleted.',
    '10.1 Officers may delete or amend entries as appropriate.',
    '10.1 The axx road and Exxon. Part XX of the Act, and Size XX.',
  ];
  silent.forEach((text) => it(`is silent on ${text}`, () => assertMarked(rule, `## 10. Introduction\n\n${text}\n`)));

  const fields = [
    'date: ⟦DD/MM/YYYY⟧',
    'title: "Report on ⟦[insert subject]⟧"',
    'title: ⟦[insert subject]⟧',
    'committee: "⟦[Name of committee]⟧"',
    'portfolio-holder: ⟦[insert name]⟧',
    'portfolio-holder:\n  name: ⟦Click or tap here to enter text.⟧',
    'officer-contact:\n  - name: "⟦[Name]⟧"\n    tel: 01632 ⟦xxxxxx⟧\n    email: ⟦xxx⟧@northmoor.gov.uk',
    'local-councillors:\n  - ⟦Choose an item.⟧',
    'impact-assessment:\n  risk:\n    current: ⟦High/Medium/Low⟧\n    residual: ⟦low or medium or high⟧',
    'impact-assessment:\n  risk:\n    current: low\n    residual: low\n    categories: [⟦Choose an item.⟧]',
    'impact-assessment:\n  budget: |\n    The cost is ⟦£xxx⟧.\n\n    - ⟦[insert the budget]⟧',
    'executive-summary: |\n  Levels: high/medium/low.\n\n  The child [name] was heard.',
    'status: public # Choose an item.',
  ];
  fields.forEach((lines) => it(`in fields: ${lines}`, () => assertMarked(rule, cover(lines))));

  it('finds it in a field written as a section of the body', () => {
    assertMarked(rule, '## Executive Summary\n\n⟦Click or tap here to enter text.⟧\n\n## 10. Introduction\n');
    assertMarked(rule, '## Recommendation\n\n1. ⟦[insert recommendation]⟧\n');
  });

  it('names the field as the form does, and the choices', () => {
    const text = cover('impact-assessment:\n  risk:\n    current: HIGH/MEDIUM/LOW (Delete as appropriate)');
    const message = "Current Risk still holds the form's “HIGH/MEDIUM/LOW (Delete as appropriate)”. Choose low, medium or high.";
    assert.deepEqual(findingsOf(rule, text).map((finding) => finding.message), [message]); // prettier-ignore
    assert.match(
      findingsOf(rule, '---\ntemplate: unheard-of\nofficer-contact:\n  tel: xxx\n---\n')[0]?.message ?? '',
      /^Officer contact: tel still/,
    );
    assert.equal(
      findingsOf(rule, '---\n---\n\nSome xxx people\n')[0]?.message,
      'The report still holds “xxx”. Write what belongs there.',
    );
  });

  it('offers each allowed value', () => {
    const text = cover('impact-assessment: { risk: { current: "HIGH/MEDIUM/LOW  (delete as appropriate)" } }');
    assert.deepEqual(
      fixed(rule, text),
      ['"low"', '"medium"', `"high", summary: '[insert why the risk is high and what is done about it]'`].map((level) =>
        cover(`impact-assessment: { risk: { current: ${level} } }`),
      ),
    );
    assert.deepEqual(fixed(rule, cover('local-councillors: Choose an item.')), ['All', 'All Members'].map((all) => cover(`local-councillors: ${all}`))); // prettier-ignore
    assert.deepEqual(fixed(rule, cover('title: "[insert title]"')), []);
  });

  it('finds descriptions of images that are still to be written', () => {
    assertMarked(rule, '10.1 Text.\n\n⟦![[insert what the image shows]](visits.png)⟧\n\n![Visits [in thousands]](visits.png)\n');
  });
});
