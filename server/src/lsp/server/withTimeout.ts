import type { Platform } from './platform.ts';

/** So long an editor is given to answer a question that others wait for, in milliseconds. */
const PATIENCE = 5000;

/** What an editor answers; nothing where it refuses, or takes its time. */
export function withTimeout<T>(answer: Promise<T>, { after }: Platform): Promise<T | undefined> {
  return new Promise((resolve) => {
    const callOff = after(PATIENCE, () => resolve(undefined));
    void answer
      .catch(() => undefined)
      .then((value) => {
        callOff();
        resolve(value);
      });
  });
}
