import { quote } from '../../text/suggest.ts';
import type { Value } from '../../template/value.ts';
import type { RuleContext } from '../../analysis/ruleContext.ts';
import { defineRule } from '../rule.ts';
import { trimmedSpanOf } from '../../analysis/notApplicable.ts';

/** A year, or a day in numbers; "2016/17" and "2019-20" hold one. */
const YEAR = /(?:\b|_)(?:1[89]|20)\d\d(?!\d)|\b\d{1,2}[./-]\d{1,2}[./-]\d{2}\b|\b(?:1[89]|20)\d\d[/-]/;
/** What says which document is meant as well as a date does: a web address, the number of an order or of a Command paper. */
const IDENTIFIED = /https?:\/\/|\bwww\.|\]\(|\b(?:SI|S\.I\.|ISBN|Cm|Cmd|CP|HC|doi)\b\.? ?[\d:]/;
/** A web address that is a whole website. */
const WHOLE_SITE = /^(?:https?:\/\/)?[\w-]+(?:\.[\w-]+)+\/?$/i;
/** A title that means a website as such. */
const SITE = /\b(?:web ?sites?|web ?pages?|home ?page|portal)\b/i;

export default defineRule({
  id: 'background-paper-vague',
  severity: 'warning',
  onlyForField: 'background-papers',
  docs: {
    summary: 'A background paper with no date and no web address, or with the address of a whole website only.',
    why: 'Anybody may ask to see a background paper, and so must be able to say which one.',
    source: 'Local Government Act 1972, section 100D: background papers are listed and open to the public',
    bad: '---\ntemplate: committee-report\nbackground-papers:\n  - title: ⟦Previous report to this committee⟧\n  - title: Harbour byelaws, 4 May 2021\n---\n',
    good: '---\ntemplate: committee-report\nbackground-papers:\n  - title: Condition of the pier, report to Harbour Committee, 9 June 2026\n  - title: Harbour byelaws, 4 May 2021\n---\n',
  },
  *check(_report, { fields }: RuleContext) {
    const papers = fields.list(['background-papers']).map(readPaper);
    const site = papers.filter(
      ({ title, url }) => title && url && !SITE.test(title.text?.text ?? '') && WHOLE_SITE.test(textOf(url)),
    );
    for (const { url } of site) {
      if (!url) continue;
      const message = `${quote(textOf(url))} leads to a whole website. Give the address of the paper itself, so that people can find it.`;
      yield { span: trimmedSpanOf(url), path: url.path, message };
    }
    const vague = papers.flatMap(({ title, url }) => (title && !url && isVague(textOf(title)) ? [title] : []));
    const [first, ...others] = vague;
    if (!first) return;
    const more = others.length === 0 ? '' : ` Nor ${others.length === 1 ? 'has' : 'have'} ${namesOf(others)}.`;
    const message = `${quote(textOf(first))} has neither a year nor a web address, so nobody could find it.${more} Add its date, or the address where it can be read.`;
    yield { span: trimmedSpanOf(first), path: first.path, message };
  },
});

interface Paper {
  readonly title: Value | undefined;
  readonly url: Value | undefined;
}

function readPaper({ parts }: Value): Paper {
  const part = (key: string): Value | undefined => parts.find(({ path, blank, text }) => path.at(-1) === key && !blank && text);
  return { title: part('title'), url: part('url') };
}

function isVague(title: string): boolean {
  return !YEAR.test(title) && !IDENTIFIED.test(title);
}

function namesOf(papers: readonly Value[]): string {
  const shown = papers.slice(0, 2).map((paper) => quote(textOf(paper)));
  const rest = papers.length - shown.length;
  return rest === 0 ? shown.join(' and ') : `${shown.join(', ')} and ${rest} other${rest === 1 ? '' : 's'}`;
}

function textOf(value: Value): string {
  return value.text?.text.trim() ?? '';
}
