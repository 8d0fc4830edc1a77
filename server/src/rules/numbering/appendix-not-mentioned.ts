import { MENTIONED, mentions, namesOf, readAppendices, type ListedAppendix } from '../../analysis/appendices.ts';
import type { RuleContext } from '../../analysis/ruleContext.ts';
import { keywords } from '../../analysis/keywordIndex.ts';
import { readLinks } from '../../analysis/links.ts';
import type { Prose } from '../../analysis/prose.ts';
import { defineRule } from '../rule.ts';
import { trimmedSpanOf } from '../../analysis/notApplicable.ts';

const POINTERS = [...MENTIONED, ...keywords('attached', 'enclosed')];
/** A pointer to the only appendix, which needs no number. */
const UNNUMBERED = /\b(?:append(?:ix|ed)|annexed?|attached|attachment|enclosed)\b/;

export default defineRule({
  id: 'appendix-not-mentioned',
  severity: 'info',
  onlyForField: 'appendices',
  docs: {
    summary: 'The cover lists an appendix that the report never mentions.',
    why: 'Readers cannot tell what it is for, or when to turn to it.',
    source: 'House style: each appendix is mentioned where it helps the reader',
    bad: '---\ntemplate: committee-report\nappendices:\n  - title: Survey of the pier\n  - title: ⟦Map of the harbour⟧\n---\n\n## 10. Background\n\n10.1 Divers looked at the pier (Appendix 1).\n',
    good: '---\ntemplate: committee-report\nappendices:\n  - title: Survey of the pier\n  - title: Map of the harbour\n---\n\n## 10. Background\n\n10.1 Divers looked at the pier (Appendix 1). Appendix 2 shows where it stands.\n',
  },
  *check(_report, context) {
    const items = readAppendices(context)?.items ?? [];
    if (items.length === 0) return;
    const labels = new Set<string>();
    const missing = (): ListedAppendix[] => items.filter(({ names }) => !names.some((name) => labels.has(name)));
    // Most are mentioned in the body, and then nothing else need be looked through.
    for (const text of textsOf(context)) {
      if (items.length === 1 && UNNUMBERED.test(text.lowerCase)) return;
      for (const label of mentions(text)) for (const name of namesOf(label)) labels.add(name);
      if (missing().length === 0) return;
    }
    const linked = [...readLinks(context)].map(({ address }) => plainPath(address));
    for (const item of missing()) {
      if (isLinked(item, linked)) continue;
      const { value, label } = item;
      const title = value.parts.find(({ path, blank }) => path.at(-1) === 'title' && !blank) ?? value;
      yield {
        span: trimmedSpanOf(title),
        path: value.path,
        message: `Nothing in this report mentions ${nameOf(label)}. Point to it where it helps the reader, or take it off the list.`,
      };
    }
  },
});

/** The texts that may mention an appendix: the body, then the fields. */
function textsOf({ words }: RuleContext): Prose[] {
  const prose = words.textsWith(POINTERS);
  return [...prose.filter(({ value }) => !value), ...prose.filter(({ value, path }) => value && path[0] !== 'appendices')];
}

function isLinked({ value }: ListedAppendix, addresses: readonly string[]): boolean {
  const file = value.parts.find(({ path }) => path.at(-1) === 'file')?.text?.text;
  return file !== undefined && addresses.includes(plainPath(file));
}

/** A path as two people would both write it. */
function plainPath(path: string): string {
  return path.replaceAll('%20', ' ').replaceAll('\\', '/').replace(/^\.\//, '').replace(/#.*/s, '').trim();
}

function nameOf(label: string): string {
  return /^(?:append|annex|attach|enclos)/i.test(label) ? label : `appendix ${label}`;
}
