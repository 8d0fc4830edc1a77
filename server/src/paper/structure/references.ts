import { foldPunctuation } from '../../text/foldPunctuation.ts';
import type { Span } from '../../text/span.ts';
import type { Passage } from '../markdown/markdown.ts';

export type ReferenceKind = 'paragraph' | 'section' | 'figure' | 'table' | 'appendix' | 'page';

/** A mention of another place of the same report: "paragraph 2.4", "Table 3", "Appendix B". */
export interface Reference {
  readonly kind: ReferenceKind;
  /** The number or letter as written: `2.4`, `3`, `B`. */
  readonly label: string;
  /** The number or letter alone. */
  readonly span: Span;
  /** The word with its number, "paragraph 2.4"; the number alone for the later ones of "paragraphs 2.4 and 2.6". */
  readonly whole: Span;
}

const NUMBER = String.raw`\d{1,3}(?:\.\d{1,3})*(?![\d%]|\.\d|\.?[A-Za-z])`;
const LETTERED = String.raw`\d{1,3}(?:\.\d{1,3})*[a-z]?(?![\w%]|\.\d|\.?[A-Za-z])`;
const MENTION = new RegExp(
  String.raw`\b(?:(paragraphs?|paras?\.?)\s+(${NUMBER})|(sections?)\s+(${NUMBER})|(figures?|figs?\.?)\s*(${LETTERED})|(tables?)\s+(${LETTERED})|(append(?:ix|ices)|annexe?s?)\s+([A-Z]\d?|\d{1,2}[a-z]?|[ivx]{1,4}|one|two|three|four|five|six|seven|eight|nine|ten)\b|(pages?)\s+(\d{1,3})\b|(see|at|in)\s+(\d{1,3}(?:\.\d{1,3})+)(?=\s+(?:above|below)(?:\s*$|\s*[.,;:)]|\s+and\b)))`,
  'gi',
);
const MORE = new RegExp(String.raw`\s{0,3}(?:,(?: and)?|and|to|or|&|-)\s{0,3}(${NUMBER}|[A-Z]\b)`, 'y');
/** What each pair of groups means; the last is a number without its word: "see 2.4 above". */
const KINDS: readonly ReferenceKind[] = ['paragraph', 'section', 'figure', 'table', 'appendix', 'page', 'paragraph'];
/** The group of such a number. */
const BARE = 2 * KINDS.length;
/** Between two mentions of one list: "paragraph 3.12, Table 5 and Figure 4". */
const JOINED = /^(?:\s?[,;&]\s?|,? (?:and|or) (?:in |the )?)$/;

/** Behind a mention: it stands in something else than this report. */
const OF_ANOTHER =
  /^(?:\([^)]{0,20}\))*,?\s+(?:of|in|to|from|under|within)\s+(?:(?:its|their|that|those|his|her|our)\b|(?:the|this|an?)\s+(?!(?:main\s+|present\s+|attached\s+|cover(?:ing)?\s+)?(?:report|paper|body|text)\b)|[A-Z]|(?:schedule|part|appendix|annexe?|volume|chapter)\b)/;
