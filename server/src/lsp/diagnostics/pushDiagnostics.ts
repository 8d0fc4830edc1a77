import type { Connection, Diagnostic, WorkDoneProgressReporter } from 'vscode-languageserver';
import type { DocumentDiagnosis, OpenDocument } from '../documents/documents.ts';
import type { IdleWaiter } from './idle.ts';
import { withProgress } from './workDoneProgress.ts';
import { ResultIds } from './resultIds.ts';
import type { WorkspaceScanner } from './workspaceScanner.ts';

/** Sends diagnostics to an editor that does not ask for them: of open documents first, then of the workspace's other files. */
export class PushDiagnostics {
  private readonly waiting = new Set<OpenDocument>();
  private readonly sent = new WeakMap<OpenDocument, DocumentDiagnosis>();
  private isSending = false;
  private isSweeping = false;
  /** How often a sweep was asked for, and the number of the last question that was answered. */
  private asked = 0;
  private answered = 0;
  /** Which diagnostics the editor shows of files that are not open, by their URIs. */
  private readonly shown = new Map<string, string>();
  private readonly ids = new ResultIds();

  constructor(
    private readonly connection: Connection,
    private readonly lull: IdleWaiter,
    private readonly sweep: WorkspaceScanner,
    private readonly isOpen: (uri: string) => boolean,
    /** Begins to show progress; nothing for an editor that shows none. */
    private readonly beginProgress: () => Promise<WorkDoneProgressReporter | undefined>,
  ) {}

  /** Sends the diagnostics of documents as soon as the queued changes are in. */
  async send(documents: Iterable<OpenDocument>): Promise<void> {
    for (const document of documents) this.waiting.add(document);
    if (this.isSending) return;
    this.isSending = true;
    try {
      for (;;) {
        await this.lull.whenIdle();
        const [next] = this.waiting;
        if (!next) break;
        this.waiting.delete(next);
        await this.sendOne(next);
      }
    } finally {
      this.isSending = false;
    }
  }

  /** Takes back the diagnostics of a document that was closed. */
  async clear({ uri }: OpenDocument): Promise<void> {
    this.shown.delete(uri);
    this.ids.forget(uri);
    await this.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  /** Sends what has changed in files that are not open. One sweep at a time; what changes meanwhile is seen by the next. */
  async sendOthers(): Promise<void> {
    this.asked++;
    if (this.isSweeping) return;
    this.isSweeping = true;
    try {
      while (this.answered < this.asked) await this.sweepOnce();
    } finally {
      this.isSweeping = false;
    }
  }

  private async sendOne(document: OpenDocument): Promise<void> {
    const diagnosis = await document.diagnose();
    // Changed while its council was read: it is waiting again, or soon will be.
    if (!diagnosis || document.closed || document.version !== diagnosis.version) return;
    if (this.sent.get(document) === diagnosis) return;
    this.sent.set(document, diagnosis);
    const { version, diagnostics } = diagnosis;
    await this.connection.sendDiagnostics({ uri: document.uri, version, diagnostics: [...diagnostics] });
  }

  private async sweepOnce(): Promise<void> {
    await this.lull.whenIdle();
    const question = this.asked;
    const gone = new Set(this.shown.keys());
    const paths = await this.sweep.list();
    // Later sweeps know most files.
    const progress = this.answered === 0 && paths.length > 0 ? await this.beginProgress() : undefined;
    try {
      for await (const { uri, diagnostics } of withProgress(this.sweep.diagnose(paths), paths.length, progress)) {
        if (this.asked !== question) return;
        gone.delete(uri);
        await this.show(uri, diagnostics);
      }
    } finally {
      progress?.done();
    }
    for (const uri of gone) await this.show(uri, []);
    this.answered = question;
  }

  private async show(uri: string, diagnostics: readonly Diagnostic[]): Promise<void> {
    if (this.isOpen(uri)) return;
    const id = this.ids.of(uri, diagnostics);
    const before = this.shown.get(uri);
    if (before === id || (before === undefined && diagnostics.length === 0)) return;
    if (diagnostics.length > 0) this.shown.set(uri, id);
    else this.shown.delete(uri);
    await this.connection.sendDiagnostics({ uri, diagnostics: [...diagnostics] });
  }
}
