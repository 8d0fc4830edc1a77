import type { Paper } from '../../paper/paper.ts';
import { labelOf } from '../../template/schemaProblems.ts';
import { quote } from '../../text/suggest.ts';
import type { Edit } from '../../text/edit.ts';
import type { Finding, Fix } from '../../text/finding.ts';
import { foldPunctuation } from '../../text/foldPunctuation.ts';
import { introLength } from '../../analysis/requestedActions.ts';
import type { RuleContext } from '../../analysis/ruleContext.ts';
import { replaceAt } from '../../fixes/textEdits.ts';
import { leadIn } from '../../analysis/recommendations.ts';
import { compareWordings, difference, type ComparedWordings, type Unit } from '../../analysis/recommendationComparison.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'recommendation-differs',
  severity: 'error',
  onlyForField: 'recommendations',
  docs: {
    summary: 'A section at the end restates the recommendations in other words than the cover.',
    why: 'Members vote on one wording, and the minutes can record only one.',
    source: 'House style: the recommendations are the same wherever they stand',
    bad: '---\ntemplate: committee-report\nrecommendations:\n  - That the committee agrees the pier repairs for 2027.\n---\n\n## 10. Background\n\n10.1 The pier is closed.\n\n## 11. Recommendation\n\n11.1 ⟦That the committee agrees the pier repairs for 2027, subject to a survey.⟧\n',
    good: '---\ntemplate: committee-report\nrecommendations:\n  - That the committee agrees the pier repairs for 2027.\n---\n\n## 10. Background\n\n10.1 The pier is closed.\n\n## 11. Recommendation\n\n11.1 That the committee agrees the pier repairs for 2027.\n',
  },
  *check(report, context) {
    const both = compareWordings(report, context);
    if (!both || !context.template) return;
    const { cover, closing, pairs } = both;
    const [pair] = pairs;
    const label = labelOf(context.template, pair && cover.length > 1 ? pair.there.path : ['recommendations']);
    const { a: here, b: there, more } = difference(pair?.here ?? both.here, pair?.there ?? both.there);
    const what =
      there === ''
        ? `${quote(here)} is not on the cover`
        : here === ''
          ? `the cover also says ${quote(there)}`
          : `here ${quote(here)}, there ${quote(there)}`;
    const counts =
      cover.length === closing.units.length ? '' : ` The cover has ${countOf(cover)}, this section ${countOf(closing.units)}.`;
    yield {
      span: pair?.here.span ?? closing.span,
      path: ['body'],
      message: `${label} is worded differently here and on the cover: ${what}${more || pairs.length > 1 ? ', and more' : ''}.${counts} Use the same words in both places.`,
    };
  },
  fixes(_finding: Finding, report, context): Fix[] {
    const both = compareWordings(report, context);
    if (!both) return [];
    const title = 'Copy the cover’s wording here';
    const { closing, pairs } = both;
    if (pairs.length === 0) return [{ title, edits: [rewrite(both, report, context)], safe: false }];
    const [isLed, isCoverLed] = [closing.lead !== '', leadIn(context).trim() !== ''];
    const here = pairs.map((pair): Edit => ({
      span: pair.here.span,
      text: indented(moved(pair.there, isCoverLed, pair.here, isLed), pair.here, report),
    }));
    const there = pairs.flatMap((pair) => replaceAt({ path: pair.there.path, span: pair.there.span }, moved(pair.here, isLed, pair.there, isCoverLed), report, context) ?? []); // prettier-ignore
    return [
      { title, edits: here, safe: false },
      ...(there.length === pairs.length ? [{ title: 'Copy this wording to the cover', edits: there, safe: false }] : []),
    ];
  },
});

function countOf(units: readonly Unit[]): string {
  return units.length === 1 ? 'one recommendation' : `${units.length} recommendations`;
}

/** A wording as it stands in the other place: with the words of asking where no line before the list has them. */
function moved(from: Unit, isFromLed: boolean, to: Unit, isToLed: boolean): string {
  if (isFromLed === isToLed) return from.raw;
  return isToLed
    ? from.raw.slice(introLength(foldPunctuation(from.raw)))
    : to.raw.slice(0, introLength(foldPunctuation(to.raw))) + from.raw;
}

/** The text with its later lines as far in as the first. */
function indented(text: string, { span }: Unit, report: Paper): string {
  const line = report.lines.start(report.lines.lineAt(span.start));
  const before = report.text.slice(line, span.start);
  const indent = /^\s*(?:[-*+]|\d+[.)])\s+$/.test(before) ? ' '.repeat(before.length) : '';
  return text.replace(/\n(?=([^]?))/g, (_, next: string) => report.lineEnd + (next === '\n' ? '' : indent));
}

/** The whole section written anew from the cover. */
function rewrite({ cover, closing }: ComparedWordings, report: Paper, context: RuleContext): Edit {
  const lead = leadIn(context).trim();
  const items = cover.map(({ raw }, i) => `${i + 1}. ${raw.replaceAll('\n', '\n   ')}`);
  const text =
    cover.length === 1 && lead === '' ? (cover[0]?.raw ?? '') : [...(lead === '' ? [] : [lead, '']), ...items].join('\n');
  return { span: closing.span, text: text.replaceAll('\n', report.lineEnd) };
}
