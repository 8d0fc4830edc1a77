import type { WorkDoneProgressReporter } from 'vscode-languageserver';

/** Passes on what comes, and shows how much of it has come; whoever asks ends the progress. */
export async function* withProgress<T>(
  items: AsyncIterable<T>,
  total: number,
  progress: WorkDoneProgressReporter | undefined,
): AsyncGenerator<T> {
  progress?.begin('Checking reports', 0, `0 of ${total}`, false);
  let count = 0;
  let shown = 0;
  for await (const item of items) {
    count = Math.min(count + 1, total);
    const percentage = Math.floor((100 * count) / total);
    if (percentage !== shown) progress?.report(percentage, `${count} of ${total}`);
    shown = percentage;
    yield item;
  }
}
