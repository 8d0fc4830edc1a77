/**
 * Waits for a lull in what the editor sends. Messages are handled one in a turn of the event loop, so two turns without a
 * change mean that all that had arrived is in. There is no timer: a single change is waited for by nobody.
 */
export class IdleWaiter {
  private changes = 0;

  constructor(private readonly turn: () => Promise<void>) {}

  /** To be called at each change. */
  notifyChange(): void {
    this.changes++;
  }

  /** Resolves as soon as the queued changes are in. */
  async whenIdle(): Promise<void> {
    let quiet = 0;
    while (quiet < 2) {
      const seen = this.changes;
      await this.turn();
      quiet = seen === this.changes ? quiet + 1 : 0;
    }
  }
}
