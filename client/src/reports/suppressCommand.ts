import { commands, Uri, window, workspace, WorkspaceEdit, type Disposable } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  SUPPRESS,
  SUPPRESSION,
  type SuppressArgument,
  type SuppressionParams,
  type SuppressionResult,
} from '../../../server/src/lsp/protocol/protocol.ts';

/** Makes a rule silent at a finding, with the reason that the author is asked for. */
export function suppressOnDemand(client: BaseLanguageClient): Disposable {
  return commands.registerCommand(SUPPRESS, async (finding: SuppressArgument) => {
    const reason = await window.showInputBox({
      title: `Accept this finding (${finding.rule})`,
      prompt: 'Say why it is right as it stands. The reason is kept in the report, in a comment that is never printed.',
      placeHolder: 'for example: agreed with the Monitoring Officer',
      ignoreFocusOut: true,
      validateInput: (text) => (text.trim() === '' ? 'Give a reason, so that others know why.' : undefined),
    });
    if (reason === undefined) return;
    const document = await workspace.openTextDocument(Uri.parse(finding.uri, true));
    const { version } = document;
    const params: SuppressionParams = { ...finding, reason: reason.trim() };
    const edits = await client.sendRequest<SuppressionResult>(SUPPRESSION, params);
    if (edits && document.version === version) {
      const edit = new WorkspaceEdit();
      edit.set(document.uri, await client.protocol2CodeConverter.asTextEdits([...edits]));
      await workspace.applyEdit(edit);
    } else {
      void window.showWarningMessage('The report has changed meanwhile, so nothing was accepted. Please choose it again.');
    }
  });
}
