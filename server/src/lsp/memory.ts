import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
import { compileSimply, nurseryClearer } from '../workspace/engine.ts';
import type { Memory } from './platform.ts';

/** Of texts longer than this (characters), one check needs so much that clearing memory early takes half of all time. */
const LONG = 200_000;
/** How far the heap may grow before it is cleared, in percent; with 0 V8 decides, and is generous. */
const [SMALL, GENEROUS] = [20, 0];
/** Bytes of V8's nursery, of which one half is in use: what one check needs must fit into it. */
const NURSERY = 3_000_000;
/** Milliseconds after a check in which its answer goes out. */
const ANSWERING = 5;

/** Keeps V8's nursery from growing while the program is loaded: to be called before it is. */
export function beginFrugally(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}

/**
 * What one check needs is garbage at the next. A nursery that one check just fits into, and a heap that is cleared before it has
 * grown much, halve what a server holds for as long as the editor is open; and the nursery is cleared while nobody waits, which takes
 * a millisecond then and four in the middle of a check.
 */
export function frugalMemory(): Memory {
  setFlagsFromString('--semi-space-growth-factor=2');
  compileSimply();
  const clear = nurseryClearer();
  let isGrowing = true;
  let timer: NodeJS.Timeout | undefined;
  let percent: number | undefined;
  const holds = (characters: number): void => {
    const wanted = characters > LONG ? GENEROUS : SMALL;
    if (wanted !== percent) setFlagsFromString(`--heap-growing-percent=${wanted}`);
    percent = wanted;
  };
  const clearNursery = (): void => {
    clear();
    if (!isGrowing || sizeOfNursery() < NURSERY) return;
    isGrowing = false;
    setFlagsFromString('--semi-space-growth-factor=1');
  };
  holds(0);
  return {
    holds,
    rest() {
      clearTimeout(timer);
      timer = setTimeout(clearNursery, ANSWERING);
      timer.unref();
    },
  };
}

function sizeOfNursery(): number {
  return getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space')?.physical_space_size ?? 0;
}
