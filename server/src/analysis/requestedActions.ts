import { foldPunctuation } from '../text/foldPunctuation.ts';
import { matchesOf } from '../text/search.ts';

/** A stretch of a recommendation that may ask for something: a sentence, a lettered item, what stands between semicolons. */
export interface Clause {
  readonly text: string;
  /** Where it begins in the text that it was taken from. */
  readonly at: number;
  /** A later sentence of a paragraph; the others begin a paragraph, an item or a part of a list. */
  readonly sentence: boolean;
}

/** What a clause asks of the committee. */
export interface RequestedAction {
  /** `weak`: only to note, receive or consider; `unclear`: it may ask for something; `nothing`: it asks for nothing. */
  readonly kind: 'action' | 'weak' | 'unclear' | 'nothing';
  /** The weak verb, with its place in the clause's text. */
  readonly verb?: { readonly text: string; readonly at: number };
}

const ACTIONS = new Set(
  `accept add address adjust adopt advise agree align allocate allow amend appeal apply appoint appraise approve arrange
  ask assess assign assist assure attend authorise authorize award back ban begin bid borrow bring build buy call campaign cancel carry
  cease celebrate challenge champion change check choose clarify close collaborate combine comment commission commit commend complete
  comply conduct confirm congratulate consent consult continue contribute convene co-opt create cut debate decide declare decline
  dedicate defer define delegate delete deliver demand designate determine develop devise direct disagree discontinue dispose do draft
  draw earmark elect empower encourage end endorse engage enhance ensure enter escalate establish evaluate examine exclude exempt explore
  express extend favour feed finalise finalize fix focus form formulate forward fund gain give grant help highlight hold identify
  implement impose improve include increase incorporate influence inform initiate inspect instruct introduce invest investigate invite
  issue join judge keep launch lead lease lend let list lobby look maintain make mandate meet merge monitor move negotiate nominate
  notify object offer offset open oppose order organise oversee participate pass pause pay permit pilot place plan pledge praise prefer
  prepare present press prioritise prioritize procure produce progress prohibit promote propose provide publicise publish purchase pursue
  put query question raise rank ratify re-affirm re-appoint reaffirm reappoint recommend reconsider record redirect reduce refer refine
  reflect refuse reinstate reject release remit remove renew reopen replace reply report represent request require rescind reserve
  resolve respond restate restore retain retire return review revise revoke rule sanction satisfy save schedule scope scrutinise
  scrutinize seek select sell send set settle share shape sign sponsor start state steer stop strengthen submit suggest summon support
  suspend take target task terminate test thank track transfer transform treat undertake update uphold urge use utilise validate vary
  verify view visit vote waive welcome withdraw withhold work write`.split(/\s+/),
);
const WEAK = new Set('note receive consider acknowledge discuss recognise recognize hear observe understand'.split(' '));
/** Actions that are nouns as well: behind "and" they count where an object follows. */
const NOUNS = new Set(
  `address award bid build call challenge change check comment consent cut demand draft draw end extent focus form fund grant help lead
  lease list look order pause pay place plan present press progress purchase query question rank record release report request reserve
  return review rule sanction save schedule scope share sponsor start state steer support target task test track transfer update use
  view visit vote work`.split(/\s+/),
);

const LETTER = '(?:[a-h]|[ivx]{1,4})';
const MARKER = String.raw`(?:\(?${LETTER}\)|\(?\d{1,2}\)|(?:${LETTER}|\d{1,2}(?:\.\d{1,2})*)\.)`;
/** Where one clause ends and the next begins; its first group marks a sentence. */
const BOUNDARY = new RegExp(
  String.raw`([.!?]["')]?\s+(?=[A-Z]))|[;:]\s+(?:(?:and|or)\b[;:,]?\s+)?|[,.]\s{1,3}${MARKER}\s+(?=\S)|\s\(?(?:${LETTER}|\d)\)\s+(?=\S)|\n\s{0,20}(?:(?:${MARKER}|[-*•])\s|\n)\s{0,20}`,
  'g',
);
const FIRST_MARKER = new RegExp(String.raw`^\s*(?:(?:${MARKER}|\d{1,3}(?:\.\d{1,3})+|[-*•])\s+)*`);

/** The length of the numbers and letters that a text begins with, `14.1 ` or `(a) `. */
export function listMarkerLength(text: string): number {
  return FIRST_MARKER.exec(text)?.[0].length ?? 0;
}

