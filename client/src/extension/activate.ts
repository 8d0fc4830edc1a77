import { commands, type ExtensionContext } from 'vscode';
import { insertGlossaryOnDemand } from '../reports/insertGlossary.ts';
import { offerPreviews } from '../preview/previews.ts';
import { registerReportCommands } from './commands.ts';
import { whenThereAreReports } from './reportDetection.ts';
import { ClientSession, type Connect } from '../session/clientSession.ts';

/**
 * What both kinds of VS Code do. Nothing of the client is loaded before there is a report, so that other people's Markdown
 * costs nothing.
 */
export function activateWith(context: ExtensionContext, connect: Connect): ClientSession {
  const session = new ClientSession(connect);
  context.subscriptions.push(
    session,
    commands.registerCommand('scrutiny.restartServer', () => session.restart()),
    commands.registerCommand('scrutiny.showOutput', () => session.output.show()),
    insertGlossaryOnDemand(),
    offerPreviews(context.extensionUri, session),
    registerReportCommands(context, session),
    whenThereAreReports(() => void session.start()),
  );
  return session;
}
