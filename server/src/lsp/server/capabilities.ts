import { TextDocumentSyncKind, type InitializeResult } from 'vscode-languageserver';
import packageJson from '../../../../package.json' with { type: 'json' };
import { LEGEND } from '../handlers/annotations.ts';
import type { ClientFeatures } from './clientCapabilities.ts';
import { SHOW_RULE } from '../protocol/protocol.ts';

/** What the server tells an editor about itself. */
export function serverCapabilities({ supportsPullDiagnostics, renames, options }: ClientFeatures): InitializeResult {
  return {
    serverInfo: { name: 'scrutiny', version: packageJson.version },
    capabilities: {
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      completionProvider: { triggerCharacters: [':', ' ', '-', '/', '"', "'"] },
      hoverProvider: true,
      codeLensProvider: {},
      inlayHintProvider: true,
      semanticTokensProvider: { legend: LEGEND, full: true, range: true },
      documentFormattingProvider: true,
      definitionProvider: true,
      referencesProvider: true,
      documentLinkProvider: {},
      renameProvider: renames ? { prepareProvider: true } : true,
      documentSymbolProvider: { label: 'Scrutiny' },
      foldingRangeProvider: true,
      selectionRangeProvider: true,
      codeActionProvider: {
        codeActionKinds: ['quickfix', 'refactor.rewrite', 'source.fixAll.scrutiny', 'source.insertGlossary.scrutiny'],
      },
      ...(options.commands?.includes(SHOW_RULE) ? {} : { executeCommandProvider: { commands: [SHOW_RULE] } }),
      ...(supportsPullDiagnostics
        ? { diagnosticProvider: { identifier: 'scrutiny', interFileDependencies: true, workspaceDiagnostics: true } }
        : {}),
    },
  };
}