/** The clauses of a paragraph of a recommendation. */
export function readClauses(paragraph: string): Clause[] {
  const text = foldPunctuation(paragraph);
  const clauses: Clause[] = [];
  let start = 0;
  let sentence = false;
  const add = (end: number): void => {
    const from = start + listMarkerLength(text.slice(start, end));
    const clause = text.slice(from, end).replaceAll('\n', ' ');
    if (/\w/.test(clause)) clauses.push({ text: clause, at: from, sentence: sentence && clauses.length > 0 });
  };
  for (const found of matchesOf(BOUNDARY, text)) {
    // The colon or semicolon stays with what it ends.
    add(found.index + (/^[;:.!?]/.test(found[0]) ? 1 : 0));
    start = found.index + found[0].length;
    sentence = found[1] !== undefined;
  }
  add(text.length);
  return clauses;
}

const BODIES = 'committee board panel cabinet council member councillor commission forum group executive'.split(' ');
const BODY = `(?:[Ss]ub-)?(?:${BODIES.map((word) => `[${word.charAt(0).toUpperCase()}${word.charAt(0)}]${word.slice(1)}s?`).join('|')})`;
const NAME_WORD = String.raw`(?:[A-Z][\w'&,()-]*|the|this|that|our|all|and|of|for|&|elected|scrutiny|overview|select|audit|planning|parenting|corporate|health|joint)`;
const NAMED_BODY = new RegExp(String.raw`^(?:${NAME_WORD}\s+){0,10}?${BODY}(?:\s*\([^)]{0,40}\))?\s*[:,]?(?:\s+|$)`);
/** What comes before the verb: "It is recommended that", "Members of the Board are asked to", "The committee", "to formally". */
const LEADS: readonly RegExp[] = [
  /^\s*(?:(?:it is |we )(?:therefore |further |also )?(?:recommend(?:ed)?|propos(?:ed?)|suggest(?:ed)?|request(?:ed)?)(?: that| to)?|recommendations?(?: \d+)?\s*[:.-]|the recommendations? (?:is|are)(?: that| to)?|that\b|for\b(?= the\b| members\b)|and\b|or\b|to\b|is to\b|are to\b|should\b|may wish to\b)\s*:?\s*/i,
  NAMED_BODY,
  new RegExp(
    String.raw`^(?:\S+\s+){0,16}?(?:is|are|be)\s+(?:also\s+|further\s+|therefore\s+)?(?:asked|invited|requested|recommended|encouraged|required|urged)(?:\s+(?:to|that)\b|\s*:)\s*:?\s*`,
    'i',
  ),
  /^(?:also|formally|carefully|please|fully|further|jointly|unanimously|hereby|then|both|each|either)\b,?\s*/i,
];

/** How much of a clause comes before what it asks for: who is asked, and the words of asking. */
export function introLength(clause: string): number {
  let from = 0;
  for (let round = 0; round < 8; round++) {
    const rest = clause.slice(from);
    const word = firstWord(rest);
    // "Place and Environment Overview Committee" begins with no verb.
    if ((isVerb(word.toLowerCase()) || word === 'be') && !(/^[A-Z]/.test(word) && NAMED_BODY.test(rest))) break;
    const lead = LEADS.map((pattern) => pattern.exec(rest)?.[0].length ?? 0).find((length) => length > 0);
    if (lead === undefined) break;
    from += lead;
  }
  return from;
}

/** True for a verb by which a committee is asked for something, however little, in the form "agree" or "agrees". */
function isVerb(word: string): boolean {
  return verbStem(word) !== undefined;
}

/** The verb that "agree" or "agrees" is a form of; nothing for other words. */
export function verbStem(word: string): string | undefined {
  const isBase = (base: string): boolean => ACTIONS.has(base) || WEAK.has(base);
  if (isBase(word)) return word;
  if (!word.endsWith('s')) return undefined;
  return [word.slice(0, -1), word.replace(/es$/, ''), word.replace(/ies$/, 'y')].find(isBase);
}

/** True for a verb with the word behind it; for one that may be a noun ("the Cabinet report") that word must show it. */
export function isActionWith(verb: string, next: string): boolean {
  const base = verbStem(verb);
  if (base === undefined || !NOUNS.has(base)) return base !== undefined;
  return (
    /^(?:the|an?|this|that|its|all|any|each|both|to|whether)$/.test(next) || (next === 'on' && /^(?:comment|vote)/.test(base))
  );
}

function firstWord(text: string): string {
  return /^[^A-Za-z]{0,3}([A-Za-z]+(?:-[a-z]+)*)/.exec(text)?.[1] ?? '';
}

