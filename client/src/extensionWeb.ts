import type { ExtensionContext } from 'vscode';
import { activateWith } from './activate.ts';
import type { Session } from './session.ts';

let session: Session | undefined;

/** VS Code in a browser, as vscode.dev. */
export function activate(context: ExtensionContext): void {
  session = activateWith(context, async (output) => {
    const { connectWorker } = await import('./worker.ts');
    return connectWorker(context, output);
  });
}

/** Ends the server with the window. */
export function deactivate(): Promise<void> | undefined {
  return session?.stop();
}
