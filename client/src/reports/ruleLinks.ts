import { Uri, type Diagnostic } from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { SHOW_RULE, type RuleParams } from '../../../server/src/lsp/protocol/protocol.ts';

/** Has the name of a rule, beside each finding, lead to the rule's page here in place of one on the web. */
export const ruleLinks: Middleware = {
  async provideDiagnostics(document, previousResultId, token, next) {
    const report = await next(document, previousResultId, token);
    if (report && 'items' in report) report.items.forEach(linkHere);
    return report;
  },
  provideWorkspaceDiagnostics(resultIds, token, reporter, next) {
    return next(resultIds, token, (chunk) => {
      for (const report of chunk?.items ?? []) if ('items' in report) report.items.forEach(linkHere);
      reporter(chunk);
    });
  },
};

function linkHere(diagnostic: Diagnostic): void {
  if (typeof diagnostic.code !== 'object') return;
  const params: RuleParams = { rule: String(diagnostic.code.value) };
  diagnostic.code.target = Uri.from({ scheme: 'command', path: SHOW_RULE, query: JSON.stringify(params) });
}
