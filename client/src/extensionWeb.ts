import type { ExtensionContext } from 'vscode';
import { activateWith } from './extension/activate.ts';
import type { ClientSession } from './session/clientSession.ts';

let session: ClientSession | undefined;

/** VS Code in a browser, as vscode.dev. */
export function activate(context: ExtensionContext): void {
  session = activateWith(context, async (output) => {
    const { connectWorker } = await import('./session/connectWorker.ts');
    return connectWorker(context, output);
  });
}

/** Ends the server with the window. */
export function deactivate(): Promise<void> | undefined {
  return session?.stop();
}
