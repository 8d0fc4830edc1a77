import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Memory } from './platform.ts';

/** Of texts longer than this (characters), one check needs so much that clearing memory early takes half of all time. */
const LONG = 200_000;
/** How far the heap may grow before it is cleared, in percent; with 0 V8 decides, and is generous. */
const [SMALL, GENEROUS] = [20, 0];
/** Milliseconds after a check in which its answer goes out. */
const ANSWERING = 5;

/**
 * What one check needs is garbage at the next. A small nursery, and a heap that is cleared before it has grown much, halve what
 * a server holds for as long as the editor is open; and the nursery is cleared while nobody waits, which takes a millisecond
 * then and four in the middle of a check.
 */
export function frugalMemory(): Memory {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--expose-gc');
  const clear: unknown = runInNewContext('gc');
  let timer: NodeJS.Timeout | undefined;
  let percent: number | undefined;
  const holds = (characters: number): void => {
    const wanted = characters > LONG ? GENEROUS : SMALL;
    if (wanted !== percent) setFlagsFromString(`--heap-growing-percent=${wanted}`);
    percent = wanted;
  };
  holds(0);
  return {
    holds,
    rest() {
      clearTimeout(timer);
      timer = setTimeout(() => isClear(clear) && clear({ type: 'minor' }), ANSWERING);
      timer.unref();
    },
  };
}

function isClear(value: unknown): value is (options: { type: 'minor' }) => void {
  return typeof value === 'function';
}
