import { earliestMeeting } from '../../council/committees.ts';
import { formatDay } from '../../text/day.ts';
import { toDay } from '../../text/datesInText.ts';
import { datesIn } from '../../analysis/oddDates.ts';
import { defineRule } from '../rule.ts';

/** What says before a date that figures were taken then: "as at 31 March 2026", "Source: Mosaic, 4 May 2026", "From Mosaic (4/5/2026)". */
const TAKEN =
  /(?:\b(?:as (?:at|of)|snapshots?(?: (?:at|date|from|of|on|taken))*|(?:extracted|downloaded)(?: (?:at|on))?|data (?:at|from|to|up to)|correct (?:as )?(?:at|on|to))[:,]? (?:the )?|\bsources?\b[^.;]{0,60}[,(] ?|\bfrom [\w ]{2,24}\()(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?$/i;
/** What is expected for a later day may well be dated so. */
const PLAN =
  /\b(?:anticipated?|by|estimat(?:e|ed|es)|expect(?:ed|s)?|forecasts?|future|plan(?:ned|s)?|predict(?:ed|s)?|project(?:ed|ion|ions)?|propos(?:al|ed)|require(?:d|s|ment)|scheduled?|should|target(?:s)?|will|would)\b/i;
const WINDOW = 160;

export default defineRule({
  id: 'data-after-meeting',
  severity: 'off',
  docs: {
    summary: 'Figures “as at” a day after the meeting.',
    why: 'Nobody had those figures yet: the year is probably wrong, and members cannot tell how old they are.',
    source: 'House style',
    bad: '---\ntemplate: committee-report\ncommittee: Harbour Overview Committee\ndate: 2027-01-21\n---\n\n## 10. Moorings\n\n10.1 As at ⟦4 December 2027⟧ there were 212 moorings.\n',
    good: '---\ntemplate: committee-report\ncommittee: Harbour Overview Committee\ndate: 2027-01-21\n---\n\n## 10. Moorings\n\n10.1 As at 4 December 2026 there were 212 moorings.\n',
  },
  *check(_report, context) {
    const meeting = earliestMeeting(context.fields)?.day;
    if (!meeting) return;
    for (const { date, path, span, text, passage } of datesIn(context, (one) => (toDay(one) ?? '') > meeting)) {
      const day = toDay(date);
      if (day === undefined || passage.quoted) continue;
      const before = text.slice(Math.max(0, date.index - WINDOW), date.index);
      if (!TAKEN.test(before) || PLAN.test(before.slice(before.lastIndexOf('. ') + 1))) continue;
      const message = `These figures are dated ${formatDay(day)}, after the meeting on ${formatDay(meeting)}. Check the date, or say that it is a forecast.`;
      yield { span, path, message };
    }
  },
});
