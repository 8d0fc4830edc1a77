import { joinWords } from '../../text/suggest.ts';
import type { Fix } from '../../text/finding.ts';
import { NonOverlappingFindings } from '../nonOverlapping.ts';
import { setChoice } from '../../fixes/setChoice.ts';
import type { RuleContext } from '../../analysis/ruleContext.ts';
import { keywords, type Keywords } from '../../analysis/keywordIndex.ts';
import { replaceAt } from '../../fixes/textEdits.ts';
import { imagesOf } from '../../analysis/images.ts';
import { findInProse, extendLeft, type Match } from '../../analysis/prose.ts';
import { defineRule } from '../rule.ts';
import { isInQuotation, fieldLabel, quoted, trimmedSpanOf } from '../../analysis/notApplicable.ts';

/** A way in which a form, or an author in a hurry, marks what is still to be written. */
interface Prompt {
  readonly cue: Keywords;
  readonly pattern: RegExp;
  /** What may stand before it and belongs to it. */
  readonly lead?: RegExp;
  /** What to do about it, where the field has no choices. */
  readonly advice: string;
  /** Printed by the form itself. */
  readonly form?: true;
  readonly unless?: (match: Match) => boolean;
}

const WRITE = 'Write what belongs there.';
const KEEP = 'Keep what applies and delete the rest.';

/** A description of an image that is still to be written. */
const PROMPTED = /^\[(?:please )?(?:add|describe|enter|insert|write) [^[\]]{1,300}\]$/i;

const isInQuotes = ({ passage, text, index }: Match): boolean => passage.quoted || isInQuotation(text, index);
/** Of a prompt that is prompt enough only where it fills a field or a table cell. */
const notAlone = ({ value, passage, text, index, end }: Match): boolean =>
  (!value && passage.kind !== 'cell') || /\w/.test(text.slice(0, index)) || /\w/.test(text.slice(end));
const notField = ({ value }: Match): boolean => !value || value.field?.kind === 'markdown';
const afterWord = (word: RegExp) => (match: Match): boolean => word.test(match.text.slice(Math.max(0, match.index - 40), match.index)); // prettier-ignore

