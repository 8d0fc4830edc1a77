import { readMarkdown } from '../../paper/markdown/markdown.ts';
import type { Comment } from '../../paper/markdown/inline.ts';
import type { Paper } from '../../paper/paper.ts';
import { foldPunctuation } from '../../text/foldPunctuation.ts';
import type { Path } from '../../text/path.ts';
import { contains } from '../../text/span.ts';
import { NonOverlappingFindings } from '../nonOverlapping.ts';
import type { RuleContext } from '../../analysis/ruleContext.ts';
import { keywords, type Keywords } from '../../analysis/keywordIndex.ts';
import { findInProse, type Match } from '../../analysis/prose.ts';
import { defineRule } from '../rule.ts';
import { isInQuotation, fieldLabel, quoted } from '../../analysis/notApplicable.ts';

/** What an author who speaks of their own draft has done, or is about to do. */
const ASIDE =
  /[([](?:nb|note)?[:. -]{0,3}i(?:'ve| have| had)? (?:(?:also|already|just|not|now|only|since|still) ){0,2}(?:added|altered|amended|asked|assumed|changed|checked|copied|corrected|cut|deleted|drafted|emailed|guessed|included|inserted|kept|left|made|moved|need|put|queried|removed|rewritten|rewrote|rounded|taken|took|updated|used|wrote)\b[^()[\]]{0,400}[)\]]|[([](?:nb|note)?[:. -]{0,3}(?:i'm|i am|i'll|i will|i think|i assume|i believe|i guess|i suspect|i wonder|not sure (?:about|how|if|that|the|this|what|where|whether|which|who|why)|have i|should i|shall i)\b[^()[\]]{0,400}[)\]]/gi;
/** A question or a task for a colleague, in brackets. */
const TASK =
  /\[(?:(?:[Pp]lease )?(?:[Aa]fix|[Cc]hase|[Ff]inalise|[Rr]ewrite|(?:[Cc]heck|[Cc]onfirm|[Dd]elete|[Rr]emove|[Rr]evise|[Uu]pdate)(?= (?:and|before|dates?|details?|figures?|if|names?|numbers?|once|prior|the|these|this|when|with|wording)\b))[^[\]]{0,200}|[^[\]]{1,60} to (?:add|advise|amend|chase|check|come|complete|confirm|fill|follow|insert|provide|review|send|supply|update|verify)\b[^[\]]{0,200}|(?:awaiting|check|needs? (?:checking|figures?|to be|updating)|query|to be (?:added|advised|agreed|checked|completed|confirmed|decided|inserted|provided|supplied|updated)|to follow|waiting)\b[^[\]]{0,200}|(?:comment|from|note|per|query) [A-Z][a-z]+(?: [A-Z][a-z'-]+){0,2}(?:[:,.;?! -][^[\]]{0,300})?)\]|\([A-Z][A-Za-z' .-]{1,40} to (?:add|check|chase|confirm|fill in|insert|update)(?: (?:amounts?|costs?|dates?|details|figures?|it|names?|numbers?|the (?:amount|date|figures?|name|number|wording)|these|this|wording))?[.?!]?\)/g;
const ASIDE_CUE = keywords('i ', 'not sure');
const TASK_CUE = keywords('[', 'add', 'check', 'chase', 'confirm', 'fill', 'insert', 'update');
/** Marks of what is open, and what stands in each. */
const MARKS: readonly (readonly [Keywords, RegExp])[] = [
  [keywords('?'), /\?{2,}|[([]\?[)\]]/g],
  [keywords('todo', 'fixme'), /\b(?:TODO|FIXME)\b/g],
  [keywords('do '), /\bTO DO:/g],
  [keywords('note to'), /\b[Nn]ote to (?:author|reviewer|self)\b/g],
];
const NOT_NAMES =
  /^.(?:from|per) (?:January|February|March|April|May|June|July|August|September|October|November|December|Easter|Christmas|Spring|Summer|Autumn|Winter|The|This|Year|Table|Figure|Appendix|Section|Paragraph)\b|\b(?:Act|Board|Cabinet|Committee|Council|England|Government|Hospital|NHS|Ofsted|Partnership|School|Service|Trust)\b/;

/** Words that begin a comment which guides whoever fills in the form, and are no names. */
const LABELS =
  /^(?:appendi(?:x|ces)|background|budget|caution|climate|comment|conclusions?|contents?|copyright|costs?|dates?|draft|end|equalit(?:y|ies)|evidence|example|figures?|finance|financial|footnotes?|format|guidance|headings?|hint|images?|important|info|information|instructions?|introduction|legal|nb|notes?|optional|options|outcomes|part|purpose|reasons?|recommendations?|reminder|required|risks?|section|source|start|style|summary|tables?|template|timetable|tip|title|version|warning)\b/i;
const NAME_FIRST = /^[A-Z][a-z]+(?: [A-Z][a-z'-]+)?: ?\S/;
const TO_COLLEAGUE =
  /\?|\bI'(?:d|ll|m|ve)\b|(?<!\b(?:Annex|Class|Part|Stage|Table|Tier|Type) )\bI [a-z]|\b(?:my|me)\b|(?:^|\s)@[A-Za-z]\w*(?![\w/])|\bcheck with\b|\b(?:FIXME|TBC|TODO)\b|\bwe (?:could|have to|must|need|should|still)\b|\b(?:ask|chase|email|phone|ring|speak to|talk to|waiting (?:for|on)) (?!Committee|Communications|Democratic|Finance|Human|Legal|Procurement|Property|Public|The|Your)[A-Z][a-z]|\b(?:can|could|would) you\b|\b(?:cheers|thanks|thx)\b/;

export default defineRule({
  id: 'drafting-note',
  severity: 'warning',
  tags: ['unfinished'],
  docs: {
    summary: 'A note between the people who wrote the report: a query, a task, a comment to a colleague.',
    why: 'It was meant for a colleague, not for the public, and what it asks may still be open.',
    source: 'House style: a report is published as it was signed off',
    bad: '## 10. Introduction\n\n10.1 The scheme helped 214 families. ⟦(I have added the figure for June)⟧\n\n10.2 It ends in March. ⟦[Priya to confirm the date]⟧\n\n⟦<!-- Tom: is this still right? -->⟧\n',
    good: '## 10. Introduction\n\n10.1 The scheme helped 214 families.\n\n10.2 It ends in March.\n\n<!-- Give the figures for the last full year. -->\n',
  },
  *check(report, context) {
    const found = new NonOverlappingFindings();
    const add = (match: Match): void => {
      if (match.passage.quoted || found.hasAt(match.span) || isInQuotation(match.text, match.index)) return;
      const message = `This looks like a note to a colleague, ${quoted(match.groups[0])}. Settle what it asks, and delete it.`;
      found.add({ span: match.span, path: match.path, message: place(match.path, context, message) });
    };
    const { words } = context;
    for (const match of findInProse(words.textsWith(ASIDE_CUE), ASIDE)) if (!isPersonal(match)) add(match);
    for (const match of findInProse(words.textsWith(TASK_CUE), TASK)) if (!NOT_NAMES.test(match.groups[0])) add(match);
    for (const [sign, mark] of MARKS) for (const match of findInProse(words.textsWith(sign), mark)) add(match);
    yield* found.all;
    for (const { comment, path } of commentsOf(report, context)) {
      if (!speaksToColleague(comment.text)) continue;
      const message = `This comment speaks to a colleague. It is not printed, but whoever is sent this file can read it: settle what it asks, and delete it.`;
      yield { span: comment.span, path, message };
    }
  },
});

function place(path: Path, context: RuleContext, message: string): string {
  return path[0] === 'body' ? message : `${fieldLabel(path, context)}: ${message.charAt(0).toLowerCase()}${message.slice(1)}`;
}

/** True where the whole passage is in the first person, as in what somebody told the council. */
function isPersonal({ text, index, end }: Match): boolean {
  return /\b(?:I|me|my)\b/.test(`${text.slice(0, index)} ${text.slice(end)}`);
}

function speaksToColleague(comment: string): boolean {
  const text = foldPunctuation(comment).replace(/\bhttps?:\/\/\S+/g, '');
  if (/^(?:[a-z]+lint|cspell|prettier|scrutiny)[-:]/.test(text)) return false;
  return TO_COLLEAGUE.test(text) || (NAME_FIRST.test(text) && !LABELS.test(text));
}

/** The comments of the fields in the front matter and of the body, each with the field that it stands in. */
function* commentsOf(report: Paper, { fields }: RuleContext): Iterable<{ comment: Comment; path: Path }> {
  const texts = fields.all().filter(({ text, field }) => text && field?.kind === 'markdown');
  for (const { path, text, node } of texts) {
    if (!node || !text?.text.includes('<!--')) continue;
    for (const comment of readMarkdown(text).comments) yield { comment, path };
  }
  for (const comment of report.body.markdown.comments) {
    const field = texts.find(({ node, span }) => !node && contains(span, comment.span));
    yield { comment, path: field?.path ?? ['body'] };
  }
}
