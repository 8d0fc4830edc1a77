import type { ExtensionContext } from 'vscode';
import { activateWith } from './extension/activate.ts';
import type { ClientSession } from './session/clientSession.ts';

let session: ClientSession | undefined;

/** VS Code on the desktop. */
export function activate(context: ExtensionContext): void {
  session = activateWith(context, async (output) => {
    // A file of its own, that is not even read before it is needed.
    const { connectProcess } = await import('./session/process.ts');
    return connectProcess(context, output);
  });
}

/** Ends the server with the window. */
export function deactivate(): Promise<void> | undefined {
  return session?.stop();
}
