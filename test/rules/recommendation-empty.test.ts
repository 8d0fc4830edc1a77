import rule from '../../server/src/rules/recommendations/recommendation-empty.ts';
import { assertMarked, cover } from '../support/marked.ts';

describe('recommendation-empty', () => {
  const none = [
    'None',
    'None.',
    'N/A',
    'n/a',
    'Nil',
    'Not applicable',
    '**Not applicable**',
    'No recommendations.',
    'No recommendation',
    'No specific recommendations',
    'There are none.',
    'There are no recommendations.',
    'There are no recommendations arising from this report',
    'There are no formal recommendations in this report, other than to note it',
    'No recommendations are made in this report.',
    'This report makes no recommendations.',
    'None at this stage',
    'No decision is required.',
    '"-"',
  ];
  for (const text of none) {
    const marked = text.startsWith('"') ? `"⟦${text.slice(1, -1)}⟧"` : `⟦${text}⟧`;
    it(`finds “${text}”`, () => assertMarked(rule, cover(`recommendations:\n  - ${marked}`)));
  }
  it('finds it without a list, in every item, and as a section', () => {
    assertMarked(rule, cover('recommendations: ⟦None⟧'));
    assertMarked(rule, cover('recommendations:\n  - ⟦None⟧\n  - N/A'));
    assertMarked(rule, '## Recommendation\n\n⟦None.⟧\n');
    assertMarked(rule, '## Recommendation\n\n- ⟦None.⟧\n');
  });

  const some = [
    'None of the options is recommended; the committee is asked to choose another.',
    'There are no recommendations as such, but members are invited to comment on the timetable.',
    'Nothing',
    'That no action be taken.',
    'That the committee makes no recommendation to Cabinet on the sale.',
    'No change to the fees.',
  ];
  for (const text of some) it(`is silent on “${text}”`, () => assertMarked(rule, cover(`recommendations:\n  - ${text}`)));
  it('is silent where one of several asks for something, and where the field is blank or not on the form', () => {
    assertMarked(rule, cover('recommendations:\n  - None\n  - That the plan be agreed.'));
    assertMarked(rule, cover('recommendations:'));
    assertMarked(rule, cover('recommendations:\n  - None', 'partner-paper'));
  });
});
