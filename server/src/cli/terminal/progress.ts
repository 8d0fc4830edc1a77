import type { SingleBar } from 'cli-progress';
import type { Io } from '../io.ts';

/** Fewer files are done before anybody could read the bar. */
const WORTH_A_BAR = 200;

/** A bar on the terminal for long work; nothing in a pipe or a file. */
export class Progress {
  private bar: SingleBar | undefined;

  constructor(private readonly io: Pick<Io, 'terminal'>) {}

  /** @param total how many files there are */
  async start(total: number): Promise<void> {
    const { terminal } = this.io;
    if (!terminal || total < WORTH_A_BAR) return;
    const format = 'Checking {bar} {value} of {total} files, {eta_formatted} left';
    const { default: progress } = await import('cli-progress');
    this.bar = new progress.SingleBar({
      format,
      stream: terminal,
      clearOnComplete: true,
      hideCursor: null,
      etaBuffer: 200,
      barsize: 30,
    });
    this.bar.start(total, 0);
  }

  step(): void {
    this.bar?.increment();
  }

  /** Makes room for text on the same terminal; the bar comes back beneath it. */
  clear(): void {
    if (this.bar) this.io.terminal?.write('\r\u001b[2K');
  }

  stop(): void {
    this.bar?.stop();
    this.bar = undefined;
  }
}