/** Behind a mention: the appendix that it stands in, in brackets or not. */
const AT_AN_APPENDIX = /^\s*(?:\(|,)?\s*(?:(?:see|at|on page \d+ of)\s+)?(?:appendix|annexe?)\b/i;
const NAMED_ACT = /^(?:\([^)]{0,20}\))*,\s+(?:[A-Z][\w'-]*\s+){1,8}(?:\d{4}\b|(?=\())/;
/** Behind a number that the report itself has: the end of a phrase, or how a sentence goes on. "Section 47 enquiries" does not. */
const GOES_ON =
  /^(?:\s*$|\s*[.,;:)\]"'?!*/]|\s+[-(]|\s*-|\s+(?:above|below|earlier|later|overleaf|onwards?|here|only|also|then|again|not|and|or|but|if|so|as|at|by|for|from|in|of|on|to|with|about|regarding|concerning|after|before|which|that|who|where|when|while|we|it|they|there|this|these|the|is|are|was|were|has|have|had|do|does|may|might|will|would|can|cannot|could|should|must|set|show|give|explain|outline|describe|provide|detail|list|contain|cover|summarise|deal|consider|refer|relate|include|identif(?:y|ies)|highlight|state|note|report|illustrate|demonstrate|confirm|make|look|present|examine|compare|discusse?|indicate|suggest|reveal|break|rank|plot|map|record|bring|tell|answer|review|propose|recommend|analyse|say|mean|add|call|conclude|assume|ask|need)s?\b)/;
const WORDS_OF_LAW = String.raw`schedule|act|part|article|regulations?|code|guidance|polic(?:y|ies)|constitution|framework|strategy|plan|agreement|lease|licen[cs]e|contract|minutes|nppf|lgr|volume|chapter|appendix|annexe?|rules?|orders?|census|survey`;
const AFTER_A_DOCUMENT = new RegExp(String.raw`\b(?:${WORDS_OF_LAW})\s*(?:\d+\w*|[A-Z])?[,:]?\s*\(?\s*$`, 'i');
const AFTER_AN_ACT = /(?:\b(?:under|pursuant to|s\.)|\b(?:19|20)\d\d,?)\s*\(?\s*$/i;
/** A name in front: "the Ofsted handbook"'s kind of mention, "HMRC paragraph 3.2", no first word of a sentence. */
const AFTER_A_NAME =
  /[\w,)]\s+(?!(?:See|In|At|As|Per|From|And|The|This|Both|Also|Please|With|Refer|Of|To|For)\b)[A-Z][\w-]*[,:]?\s+\(?$/;
/** Of an appendix: it is one of another document. "The plan (Appendix 1)" may well be the appendix. */
const APPENDIX_OF_ANOTHER =
  /^\s+(?:of|to|in|from)\s+(?:(?:the|that|its|their|our|an?)\s+(?!(?:main\s+|present\s+|cover(?:ing)?\s+)?(?:report|paper)\b)|[A-Z])/;
const APPENDIX_AFTER_A_DOCUMENT = new RegExp(String.raw`\b(?:${WORDS_OF_LAW})(?:'s)?,?\s+$`, 'i');
/** In front of a page in the same sentence: the document that has it. */
const A_DOCUMENT =
  /\b(?:(?<!this )(?:report|paper)s?|plan|strategy|polic(?:y|ies)|guidance|documents?|framework|handbook|code|minutes|agenda|booklet|leaflet|guide|book|website|web|pack|toolkit|act|schedule|assessment|review|survey|study|statement|prospectus|constitution|appendix|appendices|annexe?|newspaper|magazine|form)\b/i;

/** The mentions in a passage; those that mean, or may well mean, something outside the report are left out. */
export function readReferences(passage: Passage): Reference[] {
  if (!/\d|append|annex/i.test(passage.text.text)) return [];
  const text = foldPunctuation(passage.text.text);
  const out: Reference[] = [];
  let outsideUntil = -1;
  for (const found of text.matchAll(MENTION)) {
    const group = found.findIndex((value: string | undefined, i) => i > 0 && i % 2 === 0 && value !== undefined);
    const kind = KINDS[group / 2 - 1];
    const label = found[group];
    if (!kind || label === undefined) continue;
    const end = found.index + found[0].length;
    const several = /(?:s|s\.|ices)$/i.test(found[group - 1] ?? '');
    const mentions = [
      { label, start: end - label.length, end, whole: group === BARE ? end - label.length : found.index },
      ...(several ? followers(text, end, kind) : []),
    ];
    const last = mentions.at(-1)?.end ?? end;
    const isOneOfThose = outsideUntil >= 0 && kind !== 'appendix' && JOINED.test(text.slice(outsideUntil, found.index));
    if (isOneOfThose || isOutside(kind, text, found.index, last)) {
      outsideUntil = last;
      continue;
    }
    outsideUntil = -1;
    for (const mention of mentions) {
      out.push({
        kind,
        label: mention.label,
        span: passage.text.spanOf(mention.start, mention.end),
        whole: passage.text.spanOf(mention.whole, mention.end),
      });
    }
  }
  return out;
}

type Mention = Readonly<{ label: string; start: number; end: number; whole: number }>;

/** The numbers that come after the first: "paragraphs 2.4, 2.5 and 2.7". */
function* followers(text: string, from: number, kind: ReferenceKind): Iterable<Mention> {
  for (let at = from; ;) {
    MORE.lastIndex = at;
    const label = MORE.exec(text)?.[1];
    if (!label || (kind === 'appendix' && label.includes('.')) || (kind !== 'appendix' && /[A-Z]/.test(label))) return;
    if (kind === 'paragraph' && !label.includes('.')) return;
    at = MORE.lastIndex;
    if (kind !== 'appendix' && !GOES_ON.test(text.slice(at, at + 40))) return;
    yield { label, start: at - label.length, end: at, whole: at - label.length };
  }
}

function isOutside(kind: ReferenceKind, text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 60), start);
  const after = text.slice(end, end + 200);
  if (kind === 'appendix') {
    const article = /\ban?\s+$/i.test(before) && /^\s+a$/.test(text.slice(end - 2, end));
    return article || APPENDIX_OF_ANOTHER.test(after) || APPENDIX_AFTER_A_DOCUMENT.test(before) || !GOES_ON.test(after);
  }
  if (OF_ANOTHER.test(after) || AT_AN_APPENDIX.test(after) || AFTER_A_DOCUMENT.test(before) || AFTER_A_NAME.test(before))
    return true;
  if (kind === 'page') return /^\s+of\s+\d/.test(after) || A_DOCUMENT.test(sentenceBefore(text, start));
  if (!GOES_ON.test(after)) return true;
  if (kind !== 'section' && kind !== 'paragraph') return false;
  return NAMED_ACT.test(after) || AFTER_AN_ACT.test(before) || (kind === 'section' && /^\(\w{1,4}\)/.test(after));
}

/** The sentence up to a mention, as far as 300 characters back. */
function sentenceBefore(text: string, start: number): string {
  return (
    text
      .slice(Math.max(0, start - 300), start)
      .split(/[.?!]\s/)
      .at(-1) ?? ''
  );
}
