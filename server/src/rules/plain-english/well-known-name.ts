import { foldPunctuation } from '../../text/foldPunctuation.ts';
import { replaceAt } from '../../fixes/textEdits.ts';
import { findInProse } from '../../analysis/prose.ts';
import { defineRule } from '../rule.ts';
import { WELL_KNOWN_NAMES } from '../../analysis/wellKnownNames.ts';
import { isInQuotation, quoted } from '../../analysis/notApplicable.ts';

export default defineRule({
  id: 'well-known-name',
  severity: 'info',
  docs: {
    summary: 'The name of a department, an Act or another body in a form that is often written, but wrong.',
    why: 'A reader who looks the name up does not find it, and wonders what else was not checked.',
    source: 'The names that the bodies and Acts bear',
    bad: '10.1 The ⟦Department of Education⟧ wrote to us under the ⟦Equalities Act⟧ 2010.\n',
    good: '10.1 The Department for Education wrote to us under the Equality Act 2010.\n',
  },
  *check(_report, context) {
    for (const { cue, wrong, right } of WELL_KNOWN_NAMES) {
      const prose = context.words.textsWith(cue);
      if (prose.length === 0) continue;
      for (const { groups, span, path, passage, text, index } of findInProse(prose, wrong)) {
        if (groups[0] === right || passage.quoted || isInQuotation(text, index)) continue;
        const message = `The name is ${quoted(right)}, not ${quoted(groups[0])}. Put it right.`;
        yield { span, path, message };
      }
    }
  },
  fixes({ path = ['body'], span }, report, context) {
    // With what follows, for the names that depend on it.
    const written = foldPunctuation(report.text.slice(span.start, span.end + 20)).replace(/\s/g, ' ');
    const right = WELL_KNOWN_NAMES.find(({ wrong }) => written.search(wrong) === 0)?.right;
    const edit = right === undefined ? undefined : replaceAt({ path, span }, right, report, context);
    return edit && right !== undefined ? [{ title: `Change to “${right.trim()}”`, edits: [edit], safe: false }] : [];
  },
});
