import type { Platform } from './platform.ts';

/** So often: after that, it takes hardly less time than the time before. */
const TIMES = 100;
/** Milliseconds between two, in which what the editor sends has its turn. */
const PAUSE = 6;
/** The longest text that is used, in characters: its check takes some ten milliseconds at first, and less each time. */
const SHORT = 50_000;

/** An open text, as long as it is open. */
interface Practised {
  readonly closed: boolean;
  readonly text: string;
}

/**
 * Does what was done with the first report that is opened again and again while its author is still reading it: an engine compiles
 * well what has run often, and so the first letters that are typed are answered as fast as the later ones.
 */
export class Practice {
  private left = TIMES;

  constructor(private readonly platform: Platform) {}

  /** Begins with the first document that it is told of, and ends with it. */
  begin(document: Practised, action: () => void): void {
    if (this.left === TIMES) this.wait(document, action);
  }

  private wait(document: Practised, action: () => void): void {
    this.left--;
    this.platform.after(PAUSE, () => {
      if (document.closed || document.text.length > SHORT) return;
      action();
      this.platform.memory?.rest();
      if (this.left > 0) this.wait(document, action);
    });
  }
}