const FOR_INFORMATION =
  /^\s*(?:(?:this|the|a) (?:report|paper|item|update|briefing) is )?(?:(?:provided|presented|submitted|intended|only) )?(?:to be )?(?:for )?(?:the )?(?:(?:members|committee|board|panel)'?s? )?(?:information|noting|awareness)(?: purposes?)?(?: only)?[\s.;,]*$/i;
/** "Be aware of", "take note of": weak verbs of several words. */
const WEAK_PHRASE =
  /^(?:take note(?: of)?|be (?:made |kept )?(?:aware|informed|advised|updated|apprised|noted)(?: of| about| on)?|have sight of)\b/i;
const WEAK_PASSIVE = /\b(?:be|is|are)\s+(?:\w+ly\s+)?(noted|received|considered|acknowledged|discussed|recognised)\b/i;
const OTHER_PASSIVE =
  /\bbe\s+(?:\w+ly\s+)?(?!noted\b|received\b|considered\b|acknowledged\b|discussed\b|recognised\b|\w+ly\b)\w/i;
/** To receive reports in future, or to consider whether to do something, is a decision of its own. */
const DECIDES =
  /^(?:receives?\s.{0,80}\b(?:updates|reports|further|regular|future|quarterly|monthly|annually|every|twice|another)\b|considers?\s(?:and \w+ )?(?:whether|how|what|which|if|any|where|\w+ing)\b)/i;
const LATER_VERB =
  /(?:\b(?:and|or|then)|[,/&])\s+(?:(?:and|or|also|then|formally)\s+)*(to\s+)?([a-z]+(?:-[a-z]+)?)(?=(\s+[a-z]+)?)/gi;
const LATER_GERUND =
  /(?:\b(?:before|by|and|prior to|view to)|,)\s+(?:\w+ly\s+)?(?:recommend|approv|agree|endors|comment|giv|provid|mak|advis|identify|request|support)ing\b/i;
const NO_OBJECT =
  /^\s+(?:of|for|from|in|at|by|made|provided|offered|given|received|undertaken|achieved|needs?|services?|available|within|being|that|which|arrangements?|plans?|process(?:es)?)$/i;
const NO_VERB = /^(?:the|a|an|this|that|these|those|our|their|its|date|all|any|some|be|which|whom)$/i;

/** What a clause asks of the committee. */
function readAsk(clause: string): RequestedAction {
  const at = introLength(clause);
  const rest = clause.slice(at);
  if (!/[a-z]/i.test(rest)) return { kind: 'nothing' };
  if (FOR_INFORMATION.test(rest)) return { kind: 'weak' };
  const phrase = WEAK_PHRASE.exec(rest)?.[0];
  const word = phrase ?? firstWord(rest);
  const base = phrase ? 'note' : verbStem(word.toLowerCase());
  if (base === undefined) return readPassive(clause, at);
  if (ACTIONS.has(base) || DECIDES.test(rest) || asksMore(rest, word.endsWith('s'))) return { kind: 'action' };
  return { kind: 'weak', verb: { text: word, at: at + rest.indexOf(word) } };
}

function readPassive(clause: string, from: number): RequestedAction {
  const found = WEAK_PASSIVE.exec(clause.slice(from));
  const verb = found?.[1];
  if (!found || !verb || OTHER_PASSIVE.test(clause)) return { kind: 'unclear' };
  if (asksMore(clause.slice(from), false)) return { kind: 'action' };
  return { kind: 'weak', verb: { text: verb, at: from + found.index + found[0].length - verb.length } };
}

/** True where a weak verb is followed by a real one: "note the report and agree the plan". */
function asksMore(rest: string, third: boolean): boolean {
  for (const [, to, word = '', next = ''] of rest.matchAll(LATER_VERB)) {
    const verb = word.toLowerCase();
    const base = third ? verbStem(verb) : verb;
    if (base !== undefined && ACTIONS.has(base) && !(NOUNS.has(base) && NO_OBJECT.test(next))) return true;
    if (to && !WEAK.has(verb) && !NO_VERB.test(verb)) return true;
  }
  return LATER_GERUND.test(rest);
}

/** An ask with its place in the paragraphs of the recommendations. */
export interface PlacedRequestedAction extends RequestedAction {
  readonly paragraph: number;
}

/** What recommendations ask, clause by clause; verbs are placed in their paragraph's text. */
export function readRequestedActions(paragraphs: readonly string[]): PlacedRequestedAction[] {
  let objects = false;
  return paragraphs.flatMap((paragraph, i) =>
    readClauses(paragraph).map(({ text, at, sentence }): PlacedRequestedAction => {
      const ask = readAsk(text);
      // What follows "note the following:" is what is noted; a later sentence that asks nobody is an explanation.
      const explains = sentence && !/\b(?:asked|invited|requested|recommended|should|must|be)\b/i.test(text);
      const [, verb = '', next = ''] = /^([a-z]+) ?(\w*)/.exec(text) ?? [];
      const isObject = objects && (ask.kind === 'unclear' || (ask.kind === 'action' && verb !== '' && !isActionWith(verb, next)));
      const kind = isObject || (ask.kind === 'unclear' && explains) ? 'nothing' : ask.kind;
      objects = (ask.kind === 'weak' && text.trimEnd().endsWith(':')) || (objects && isObject);
      return { kind, paragraph: i, ...(ask.verb ? { verb: { ...ask.verb, at: at + ask.verb.at } } : {}) };
    }),
  );
}
