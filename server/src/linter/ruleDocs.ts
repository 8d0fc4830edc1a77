import packageJson from '../../../package.json' with { type: 'json' };
import { readExample } from './ruleExample.ts';
import { chapters, ruleById } from '../rules/index.ts';
import { metaRules, type MetaRule } from './metaRules.ts';
import type { Rule } from '../rules/rule.ts';

const SEVERITIES = { error: 'error', warning: 'warning', info: 'note' } as const;

/** Returns the rule of an id, built-in or about the check itself, or `undefined` if it is not documented (a council's own check). */
export function documentedRule(id: string): Rule | MetaRule | undefined {
  return ruleById(id) ?? metaRules.find((notice) => notice.id === id);
}

/** How strict a rule is, as its documentation says it. */
export function strictnessOf(rule: Rule | MetaRule): string {
  if (rule.severity === 'off') return 'off until council.yaml turns it on';
  const word = SEVERITIES[rule.severity];
  return 'isCompleteness' in rule ? `${word}; a note in stage draft` : word;
}

/** Returns how a rule's findings can be fixed, or `undefined` if it has no fixes. */
export function fixesSentence(rule: Rule): string | undefined {
  if (rule.hasSafeFixes) return 'Quick fix in the editor; `scrutiny lint --fix` applies it where it is safe.';
  return rule.fixes ? 'The editor offers a quick fix.' : undefined;
}

/** A rule's documentation in Markdown, without a heading: what it finds, why that matters, its source, and an example. */
export function documentRule(rule: Rule | MetaRule): string {
  const head = [rule.docs.summary, `**Severity:** ${strictnessOf(rule)}`, `**Why:** ${rule.docs.why}`];
  if (!('check' in rule)) return head.join('\n\n');
  const { source, council, bad, good } = rule.docs;
  const fixes = fixesSentence(rule);
  return [
    ...head,
    `**Source:** ${source}`,
    ...(fixes ? [`**Fix:** ${fixes}`] : []),
    ...(council ? ['With this `council.yaml`:', fence(council, 'yaml')] : []),
    'Wrong:',
    fence(pointedAt(bad), 'text'),
    'Right:',
    fence(good, 'markdown'),
  ].join('\n\n');
}

/** The example with a line of carets under each that has a mark. */
function pointedAt(example: string): string {
  return readExample(example)
    .flatMap(({ text, carets }) => (carets === '' ? [text] : [text, carets]))
    .join('\n');
}

/** What of a line no page shows. */
const LONG_LINE = /^(.{110}).+$/gm;

/** A block of code whose fence is longer than any inside. */
function fence(code: string, language: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const ticks = '`'.repeat(longest + 1);
  return `${ticks}${language}\n${code.replace(/\n$/, '').replace(LONG_LINE, '$1…')}\n${ticks}`;
}

/** All rules in one Markdown file, `docs/rules.md`: each is found there under its name. */
export function documentAll(): string {
  const all = [...chapters, { title: 'About the check itself', rules: metaRules }];
  const parts = all.flatMap(({ title, rules }) => [
    `## ${title}`,
    ...rules.flatMap((rule) => [`### ${rule.id}`, documentRule(rule)]),
  ]);
  return `${[INTRODUCTION, ...contents(all), ...parts].join('\n\n')}\n`;
}

const INTRODUCTION = `# Rules

What the checks look for, in the order of the form. This page is made from the rules themselves (\`npm run docs\`), and every
example on it is one of their tests; \`scrutiny explain RULE\` prints the same.

An error is not fit to publish, a warning is worth a second look, a note is for information. To change how strict a rule is,
or to turn it off, name it in \`council.yaml\`:

\`\`\`yaml
rules: { acronym-undefined: off, impact-unexplained: error }
\`\`\`

To accept one finding, say why beside it: \`# scrutiny-disable-line RULE -- why\` on a key's line, or
\`<!-- scrutiny-disable-next-line RULE -- why -->\` above a line of text. In the examples, \`^\` marks what is found.`;

interface Group {
  readonly title: string;
  readonly rules: readonly { readonly id: string }[];
}

function contents(groups: readonly Group[]): string[] {
  return groups.map(({ title, rules }) => `**${title}**: ${rules.map(({ id }) => `[${id}](#${id})`).join(', ')}`);
}

/** Where a rule's documentation is read on the web. */
export function ruleAddress(id: string): string {
  return `${packageJson.repository.url.replace(/^git\+|\.git$/g, '')}/blob/main/docs/rules.md#${id}`;
}
