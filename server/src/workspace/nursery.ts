import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * What clears V8's nursery at once: what is cleared in the middle of a check is copied first. Elsewhere than in V8 it does nothing.
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
