import type { Connection } from 'vscode-languageserver';
import type { Diagnosis, OpenDocument } from './documents.ts';
import type { Lull } from './lull.ts';

/** Sends diagnostics to an editor that does not ask for them. */
export class Push {
  private readonly waiting = new Set<OpenDocument>();
  private busy = false;

  constructor(
    private readonly connection: Connection,
    private readonly lull: Lull,
    /** Told of every diagnosis of an open document. */
    private readonly diagnosed: (document: OpenDocument, diagnosis: Diagnosis) => void,
  ) {}

  /** Sends the diagnostics of documents as soon as the queued changes are in. */
  async send(documents: Iterable<OpenDocument>): Promise<void> {
    for (const document of documents) this.waiting.add(document);
    if (this.busy) return;
    this.busy = true;
    try {
      for (;;) {
        await this.lull.settled();
        const [next] = this.waiting;
        if (!next) break;
        this.waiting.delete(next);
        await this.sendOne(next);
      }
    } finally {
      this.busy = false;
    }
  }

  /** Takes back the diagnostics of a document that was closed. */
  async clear(document: OpenDocument): Promise<void> {
    this.waiting.delete(document);
    await this.connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  }

  private async sendOne(document: OpenDocument): Promise<void> {
    const diagnosis = await document.diagnose();
    // Changed while its council was read: it is waiting again, or soon will be.
    if (!diagnosis || document.closed || document.version !== diagnosis.version) return;
    await this.connection.sendDiagnostics({
      uri: document.uri,
      version: diagnosis.version,
      diagnostics: [...diagnosis.diagnostics],
    });
    this.diagnosed(document, diagnosis);
  }
}