const PROMPTS: readonly Prompt[] = [
  { cue: keywords('choose'), pattern: /\bChoose (?:an item|a building block)(?:\.|(?! ?[\w,]))/g, advice: WRITE, form: true },
  {
    cue: keywords('choose', 'select', 'pick'),
    pattern: /(?:please )?\b(?:choose|select|pick) (?:an?|one|the) (?:item|option|date|value|status|purpose|level|name)\b.{0,40}/gi,
    advice: WRITE,
    form: true,
    unless: notAlone,
  },
  {
    cue: keywords('click', 'tap'),
    pattern:
      /\b(?:click|tap)(?: or (?:click|tap))?(?: here)? to (?:add|choose|enter|insert|select|type) (?:an? |the |your |some )?(?:address|amount|content|date|details|item|name|number|subject|text|title)\b\.?/gi,
    advice: WRITE,
    form: true,
  },
  {
    cue: keywords('delete'),
    pattern: /\bdelete (?:one )?as (?:applicable|appropriate|necessary|relevant|required)\b\s?[\])*]?/gi,
    lead: /(?:\b(?:high|medium|low)(?:[ ,/|]{1,3}(?:or )?(?:high|medium|low)){1,2} ?|\b[a-z][a-z-]{0,29}(?: ?\/ ?[a-z-]{1,30}){1,4} ?)?[[(*]?\s?(?:please )?(?:insert ?\/ ?)?$/i,
    advice: KEEP,
    form: true,
    unless: isInQuotes,
  },
  {
    cue: keywords('medium'),
    pattern: /\b(?:high|medium|low)(?:(?:\s?[/|,]\s?|,? or )(?:high|medium|low)){2}\b/gi,
    advice: KEEP,
    form: true,
    unless: (match) => notAlone(match) || notField(match),
  },
  {
    cue: keywords('[', '{', '<'),
    pattern:
      /[[{<](?:please )?(?:insert\b|enter |fill in|specify |choose |type (?:an? |here|in |text|the |your )|add (?:an? |any |date|details|figure|here|link|name|number|summary|text|the |title|your )|select (?:an? |from|one|the )|(?:complete|describe|explain|give|include|list|outline|provide|set out|state|summari[sz]e|write) (?:all |an? |any |as |brief|details|following|here|how|if|the |this|what|which|who|why|your ))[^[\]{}<>]{0,300}[\]}>]/gi,
    advice: WRITE,
    unless: isInQuotes,
  },
  { cue: keywords('insert'), pattern: /\((?:please )?insert [a-z' /-]{1,60}\)/gi, advice: WRITE, unless: isInQuotes },
  {
    cue: keywords('['),
    pattern: /\[(?:committee |officer(?:'s)? |report |your )?(?:amount|date|e-?mail|figure|job title|name|number|telephone|title)(?: here| of [a-z ]{1,40})?\]/gi,
    advice: WRITE,
    unless: notField,
  },
  { cue: keywords('x'), pattern: /£ ?x+(?:,x+)*(?:\.x+)?(?:m|k|bn)?\b|\bx{2,}%|\bx{1,2}([/.-])x{1,3}\1x{2,4}\b|(?<![\w./@-])x{3,}(?:[ -]x{2,})*\b(?!\.\w)/gi, advice: WRITE, unless: (match) => isInQuotes(match) || afterWord(/\b(?:annexe?|appendix|article|chapter|pages?|part|schedule|section|title|volume) $/i)(match) },
  { cue: keywords('xx'), pattern: /(?<![\w./@-])XX(?= (?:[a-z]|20\d\d\b|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)|[,;)])(?: insert\b[^.;)]{0,60})?/g, advice: WRITE, unless: (match) => isInQuotes(match) || afterWord(/\b(?:annexe?|appendix|article|chapter|pages?|part|schedule|section|title|volume) $/i)(match) },
  { cue: keywords('lorem'), pattern: /\blorem ipsum\b[^.]{0,500}\.?/gi, advice: WRITE },
  { cue: keywords('content here', 'date here', 'details here', 'figure here', 'figures here', 'heading here', 'name here', 'subject here', 'summary here', 'text here', 'title here', 'wording here'), pattern: /\b(?:add|enter|insert|put|type|write) (?:(?:committee|report|some|the|your) )?(?:content|date|details|figures?|heading|name|subject|summary|text|title|wording) here\b\.?/gi, advice: WRITE, unless: isInQuotes },
  { cue: keywords('yy'), pattern: /\b(?:d{1,2}([/.-])m{1,4}\1y{2,4}|yyyy([/-])mm\2dd|dd (?:mm|month) yyyy)\b/gi, advice: WRITE, unless: (match) => isInQuotes(match) || afterWord(/\b(?:form|formats?|formatted|layout|style|written)\b[^.]*$/i)(match) },
]; // prettier-ignore

export default defineRule({
  id: 'placeholder',
  severity: 'error',
  isCompleteness: true,
  tags: ['unfinished'],
  docs: {
    summary: 'Text that stood in the form, or was put in for the time being, and was never replaced.',
    why: 'The committee and the public would read “Choose an item.” where an answer should stand.',
    source: 'House style: a report is published as it was signed off',
    bad: '---\ntemplate: committee-report\npurpose: ⟦Choose an item.⟧\nimpact-assessment:\n  risk:\n    current: ⟦HIGH/MEDIUM/LOW (Delete as appropriate)⟧\n---\n',
    good: '---\ntemplate: committee-report\npurpose: For Decision\nimpact-assessment:\n  risk:\n    current: low\n---\n',
  },
  *check(report, context) {
    const found = new NonOverlappingFindings();
    for (const prompt of PROMPTS) {
      for (const core of findInProse(context.words.textsWith(prompt.cue), prompt.pattern)) {
        const match = prompt.lead ? extendLeft(core, prompt.lead) : core;
        if (prompt.unless?.(match) || found.hasAt(match.span)) continue;
        found.add({ span: match.span, path: match.path, message: messageFor(match, prompt, context) });
      }
    }
    yield* found.all;
    for (const { image, text } of imagesOf(context)) {
      if (!PROMPTED.test(image.alt.trim())) continue;
      const message = `The description of this image is still ${quoted(image.alt)}. ${WRITE}`;
      yield { span: image.span, path: text.path, message };
    }
    // `[insert name]` without quotation marks is a list to YAML.
    for (const { node, path, text } of context.fields.all()) {
      if (text || node?.kind !== 'sequence' || !node.flow || found.hasWithin(node.span)) continue;
      const typed = report.text.slice(node.span.start, node.span.end);
      if (
        !/^\[(?:please )?(?:add|choose|complete|enter|fill in|give|insert|provide|select|specify|type) [^[\]]{1,300}\]$/i.test(
          typed,
        )
      )
        continue;
      yield { span: node.span, path, message: `${fieldLabel(path, context)} still holds ${quoted(typed)}. ${WRITE}` };
    }
  },
  fixes({ path = [] }, report, context) {
    const value = context.fields.get(path);
    return (value?.field?.choices ?? []).flatMap((choice): Fix[] => {
      const edit = value && replaceAt({ path, span: trimmedSpanOf(value) }, choice, report, context);
      if (!edit) return [];
      return [{ title: `Choose “${choice}”`, edits: setChoice(path, choice, edit, report, context), safe: false }];
    });
  },
});

function messageFor({ path, value, groups }: Match, { advice, form }: Prompt, context: RuleContext): string {
  const choices = value?.field?.choices ?? [];
  const whatToDo = choices.length > 0 && value?.field?.kind === 'choice' ? `Choose ${joinWords(choices)}.` : advice;
  return `${fieldLabel(path, context)} still holds ${form ? "the form's " : ''}${quoted(groups[0])}. ${whatToDo}`;
}
