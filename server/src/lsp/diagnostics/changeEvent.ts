import type { CancellationToken } from 'vscode-languageserver';

/** Tells those who wait that something has changed. */
export class ChangeEvent {
  private readonly waiting = new Set<() => void>();
  /** How often it was given. */
  count = 0;

  /** Wakes all who wait. */
  fire(): void {
    this.count++;
    for (const wake of [...this.waiting]) wake();
  }

  /** Resolves when the signal is given or the request is called off. */
  wait(token: CancellationToken): Promise<void> {
    return new Promise((resolve) => {
      const cancellation = token.onCancellationRequested(() => wake());
      const wake = (): void => {
        this.waiting.delete(wake);
        cancellation.dispose();
        resolve();
      };
      this.waiting.add(wake);
    });
  }
}
