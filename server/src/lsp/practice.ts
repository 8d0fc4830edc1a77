import type { Platform } from './platform.ts';

/** So often: after that, a check takes hardly less time than the one before. */
const TIMES = 100;
/** Milliseconds between two, in which what the editor sends has its turn. */
const PAUSE = 6;

/**
 * Has the first report that is opened checked again and again while its author is still reading it: an engine compiles well what
 * has run often, and so the first letters that are typed are answered as fast as the later ones.
 */
export class Practice {
  private left = TIMES;

  constructor(private readonly platform: Platform) {}

  /** Begins with the first check of all. @param check the same once more; false where it is no longer to be had */
  begin(check: () => boolean): void {
    if (this.left === TIMES) this.wait(check);
  }

  private wait(check: () => boolean): void {
    this.left--;
    this.platform.after(PAUSE, () => {
      if (!check()) return;
      this.platform.memory?.rest();
      if (this.left > 0) this.wait(check);
    });
  }
}
