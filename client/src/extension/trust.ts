import { commands, window, workspace } from 'vscode';

const MANAGE = 'Manage Trust…';

/**
 * Whether files may be written. In Restricted Mode none are: that is said, with the way out of it.
 * @param what what is not done, as a sentence without its full stop
 */
export function ensureTrusted(what: string): boolean {
  if (workspace.isTrusted) return true;
  const why = 'You have not said that you trust this folder, and until then nothing is written but what you save yourself.';
  void window.showInformationMessage(`${what}. ${why}`, MANAGE).then((answer) => {
    if (answer === MANAGE) void commands.executeCommand('workbench.trust.manage');
  });
  return false;
}
