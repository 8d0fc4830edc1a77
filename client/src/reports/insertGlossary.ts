import { commands, type Disposable } from 'vscode';
import { INSERT_GLOSSARY } from '../../../server/src/lsp/protocol/protocol.ts';

/** Registers “Scrutiny: Insert Glossary”, which asks the server for the code action. VS Code says so where there is none. */
export function insertGlossaryOnDemand(): Disposable {
  return commands.registerCommand('scrutiny.insertGlossary', () =>
    commands.executeCommand('editor.action.sourceAction', { kind: INSERT_GLOSSARY, apply: 'first' }),
  );
}
