/** Prints to the console, which reaches the runner among all that VS Code logs: hence the mark. */
export function print(text: string): void {
  for (const line of text.split('\n')) console.log(`[mocha] ${line}`);
}

/** Runs the tests and tells the runner how many passed. @throws if one failed */
export async function finish(run: (done: (failures: number) => void) => Mocha.Runner): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const runner = run((failures) => {
      console.log(`[mocha-stats] ${JSON.stringify(runner.stats)}`);
      if (failures > 0) reject(new Error(`${failures} failed`));
      else resolve();
    });
  });
}
