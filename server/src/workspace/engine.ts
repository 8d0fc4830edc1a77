import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Has V8 compile each function by itself, with little of what it calls: in half the time, on cores that a check could use. To be called
 * once the program is loaded.
 */
export function compileSimply(): void {
  setFlagsFromString('--max-inlined-bytecode-size=100');
  setFlagsFromString('--max-inlined-bytecode-size-cumulative=150');
}

/**
 * Has V8's nursery grow to eight megabytes in one step, in this thread and in those that are started later: it holds what several
 * reports leave behind. To be called before the program is loaded, which is when it grows.
 */
export function growNursery(): void {
  setFlagsFromString('--semi-space-growth-factor=8');
  setFlagsFromString('--min-semi-space-size=8');
}

/**
 * Keeps the nursery from growing any more. To be called once the program is loaded, and in every thread: V8 forgets it for all of them
 * whenever one is started.
 */
export function keepNursery(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}

/**
 * Gives what is to be called after each file, when nothing of it is wanted any more: it clears V8's nursery where the next may leave
 * behind more than still fits into it.
 */
export function nurseryTidier(): () => void {
  const clear = nurseryClearer();
  let before = nursery().used;
  return () => {
    const { used, available } = nursery();
    const left = used - before;
    // Less than nothing where V8 had to clear it in the middle of the file.
    if (left < 0 || available < ROOM * left) clear();
    before = nursery().used;
  };
}

/** So many times what one file left behind must be free for the next. */
const ROOM = 2;

/** The bytes of V8's nursery that are in use, and that are free. */
function nursery(): { used: number; available: number } {
  const space = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
  return { used: space?.space_used_size ?? 0, available: space?.space_available_size ?? 0 };
}

/**
 * Gives what clears V8's nursery at once. Between two checks, when nothing of them is wanted any more, that is cheap: what is still
 * wanted in the middle of one must be copied first.
 */
export function nurseryClearer(): () => void {
  setFlagsFromString('--expose-gc');
  const clear: unknown = runInNewContext('gc');
  return () => {
    if (isClear(clear)) clear({ type: 'minor' });
  };
}

function isClear(value: unknown): value is (options: { type: 'minor' }) => void {
  return typeof value === 'function';
}
