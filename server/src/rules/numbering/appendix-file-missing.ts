import { quote } from '../../text/suggest.ts';
import type { Value } from '../../template/value.ts';
import type { Fix } from '../../text/finding.ts';
import type { RuleContext } from '../../analysis/ruleContext.ts';
import { replaceAt } from '../../fixes/textEdits.ts';
import { defineRule } from '../rule.ts';
import { trimmedSpanOf } from '../../analysis/notApplicable.ts';

export default defineRule({
  id: 'appendix-file-missing',
  severity: 'error',
  onlyForField: 'appendices',
  docs: {
    summary: 'The file of an appendix is not where the report says.',
    why: 'The appendix would be missing from the agenda, although the report relies on it.',
    source: 'House style: the report and its appendices are published together',
    bad: '---\ntemplate: committee-report\nappendices:\n  - title: Survey of the pier\n    file: ⟦survey.md⟧\n---\n',
    good: '---\ntemplate: committee-report\nappendices:\n  - title: Survey of the pier\n    file: appendices/survey.md\n---\n',
    files: { 'appendices/survey.md': '# Survey of the pier\n' },
  },
  *check(_report, context) {
    for (const value of filesOf(context)) {
      const name = value.text?.text.trim() ?? '';
      // An address on the web is never asked.
      if (!context.files || /^[a-z][a-z0-9+.-]+:\/\//i.test(name) || context.files.has(name)) continue;
      const near = context.files.near(name)[0];
      const advice = near === undefined ? 'Put the file there, or correct its name.' : `Did you mean “${near}”?`;
      yield {
        span: trimmedSpanOf(value),
        path: value.path,
        message: `There is no file ${quote(name)} beside this report. ${advice}`,
      };
    }
  },
  fixes({ path = [], span }, report, context) {
    const name = context.fields.text(path).trim();
    return (context.files?.near(name) ?? []).flatMap((near): Fix[] => {
      const edit = replaceAt({ path, span }, near, report, context);
      return edit ? [{ title: `Change to “${near}”`, edits: [edit], safe: false }] : [];
    });
  },
});

/** The values that name an appendix's file. */
function filesOf({ fields }: RuleContext): Value[] {
  const named = fields.list(['appendices']).flatMap(({ parts }) => parts.filter(({ path }) => path.at(-1) === 'file'));
  return named.filter(({ blank, text }) => !blank && text !== undefined);
}
