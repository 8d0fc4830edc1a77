import { notices, rules } from '../rules/index.ts';
import type { RuleResult } from './protocol.ts';

const MARKS = /[⟦⟧]/g;

/** The documentation of a rule as Markdown; null for one that there is not. */
export function explainRule(id: string): RuleResult {
  const rule = [...rules, ...notices].find((one) => one.id === id);
  if (!rule) return null;
  const { summary, why } = rule.docs;
  const parts = [`# ${rule.id}`, summary, `**Why:** ${why}`];
  if ('check' in rule) {
    const { source, bad, good, council } = rule.docs;
    parts.push(`**Source:** ${source}`);
    if (council) parts.push('With this `council.yaml`:', fenced(council, 'yaml'));
    parts.push('Wrong:', fenced(bad.replace(MARKS, ''), 'markdown'), 'Right:', fenced(good, 'markdown'));
  }
  return { title: rule.id, markdown: `${parts.join('\n\n')}\n` };
}

/** A block of code whose fence is longer than any in it. */
function fenced(text: string, language: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text.replace(/\n$/, '')}\n${fence}`;
}
