import rule from '../../server/src/rules/recommendations/reason-missing.ts';
import { assertMarked, cover } from '../support/marked.ts';

const quoted = (text: string): string => (text.includes(':') ? `'${text}'` : text);

describe('reason-missing', () => {
  const empty = [
    'N/A',
    'None',
    'Not applicable.',
    'See above',
    'As above.',
    'See below.',
    'Please see the report',
    'As set out in the report.',
    'As outlined in the body of the report',
    'Set out in section 3 of this report',
    'See paragraph 4.2 above',
    'As detailed in the executive summary',
    'For information',
    'For information only.',
    'This report is for information only.',
    'Papers are attached for information',
    'To note',
    'To note the report.',
    'For noting',
    'There are no decisions to be taken or agreed.',
    'No decision is required.',
    'N/A. For information only.',
    '**None**',
  ];
  for (const text of empty) {
    const marked = text.startsWith('*') ? `"⟦${text}⟧"` : `⟦${quoted(text)}⟧`;
    it(`finds “${text}”`, () => assertMarked(rule, cover(`reason-for-recommendations: ${marked}`)));
  }
  it('finds it in a section of the body', () => assertMarked(rule, '## Reason for Recommendation\n\n⟦See above.⟧\n'));

  const reasons = [
    'To keep members informed of progress.',
    'To enable the committee to comment before Cabinet decides.',
    'As set out in the report, the pier is unsafe.',
    'None of the other options is affordable.',
    'See above. The pier is unsafe.',
    'The committee asked for this report in May.',
    'For information, and so that members can see what is planned.',
    'Not applying the rules would be unlawful.',
    'To note the risks to the council.',
  ];
  for (const text of reasons)
    it(`is silent on “${text}”`, () => assertMarked(rule, cover(`reason-for-recommendations: ${text}`)));
  it('is silent where the field is blank, missing, or not on the form', () => {
    assertMarked(rule, cover('reason-for-recommendations:'));
    assertMarked(rule, cover('title: The pier'));
    assertMarked(rule, cover('reason-for-recommendations: None', 'partner-paper'));
  });
});
