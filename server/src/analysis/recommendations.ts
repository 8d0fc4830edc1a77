import type { Passage } from '../paper/markdown/markdown.ts';
import type { SourceText } from '../text/sourceText.ts';
import type { Span } from '../text/span.ts';
import type { RuleContext } from './ruleContext.ts';
import type { Prose } from './prose.ts';

const KEY = 'recommendations';
const LEAD_IN = 'recommendations-lead-in';

/** The texts of the recommendations on the cover, one for each; of what YAML took for one text, that. */
export function coverRecommendations({ prose }: RuleContext): readonly Prose[] {
  return prose.filter(({ path }) => path[0] === KEY);
}

/** The words before the list, such as "That the committee:"; empty where there are none. */
export function leadIn({ fields }: RuleContext): string {
  return fields.text([LEAD_IN]);
}

/** The paragraphs of the recommendations, nested lists among them. */
export function recommendationParagraphs(items: readonly Prose[]): Passage[] {
  return items.flatMap(({ passages }) => passages);
}

/** The stretch of the source that a text stands in, without the white space round it. */
export function trimmedSpan(text: SourceText): Span {
  const from = text.text.length - text.text.trimStart().length;
  return text.spanOf(from, Math.max(from, text.text.trimEnd().length));
}
