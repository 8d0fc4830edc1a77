import { CloseAction, ErrorAction, type ErrorHandler } from 'vscode-languageclient';

const TIMES = 5;
const WITHIN_MINUTES = 3;

/** Starts a server that has died again, without a word, unless it dies over and over. */
export function restartAfterCrash(): ErrorHandler {
  let deaths: number[] = [];
  return {
    // A message did not get through. (The default gives up after three, which a fast typist reaches before the end is told.)
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed() {
      const now = Date.now();
      deaths = [...deaths.filter((death) => now - death < WITHIN_MINUTES * 60_000), now];
      if (deaths.length < TIMES) return { action: CloseAction.Restart, handled: true };
      const message = `Reports are no longer checked: the program that does it has stopped ${TIMES} times in ${WITHIN_MINUTES} minutes. “Scrutiny: Restart Server” starts it again.`;
      return { action: CloseAction.DoNotRestart, message };
    },
  };
}
