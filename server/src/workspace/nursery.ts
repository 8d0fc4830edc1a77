import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

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
