import { LABEL, meansSame, readAppendices, type ListedAppendix } from './appendices.ts';
import { readLinks } from './links.ts';
import { defineRule } from './rule.ts';
import { spanOfText } from './wording.ts';

const MENTION = new RegExp(
  String.raw`\b(?:append(?:ix|ices)|annexe?s?|apps?\.|attachments?|enclosures?)\s+(?:${LABEL})\b(?:\s?(?:,|and|to|or|&|-)\s?(?:and\s)?(?:${LABEL})\b)*`,
  'gi',
);
const ONE = new RegExp(String.raw`(?:\b(to)\s|(-)\s?)?\b(${LABEL})\b`, 'gi');
/** A pointer to the only appendix, which needs no number. */
const UNNUMBERED = /\b(?:append(?:ix|ed)|annexed?|attached|attachment|enclosed)\b/i;

export default defineRule({
  id: 'appendix-not-mentioned',
  severity: 'info',
  about: 'appendices',
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
    const others = context.prose.filter(({ path }) => path[0] !== 'appendices');
    const texts = others.map((text) => (text.value ? text.raw : text.glance));
    const labels = texts.flatMap((text) => [...mentions(text)]);
    const isOnly = items.length === 1 && texts.some((text) => UNNUMBERED.test(text));
    let linked: readonly string[] | undefined;
    for (const item of items) {
      if (isOnly || labels.some((label) => meansSame(item.names, label))) continue;
      linked ??= [...readLinks(context)].map(({ address }) => plainPath(address));
      if (isLinked(item, linked)) continue;
      const { value, label } = item;
      const title = value.parts.find(({ path, blank }) => path.at(-1) === 'title' && !blank) ?? value;
      yield {
        span: spanOfText(title),
        path: value.path,
        message: `Nothing in this report mentions ${nameOf(label)}. Point to it where it helps the reader, or take it off the list.`,
      };
    }
  },
});

/** The labels of the appendices that a text (folded) mentions; those in between as well where it says “Appendices 1 to 4”. */
function* mentions(text: string): Iterable<string> {
  for (const [mention] of text.matchAll(MENTION)) {
    let before = '';
    for (const [, to, dash, label = ''] of mention.slice(mention.search(/\s/)).matchAll(ONE)) {
      if (to || dash) yield* between(before, label.toLowerCase());
      yield label;
      before = label.toLowerCase();
    }
  }
}

/** As many appendices are listed by their ends. */
const LONGEST = 30;

function* between(from: string, to: string): Iterable<string> {
  const isNumber = /^\d+$/.test(from) && /^\d+$/.test(to);
  if (!isNumber && !(/^[a-z]$/.test(from) && /^[a-z]$/.test(to))) return;
  const start = isNumber ? Number(from) : from.charCodeAt(0);
  const end = isNumber ? Number(to) : to.charCodeAt(0);
  for (let at = start + 1; at < end && at < start + LONGEST; at++) yield isNumber ? String(at) : String.fromCharCode(at);
}

function isLinked({ value }: ListedAppendix, addresses: readonly string[]): boolean {
  const file = value.parts.find(({ path }) => path.at(-1) === 'file')?.text?.text;
  return file !== undefined && addresses.includes(plainPath(file));
}

/** A path as two people would both write it. */
function plainPath(path: string): string {
  return path.replaceAll('%20', ' ').replaceAll('\\', '/').replace(/^\.\//, '').replace(/#.*$/, '').trim();
}

function nameOf(label: string): string {
  return /^(?:append|annex|attach|enclos)/i.test(label) ? label : `appendix ${label}`;
}
