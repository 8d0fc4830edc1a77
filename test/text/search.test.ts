import assert from 'node:assert/strict';
import { matchesOf } from '../../server/src/text/search.ts';

const words = (pattern: RegExp, text: string): string[] => [...matchesOf(pattern, text)].map(([match]) => match);

describe('the matches of a pattern', () => {
  it('are those that matchAll gives, wherever the pattern was left', () => {
    const pattern = /\d+|$/g;
    pattern.lastIndex = 5;
    for (const text of ['', '1', 'a 12, b 345', '12 '])
      assert.deepEqual(
        [...matchesOf(pattern, text)].map(({ 0: match, index }) => [match, index]),
        [...text.matchAll(/\d+|$/g)].map(({ 0: match, index }) => [match, index]),
      );
  });

  it('are all there when somebody else uses the pattern in between', () => {
    const pattern = /\w+/g;
    const both: string[] = [];
    for (const [outer] of matchesOf(pattern, 'one two')) both.push(outer, ...words(pattern, 'a b c'));
    assert.deepEqual(both, ['one', 'a', 'b', 'c', 'two', 'a', 'b', 'c']);
  });
});
