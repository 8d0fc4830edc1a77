import type { Paper } from '../../paper/paper.ts';
import type { Finding, Fix } from '../../text/finding.ts';
import type { Acronym } from '../../analysis/acronyms.ts';
import type { RuleContext } from '../../analysis/ruleContext.ts';
import { replaceAt } from '../../fixes/textEdits.ts';
import { defineRule } from '../rule.ts';
import { pluralOf, expandAcronym } from '../../fixes/expandAcronym.ts';
import { findUnexplained, type Unexplained } from '../../analysis/undefinedAcronyms.ts';
import { passageAt } from '../../analysis/wordIndex.ts';

export default defineRule({
  id: 'acronym-undefined',
  severity: 'warning',
  docs: {
    summary: 'An acronym that is not spelled out where the reader first meets it.',
    why: 'Councillors sit on many committees and residents on none: letters that a service uses every day shut them out.',
    source: 'GOV.UK style guide, Abbreviations and acronyms; WCAG 2.2, success criterion 3.1.4',
    bad: '10.1 The ⟦CQC⟧ visited both homes in May.\n\n10.2 In June the Care Quality Commission (CQC) found them good.\n',
    good: '10.1 The Care Quality Commission (CQC) visited both homes in May.\n\n10.2 In June the Care Quality Commission (CQC) found them good.\n',
  },
  *check(_report, context) {
    for (const one of findUnexplained(context)) {
      const { place, use, untied, onlyInTables } = one;
      const slight = untied !== undefined || onlyInTables;
      const severity = slight ? { severity: 'info' as const } : {};
      yield { span: place.span, path: use.word.in.prose.path, message: messageFor(one), ...severity };
    }
  },
  fixes(finding, report, context) {
    for (const one of findUnexplained(context)) {
      if (one.place.span.start !== finding.span.start) continue;
      const fixes = [one.meant && correct(one.meant, one, finding, report, context), tie(one, report, context)];
      return [...fixes, spelledOut(one, report, context)].filter((fix) => fix !== undefined);
    }
    return [];
  },
});

function messageFor({ acronym: { written, explained }, meant, untied, meaning, onlyInTables }: Unexplained): string {
  if (meant) return `“${written}” is not explained, but “${meant.written}” stands in this report. Put it right if that is meant.`;
  if (untied)
    return `“${written}” seems to stand for “${untied.words}”. Write “(${written})” behind these words, where they first stand.`;
  if (explained) return `“${written}” is explained only further on. Spell it out here, where it is first used.`;
  const where = onlyInTables ? 'Say below the table what it stands for' : `Write the words, with “(${written})” behind them`;
  return `“${written}” is not explained. ${where}${meaning ? `: “${meaning.words} (${written})”` : ''}.`;
}

/** Writes the letters in their right order. */
function correct(meant: Acronym, { use }: Unexplained, finding: Finding, report: Paper, context: RuleContext): Fix | undefined {
  const edit = replaceAt(finding, use.plural ? `${meant.written}s` : meant.written, report, context);
  return edit && { title: `Change to “${meant.written}”`, edits: [edit], safe: false };
}

/** Puts the acronym in brackets behind the words that it stands for. */
function tie({ acronym: { written }, untied }: Unexplained, report: Paper, context: RuleContext): Fix | undefined {
  const place = untied && passageAt(untied.last);
  if (!place) return undefined;
  const { path } = untied.last.in.prose;
  const end = place.span.end;
  const edit = replaceAt({ path, span: { start: end, end } }, ` (${written})`, report, context);
  return edit && { title: `Write “${untied.words} (${written})” where the words first stand`, edits: [edit], safe: false };
}

function spelledOut({ use, meaning, untied }: Unexplained, report: Paper, context: RuleContext): Fix | undefined {
  if (!meaning || untied) return undefined;
  const words = use.plural && !meaning.plural ? pluralOf(meaning.words) : meaning.words;
  const edit = expandAcronym(use, words, report, context);
  return edit && { title: `Spell it out: “${words}”`, edits: [edit], safe: false };
}
