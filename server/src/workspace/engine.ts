import { setFlagsFromString } from 'node:v8';
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
 * Keeps V8's nursery as small as it is: it fits the processor's cache then. To be called in every thread, since V8 forgets it for all of
 * them whenever one is started, and once the program is loaded: before that, it has no effect in every third run.
 */
export function keepNurserySmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
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
