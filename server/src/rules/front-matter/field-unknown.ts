import type { Field } from '../../template/field.ts';
import { fieldAt } from '../../template/template.ts';
import { closestMatch } from '../../text/suggest.ts';
import type { Path } from '../../text/path.ts';
import type { RuleContext } from '../../analysis/ruleContext.ts';
import { readTitleParsedAsKey } from '../../analysis/titleParsedAsKey.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'field-unknown',
  severity: 'warning',
  docs: {
    summary: 'A key that the form does not have, often a misspelt one.',
    why: 'It is not printed, and the field that was meant is missing.',
    source: 'The schema of the template',
    bad: '---\ntemplate: committee-report\ntitle: Winter gritting routes\n⟦purpos⟧: For Decision\n---\n',
    good: '---\ntemplate: committee-report\ntitle: Winter gritting routes\npurpose: For Decision\n---\n',
  },
  *check(_report, context) {
    for (const { kind, path } of context.problems) {
      const value = kind === 'unknown' ? context.fields.get(path) : undefined;
      const parent = context.fields.get(path.slice(0, -1));
      // The words of a title are no key, and are told as what they are.
      if (!value || value.field || (parent && readTitleParsedAsKey(parent))) continue;
      const near = nearestKey(path, context);
      const advice = near ? `Did you mean “${near}”?` : 'Take it out, or begin it with x- to keep it as a note of your own.';
      yield {
        span: value.keySpan ?? value.span,
        path,
        message: `The form has no field “${String(path.at(-1))}” here. ${advice}`,
      };
    }
  },
  fixes({ path = [], span }, _report, context) {
    const near = nearestKey(path, context);
    const field = near === undefined || !context.template ? undefined : fieldAt(context.template, [...path.slice(0, -1), near]);
    // A name where the form wants a name and a post would be a mistake under the right key too.
    const fits = field?.kind !== 'group' || context.fields.get(path)?.node?.kind === 'mapping';
    return near && fits ? [{ title: `Change to “${near}”`, edits: [{ span, text: near }], safe: false }] : [];
  },
});

/** The field nearest in spelling that is not given yet. */
function nearestKey(path: Path, { template, fields }: RuleContext): string | undefined {
  if (!template) return undefined;
  const parent = path.slice(0, -1);
  const siblings = path.length > 1 ? partsOf(fieldAt(template, parent)) : template.fields;
  const free = siblings.filter(({ key }) => !fields.get([...parent, key])).map(({ key }) => key);
  return closestMatch(String(path.at(-1)), free);
}

function partsOf(field: Field | undefined): readonly Field[] {
  return (field?.kind === 'list' ? field.item?.fields : field?.fields) ?? [];
}
