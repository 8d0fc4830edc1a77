import { commands, type ExtensionContext } from 'vscode';
import { insertGlossaryOnDemand } from './glossary.ts';
import { offerPreviews } from './preview/previews.ts';
import { offerDesk } from './commands.ts';
import { whenThereAreReports } from './reports.ts';
import { Session, type Connect } from './session.ts';

/**
 * What both kinds of VS Code do. Nothing of the client is loaded before there is a report, so that other people's Markdown
 * costs nothing.
 */
export function activateWith(context: ExtensionContext, connect: Connect): Session {
  const session = new Session(connect);
  context.subscriptions.push(
    session,
    commands.registerCommand('scrutiny.restartServer', () => session.restart()),
    commands.registerCommand('scrutiny.showOutput', () => session.output.show()),
    insertGlossaryOnDemand(),
    offerPreviews(context.extensionUri, session),
    offerDesk(context, session),
    whenThereAreReports(() => void session.start()),
  );
  return session;
}
