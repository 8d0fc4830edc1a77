import { TabInputText, window, type TextDocument } from 'vscode';

let last: TextDocument | undefined;

/**
 * The document that somebody works on: that of the active editor; and while the focus is in its preview or its checklist, or VS Code
 * does not say which editor is active (as after a dialogue lay over it, that of trust for one), the one that is still in sight.
 */
export function activeReportDocument(): TextDocument | undefined {
  const { activeTextEditor, visibleTextEditors, tabGroups } = window;
  const input = tabGroups.activeTabGroup.activeTab?.input;
  const uri = input instanceof TabInputText ? input.uri : last?.uri;
  const inSight = visibleTextEditors.find(({ document }) => document.uri.toString() === uri?.toString());
  last = (activeTextEditor ?? inSight ?? visibleTextEditors[0])?.document;
  return last;
}
