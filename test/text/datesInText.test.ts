import assert from 'node:assert/strict';
import { toDay, isRealDate, findDates, formatWrittenDate } from '../../server/src/text/datesInText.ts';

/** What is read of a text: each date as written, what it means, and the weekday beside it. */
const read = (text: string): string[] =>
  findDates(text).map((date) => {
    const weekday = date.weekday ? `${text.slice(date.weekday.index, date.weekday.end)}=${date.weekday.number} ` : '';
    return `${weekday}${text.slice(date.index, date.end)} > ${formatWrittenDate(date)}`;
  });

describe('dates in a text', () => {
  const found: Record<string, string[]> = {
    'on 4 September 2019.': ['4 September 2019 > 4 September 2019'],
    'by the 4th of September': ['4th of September > 4 September'],
    'Tuesday, 5 October 2016': ['Tuesday=2 5 October 2016 > 5 October 2016'],
    'Tuesday the 5th October 2016': ['Tuesday=2 5th October 2016 > 5 October 2016'],
    '5 October 2016 (Wed)': ['Wed=3 5 October 2016 > 5 October 2016'],
    'from Monday 1 June 2026 to Friday 24 July 2026': [
      'Monday=1 1 June 2026 > 1 June 2026',
      'Friday=5 24 July 2026 > 24 July 2026',
    ],
    'Monday to Friday 9 February 2018': ['9 February 2018 > 9 February 2018'],
    '2/9/2021 and 02.09.21': ['2/9/2021 > 2 September 2021', '02.09.21 > 2 September 2021'],
    'since 2021-09-02': ['2021-09-02 > 2 September 2021'],
    'From Beacon (21/11/2017)': ['21/11/2017 > 21 November 2017'],
    "19th Feb '19, 5-Oct-16": ["19th Feb '19 > 19 February 2019", '5-Oct-16 > 5 October 2016'],
    'October 5, 2016 and May 10th': ['October 5, 2016 > 5 October 2016', 'May 10th > 10 May'],
    '8 and 9 February': ['9 February > 9 February'],
    '1-31 June 2019': ['31 June 2019 > 31 June 2019'],
    '1 April 2019-31 March 2020': ['1 April 2019 > 1 April 2019', '31 March 2020 > 31 March 2020'],
    'at 10.30 on 5 MAY 2016': ['5 MAY 2016 > 5 May 2016'],
    '5 May 2016, 12,000 people': ['5 May 2016 > 5 May 2016'],
    '31 March 2019/20': ['31 March > 31 March'],
    'by 5 October 16 people came': ['5 October > 5 October'],
  };
  for (const [text, dates] of Object.entries(found)) it(`are found: ${text}`, () => assert.deepEqual(read(text), dates));

  const none = [
    'paragraph 10.11.12 and 12.3.10, version 1.02.21, v2.10.21, para. 01.02.03',
    'SI 2012/2089, case 31/04/2021/OUT, P/1/2/2021, ratio 24/7/365, pages 12/13/14',
    '£31 May, 1.31 May, 30 may attend, 31 march on, May 2019, in 2016-17-18, 2019-20-21',
    'call 01632 960 123 or 020 7946 0018; 192.168.10.2019; at 10.30; 5.5.5; ages 16-17-2018',
    'https://northmoor.example/2021-09-02/a.pdf, IMG_2021-09-02, file-2021-09-02',
  ];
  none.forEach((text) => it(`are none: ${text}`, () => assert.deepEqual(read(text), [])));

  it('may be no day of any calendar', () => {
    assert.deepEqual(findDates('30 February, 29 February, 29 February 2023, 31/4/2021, 4 May').map(isRealDate), [false, true, false, false, true]); // prettier-ignore
    assert.deepEqual(findDates('30 February 2020, 4 May, 4 May 2020').map(toDay), [undefined, undefined, '2020-05-04']);
  });

  it('are read without looking back over the text (a quadratic search would never end)', () => {
    assert.equal(findDates('Monday, 5 October 20/1.2.3-4 '.repeat(20_000)).length, 20_000);
  });
});
