import { documentedRule, documentRule } from '../../linter/ruleDocs.ts';
import type { RuleResult } from '../protocol/protocol.ts';

/** Returns the documentation of a rule as a page of Markdown, or `null` if there is no such rule. */
export function explainRule(id: string): RuleResult {
  const rule = documentedRule(id);
  return rule ? { title: rule.id, markdown: `# ${rule.id}\n\n${documentRule(rule)}\n` } : null;
}
