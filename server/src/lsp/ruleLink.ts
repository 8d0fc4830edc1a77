import packageJson from '../../../package.json' with { type: 'json' };

/** The page that documents all rules, each under its id. */
export const RULES_PAGE = `${packageJson.homepage}/docs/rules.md`;

/** Where the documentation of a rule can be read. */
export function ruleLink(rule: string): string {
  return `${RULES_PAGE}#${rule}`;
}
