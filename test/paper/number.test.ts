import assert from 'node:assert/strict';
import { formatNumber, paragraphNumber, sectionNumber, successors } from '../../server/src/paper/structure/sectionNumber.ts';

describe('sectionNumber', () => {
  const numbers: [string, number | undefined][] = [
    ['10. Introduction', 10],
    ['10 Introduction', 10],
    ['1.0 Introduction', 1],
    ['5. points to note', 5],
    ['2) Costs', 2],
    ['3', 3],
    ['Introduction', undefined],
    ['2.1 Costs', undefined],
    ['5 Year Plan', undefined],
    ['2 million visits', undefined],
    ['2019 visits', undefined],
    ['24/7 care', undefined],
    ['4 Of the options', 4],
  ];
  for (const [title, number] of numbers) {
    it(`of “${title}” is ${number ?? 'none'}`, () => assert.equal(sectionNumber(title)?.parts[0], number));
  }
});

describe('paragraphNumber', () => {
  const at = (line: string, ...expected: number[][]): string | undefined => {
    const found = paragraphNumber(line, expected);
    return found && formatNumber(found.parts);
  };

  const numbers = [
    '10.1 The pier was closed.',
    '10.1. The pier was closed.',
    '12.3.3 The pier',
    '4.3 Of the cases, 6',
    '3.1 To do this',
    '2.4 £84,000 was spent',
    '1.2 “Closed” means',
    '3.11',
  ];
  for (const line of numbers) it(`begins “${line}”`, () => assert.ok(at(line)));

  const none = [
    '3.5 tonnes of fish',
    '10.30 am to noon',
    '10.30 Coffee',
    '1.5 FTE posts',
    '2.5% of visits',
    '1.2 million visits',
    '3.5 Hours',
    '3.5 and 3.6 are repeated',
    '12.03.21 First meeting',
    '2.5m visits',
    '2015 was dry',
    '3.2 visits a day',
    '£3.5 is',
  ];
  for (const line of none) it(`does not begin “${line}”`, () => assert.equal(at(line), undefined));

  it('is taken more readily where it is expected', () => {
    assert.equal(at('3.2 visits a day', [3, 2]), '3.2');
    assert.equal(at('3.5 Hours of opening', [3, 5]), '3.5');
    assert.equal(at('10.30 Coffee', [10, 29]), '10.30');
    assert.equal(at('3.2 tonnes', [3, 2]), undefined);
  });
});

it('successors are what may come next', () => {
  assert.deepEqual(successors([12, 3, 3]).map(formatNumber), ['12.3.3.1', '12.3.4', '12.4']);
});
