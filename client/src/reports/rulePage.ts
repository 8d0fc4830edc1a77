import { commands, Disposable, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { RULE, SHOW_RULE, type RuleParams, type RuleResult } from '../../../server/src/lsp/protocol/protocol.ts';

const SCHEME = 'scrutiny-rule';

/** Shows the documentation of a rule as a page beside the report. */
export function showRules(client: BaseLanguageClient): Disposable {
  return Disposable.from(
    workspace.registerTextDocumentContentProvider(SCHEME, {
      async provideTextDocumentContent({ path }) {
        const params: RuleParams = { rule: path.replace(/^\/|\.md$/g, '') };
        const page = await client.sendRequest<RuleResult>(RULE, params);
        return page?.markdown ?? `There is no rule called ${params.rule}.`;
      },
    }),
    commands.registerCommand(SHOW_RULE, ({ rule }: RuleParams) =>
      commands.executeCommand('markdown.showPreviewToSide', Uri.from({ scheme: SCHEME, path: `/${rule}.md` })),
    ),
  );
}
