import type { Person } from '../../council/council.ts';
import type { Value } from '../../template/value.ts';
import type { Edit } from '../../text/edit.ts';
import type { Fix } from '../../text/finding.ts';
import { foldPunctuation } from '../../text/foldPunctuation.ts';
import { replaceAt } from '../../fixes/textEdits.ts';
import { inQuotes } from '../../fixes/frontMatterEdits.ts';
import { defineRule } from '../rule.ts';
import { fieldLabel, quoted, trimmedSpanOf } from '../../analysis/notApplicable.ts';

const UNNAMED =
  /^(?:the )?(?:cllrs?|councillors?)\b[.,:;]?\s*(?:\.+|\u2026|_+|-+|\(?(?:full |first |last )?(?:name|surname)s?\)?|x{2,}|\?+)?$/i;
const HOLDS_NAMES = /^(?:name|names)$|councillor|member|portfolio-holder/;

export default defineRule({
  id: 'councillor-unnamed',
  severity: 'error',
  isCompleteness: true,
  docs: {
    summary: '“Cllr” with no name behind it.',
    why: 'The form prints “Cllr” and leaves the name to the author; readers cannot tell whom to ask.',
    source: 'The report form: councillors are named',
    bad: '---\ntemplate: committee-report\nportfolio-holder:\n  name: ⟦Cllr⟧\n  portfolio: Highways\n---\n',
    good: '---\ntemplate: committee-report\nportfolio-holder:\n  name: Cllr Ann Bell\n  portfolio: Highways\n---\n',
    council:
      'portfolio-holders:\n  - { name: Cllr Joe Fox, portfolio: Finance }\n  - { name: Cllr Ann Bell, portfolio: Highways }\n',
  },
  *check(_report, context) {
    for (const value of context.fields.all()) {
      const { path, text, field } = value;
      const key = path.findLast((step) => typeof step === 'string') ?? '';
      if (!text || field?.kind === 'markdown' || !HOLDS_NAMES.test(key) || !UNNAMED.test(foldPunctuation(text.text).trim()))
        continue;
      const label = fieldLabel(path, context);
      const or = field?.choices.includes('All') ? ', or write All' : '';
      const message = `${label} says only ${quoted(text.text)}. Give the councillor's name${or}.`;
      yield { span: trimmedSpanOf(value), path, message };
    }
  },
  fixes({ path = [] }, report, context) {
    const value = context.fields.get(path);
    if (!value) return [];
    const portfolio = context.fields.text([...path.slice(0, -1), 'portfolio']).trim();
    const people = [...(context.council['portfolio-holders'] ?? [])];
    people.sort((a, b) => Number(b.portfolio === portfolio) - Number(a.portfolio === portfolio));
    const replace = (text: string): Edit | undefined => replaceAt({ path, span: trimmedSpanOf(value) }, text, report, context);
    const named = people.map((person) => {
      const written = asList(person, value);
      return { title: `Write “${person.name}”`, edit: written ? { span: value.span, text: written } : replace(person.name) };
    });
    const all = (value.field?.choices ?? []).map((choice) => ({ title: `Write “${choice}”`, edit: replace(choice) }));
    return [...all, ...named].flatMap(({ title, edit }): Fix[] => (edit ? [{ title, edits: [edit], safe: false }] : []));
  },
});

/** How a person is written where the field holds a list or a group, of which only “Cllr” was typed. */
function asList({ name, portfolio }: Person, { field, node }: Value): string | undefined {
  if (node?.kind !== 'scalar' || node.style === 'literal' || node.style === 'folded' || field?.kind !== 'list') return undefined;
  const parts = field.item?.fields ?? [];
  if (parts.length === 0) return `[${asFlow(name)}]`;
  const holds = (key: string): boolean => parts.some((part) => part.key === key);
  return `{ name: ${asFlow(name)}${portfolio && holds('portfolio') ? `, portfolio: ${asFlow(portfolio)}` : ''} }`;
}

function asFlow(text: string): string {
  return /^[A-Za-z][\w .'()-]*$/.test(text) ? text : inQuotes(text);
}
