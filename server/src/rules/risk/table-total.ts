import { readMarkdown, type MarkdownTable } from '../../paper/markdown/markdown.ts';
import type { Paper } from '../../paper/paper.ts';
import { quote } from '../../text/suggest.ts';
import { foldPunctuation } from '../../text/foldPunctuation.ts';
import type { Path } from '../../text/path.ts';
import type { SourceText } from '../../text/sourceText.ts';
import type { RuleContext } from '../../analysis/ruleContext.ts';
import { keywords } from '../../analysis/keywordIndex.ts';
import { formatLike, readAmount } from '../../analysis/tableNumbers.ts';
import { defineRule } from '../rule.ts';

const CUE = keywords('total');
const TOTAL = /^(?:(?:grand|overall) )?totals?(?: \([^)]*\))?[ :.]*$/i;
/** "Total placements" is a total where another of its columns shows it; "Total number of calls" may be a row like any other. */
const TOTAL_OF = /^totals? (?!(?:average|number|percent|percentage|mean|rate)\b)[\p{L}' -]{1,40}$/iu;
/** Rows that are no parts of a sum, or parts of another row. */
const NO_PART =
  /^\W*(?:of which|including|incl\b|excluding|sub-?total|less\b|minus\b|net\b|opening|closing|balance|carried|brought|b\/f|c\/f|surplus|deficit|variance|difference|average|mean|median|rate\b|target|percentage|change\b|totals? )|%|\bper\b/i;
/** Columns that nobody adds up. */
const NO_SUM =
  /%|\b(?:per ?cent(?:age)?|averages?|mean|median|rates?|ratio|per|rank(?:ing)?|years?|ages?|dates?|score|cumulative|index|grade|unit|ref|no|number on roll|proportion|target|change)\b/i;
const ROUNDED = /£ ?(?:000|k|m)\b|\b(?:thousands?|millions?|rounded)\b/i;

export default defineRule({
  id: 'table-total',
  severity: 'warning',
  docs: {
    summary: 'A Total row that is not the sum of its column.',
    why: 'A figure is wrong, and whoever adds the column up will doubt the others too.',
    source: 'House style: figures are checked before a report is signed off',
    bad: '## 10. Moorings\n\n| Pier | Boats |\n|---|---|\n| North | 48 |\n| South | 71 |\n| Total | ⟦129⟧ |\n',
    good: '## 10. Moorings\n\n| Pier | Boats |\n|---|---|\n| North | 48 |\n| South | 71 |\n| Total | 119 |\n',
  },
  *check(report, context) {
    if (context.words.textsWith(CUE).length === 0) return;
    for (const { path, table } of tablesOf(report, context)) {
      for (const { cell, sum, name } of wrongTotals(table)) {
        const message = `The column ${name} adds up to ${sum}, and not to ${cell.text.trim()}. Check the total and the figures above it.`;
        yield { span: cell.span, path, message };
      }
    }
  },
});

function tablesOf(report: Paper, { prose }: RuleContext): { path: Path; table: MarkdownTable }[] {
  const inFields = prose.flatMap(({ path, value, source }) => {
    const text = value?.field?.kind === 'markdown' && /\|[ *_]*(?:grand |overall )?total/i.test(source) ? value.text : undefined;
    return text ? readMarkdown(text).tables.map((table) => ({ path, table })) : [];
  });
  return [...inFields, ...report.body.markdown.tables.map((table) => ({ path: ['body'], table }))];
}

interface WrongTotal {
  readonly cell: SourceText;
  readonly sum: string;
  /** What the message calls the column. */
  readonly name: string;
}

function wrongTotals({ rows }: MarkdownTable): WrongTotal[] {
  const labels = rows.map((row) => foldPunctuation(labelOf(row)));
  const last = labels.findLastIndex((label, i) => i > 0 && (TOTAL.test(label) || TOTAL_OF.test(label)));
  const parts = rows.slice(1, last);
  const totals = labels.filter((label) => TOTAL.test(label)).length;
  if (last < 3 || totals > 1 || labels.slice(1, last).some((label) => NO_PART.test(label))) return [];
  const [header = [], total = []] = [rows[0], rows[last]];
  const rounded = ROUNDED.test(header.map(({ text }) => text).join(' '));
  const columns = total.flatMap((cell, i) => {
    const name = foldPunctuation(header[i]?.text ?? '').trim();
    const said = readAmount(cell.text);
    const figures = parts.flatMap((row) => readAmount(row[i]?.text ?? '') ?? []);
    if (i === 0 || !said || said.blank || NO_SUM.test(name) || figures.length < parts.length) return [];
    const sum = figures.reduce((all, { value }) => all + value, 0);
    const unit = Math.max(said.unit, ...figures.map((figure) => figure.unit));
    const tolerance = unit * (rounded || unit !== 1 ? Math.max(1, parts.length / 2) : 1);
    const right = Math.abs(sum - said.value) <= tolerance * 1.000001;
    const sure = figures.every(({ blank }) => !blank) && figures.length > 1;
    const label = name === '' ? `${i + 1}` : quote(name);
    return [{ right, sure, cell, name: label, sum, said }];
  });
  const proven = columns.some(({ right, sum }) => right && sum !== 0);
  if (!TOTAL.test(labels[last] ?? '') && !proven) return [];
  return columns.flatMap(({ right, sure, cell, name, sum, said }) => {
    return right || !sure ? [] : [{ cell, name, sum: formatLike(sum, said) }];
  });
}

/** What a row is called: its first cell that says something. */
function labelOf(row: readonly SourceText[]): string {
  return row.find(({ text }) => text.trim() !== '')?.text.trim() ?? '';
}
