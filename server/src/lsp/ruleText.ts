import { documentRule } from '../rules/documentation.ts';
import { notices, rules } from '../rules/index.ts';
import type { Notice } from '../rules/notices.ts';
import type { Rule } from '../rules/rule.ts';
import type { RuleResult } from './protocol.ts';

/** A rule by its id. */
export function findRule(id: string): Rule | Notice | undefined {
  return [...rules, ...notices].find((rule) => rule.id === id);
}

/** The documentation of a rule as a page of Markdown; null for a rule that there is not. */
export function explainRule(id: string): RuleResult {
  const rule = findRule(id);
  return rule ? { title: rule.id, markdown: `# ${rule.id}\n\n${documentRule(rule)}\n` } : null;
}
