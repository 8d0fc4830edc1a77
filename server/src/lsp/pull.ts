import {
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type DocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Diagnosis, Documents, OpenDocument } from './documents.ts';
import type { Lull } from './lull.ts';
import { ResultIds } from './resultIds.ts';

/** Answers an editor that asks for the diagnostics of a document. */
export class Pull {
  private readonly ids = new ResultIds();

  constructor(
    private readonly documents: Documents,
    private readonly lull: Lull,
    private readonly diagnosed: (document: OpenDocument, diagnosis: Diagnosis) => void,
  ) {}

  async answer(uri: string, previous: string | undefined, token: CancellationToken): Promise<DocumentDiagnosticReport> {
    await this.lull.settled();
    if (token.isCancellationRequested) throw cancelled();
    const document = this.documents.get(uri);
    const diagnosis = await document?.diagnose();
    if (document && diagnosis) this.diagnosed(document, diagnosis);
    const items = diagnosis?.diagnostics ?? [];
    const resultId = this.ids.of(uri, items);
    if (resultId === previous) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items: [...items] };
  }

  forget(uri: string): void {
    this.ids.forget(uri);
  }
}

/** The answer to a request that the editor has called off. */
export function cancelled(): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
}
