import { OBJECT } from '../../paper/markdown/inline.ts';
import type { Paper } from '../../paper/paper.ts';
import { foldPunctuation } from '../../text/foldPunctuation.ts';
import { contains } from '../../text/span.ts';
import { leadsNowhere, readLinks, type PlacedLink } from '../../analysis/links.ts';
import { defineRule } from '../rule.ts';
import { quoted } from '../../analysis/notApplicable.ts';

/** Words that say nothing of where a link leads. */
const VAGUE =
  /^(?:(?:please )?(?:click|press|tap|follow|see|read|find out|look|visit|go|download|view|available|available from)(?: on)? )?(?:here|this|this link|the link|link|more|more here|this page|this document|this website|the website|website|web page|webpage)$|^(?:click|click (?:to )?(?:view|open|download|read)|find out|learn more|more info(?:rmation)?|further info(?:rmation)?|more details|details|read on|see|view|download|pdf|word|page|document|url|web link|hyperlink)$/;
const ADDRESS = /^(?:https?:\/\/\S+|www\.[^\s/]+\/\S+|[\w-]+(?:\.[\w-]+)+\/\S+)$/i;

export default defineRule({
  id: 'link-text',
  severity: 'warning',
  docs: {
    summary: 'A link whose words do not say where it leads: “here”, “read more”, a bare address.',
    why: 'Screen readers list the links of a page by their words alone, and an address is read out letter by letter.',
    source: 'WCAG 2.2, success criterion 2.4.4; GOV.UK style guide, Links',
    bad: '10.1 The strategy is ⟦[here](https://www.northmoor.gov.uk/library-strategy)⟧, the figures at ⟦<https://www.northmoor.gov.uk/visits>⟧.\n',
    good: '10.1 Visits are set out in the [library strategy](https://www.northmoor.gov.uk/library-strategy).\n',
  },
  *check(report, context) {
    for (const link of readLinks(context)) {
      const wrong = link.kind === 'picture' || leadsNowhere(link) ? undefined : whatIsWrong(link);
      if (!wrong || (link.path[0] === 'body' && isInListOfPapers(link, report))) continue;
      const message = `${wrong}. Make the link of words that say what it leads to, such as the title of the document.`;
      yield { span: link.span, path: link.path, message };
    }
  },
});

/** In a section of background papers or references, where addresses are printed for who holds the report on paper. */
function isInListOfPapers({ span }: PlacedLink, { body }: Paper): boolean {
  const section = body.sections.find((candidate) => contains(candidate.span, span));
  return section !== undefined && /\b(?:background papers?|bibliography|references|sources)\b/i.test(section.title);
}

function whatIsWrong(link: PlacedLink): string | undefined {
  const words = foldPunctuation(link.words).replace(/\s+/g, ' ').trim();
  if (words === '') return 'This link has no words';
  // An image has a description of its own.
  if (words.includes(OBJECT)) return undefined;
  if (ADDRESS.test(words)) return 'This link shows a bare web address';
  const plain = words.toLowerCase().replace(/^\W+|(?<!\W)\W+$/g, '');
  return VAGUE.test(plain) ? `The words ${quoted(words)} do not say where this link leads` : undefined;
}
