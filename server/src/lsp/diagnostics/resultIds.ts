import type { Diagnostic } from 'vscode-languageserver';

/** Names for the diagnostics of documents: the same as long as they are the same, another when they change. */
export class ResultIds {
  private readonly last = new Map<string, { readonly id: string; readonly diagnostics: readonly Diagnostic[] }>();
  private count = 0;
  /** Tells the ids of this server from those of one that ran before it. */
  private readonly run = Math.random().toString(36).slice(2);

  of(uri: string, diagnostics: readonly Diagnostic[]): string {
    const last = this.last.get(uri);
    if (last && (last.diagnostics === diagnostics || JSON.stringify(last.diagnostics) === JSON.stringify(diagnostics)))
      return last.id;
    const id = `${this.run}.${++this.count}`;
    this.last.set(uri, { id, diagnostics });
    return id;
  }

  forget(uri: string): void {
    this.last.delete(uri);
  }
}
