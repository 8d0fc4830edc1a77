import assert from 'node:assert/strict';
import rule from '../../server/src/rules/risk/table-total.ts';
import { formatLike, readAmount } from '../../server/src/analysis/tableNumbers.ts';
import { assertMarked, cover, findingsOf } from '../support/marked.ts';

/** A table of two columns or more, one row a line. */
const table = (...rows: string[]): string => {
  const [head = '', ...others] = rows.map((row) => `| ${row} |`);
  return `${[head, head.replace(/[^|]+/g, '---'), ...others].join('\n')}\n`;
};

describe('table-total', () => {
  const found = [
    table('Pier | Boats', 'North | 48', 'South | 71', 'Total | ⟦129⟧'),
    table('Pier | 2025 | 2026', 'North | 1,048 | 2', 'South | £71 | 3', '**Grand total:** | ⟦£1,191⟧ | 5'),
    table('Pier | Cost', 'North | £1.2m', 'South | £3.4m', 'TOTAL (£) | ⟦£4.9m⟧'),
    table('Pier | Boats | Berths', 'North | 5 | 7', 'South | 6 | 8', 'Total piers | 11 | ⟦17⟧'),
    table('No. | Pier | Boats', '1 | North | 5', '2 | South | -', '| Total | ⟦9⟧'),
    table('Change | Boats', 'North | (5)', 'South | -3', 'Total | ⟦8⟧'),
    table('Pier | £000', 'North | 10', 'South | 20', 'East | 30', 'West | 40', 'Total | ⟦104⟧'),
  ];
  found.forEach((text) => it(`finds ${text}`, () => assertMarked(rule, text)));

  const silent = [
    table('Pier | Boats', 'North | 48', 'South | 71', 'Total | 120'),
    table('Pier | £000', 'North | 10', 'South | 20', 'East | 30', 'West | 40', 'Total | 102'),
    table('Pier | Share | Boats', 'North | 48% | 1', 'South | 50% | 2', 'Total | 100% | 3'),
    table('Pier | % full', 'North | 48', 'South | 50', 'Total | 49'),
    table('Pier | Average wait', 'North | 48', 'South | 50', 'Total | 49'),
    table('Pier | Opened', 'North | 2001', 'South | 1/2/2010', 'Total | 2'),
    table('Pier | Boats', 'North | <5', 'South | 12', 'Total | 15'),
    table('Pier | Boats', 'North | 10', 'South | x', 'Total | 15'),
    table('Pier | Boats', 'North | ', 'South | 12', 'Total | 15'),
    table('Pier | Boats', 'North | 10', 'of which new | 4', 'South | 12', 'Total | 22'),
    table('Pier | Boats', 'North | 10', 'Sub-total | 10', 'South | 12', 'Total | 22'),
    table('Pier | Boats', 'North | 10', 'South | 1', 'Total | 11', 'East | 5', 'West | 7', 'Total | 12'),
    table('Pier | Boats', 'Total number of calls | 505', 'Answered | 255', 'Total number of visits | 12'),
    table('Calls | 2026', 'Answered | 5', 'Lost | 7', 'Total calls a day | 3'),
    table('Year | Ferries', '2024 | 10', 'Total | 11'),
    'Total | 5\n\nA total of 5.\n',
  ];
  silent.forEach((text) => it(`is silent on ${text}`, () => assertMarked(rule, text)));

  it('says what the column adds up to, as the total is written', () => {
    assert.deepEqual(
      findingsOf(rule, `---\ntemplate: committee-report\n---\n${table('Pier | Cost', 'North | £1,048.50', 'South | £71.50', 'Total | £1,191.00')}`).map(({ message }) => message), // prettier-ignore
      ['The column “Cost” adds up to £1,120.00, and not to £1,191.00. Check the total and the figures above it.'],
    );
  });

  it('reads the tables of fields', () => {
    const rows = table('Pier | Boats', 'North | 48', 'South | 71', 'Total | ⟦129⟧').replace(/^/gm, '  ').trimEnd();
    assertMarked(rule, cover(`executive-summary: |\n${rows}`));
  });
});

describe('an amount in a table', () => {
  it('is read with its sign, pounds and unit', () => {
    const read = (cell: string): unknown => [readAmount(cell)?.value, readAmount(cell)?.unit];
    assert.deepEqual(['1,234', '£1.25m', '(12)', '-12', '– 12', '35 090', '£ 3 million', '0.5'].map(read), [[1234, 1], [1_250_000, 10_000], [-12, 1], [-12, 1], [-12, 1], [35090, 1], [3_000_000, 1_000_000], [0.5, 0.1]]); // prettier-ignore
    assert.deepEqual(['', '-', 'nil'].map((cell) => readAmount(cell)?.value), [0, 0, 0]); // prettier-ignore
    for (const cell of ['12%', '<5', 'x', '2019/20', '1/2/2020', '12*', '1,23', '(12', 'N/A', '1.2.3', '10.30 am']) assert.equal(readAmount(cell), undefined, cell); // prettier-ignore
  });

  it('is written as another', () => {
    const like = (value: number, cell: string): string => formatLike(value, readAmount(cell) ?? assert.fail(cell));
    assert.deepEqual([like(1234.5, '£1.00'), like(1_250_000, '£1.2m'), like(-5, '1,000')], ['£1,234.50', '£1.3m', '-5']);
  });
});
