/**
 * Waits until a check passes: for what comes in its own time, after what a test has waited for already.
 * @throws after five minutes, what the check throws then
 */
export async function eventually(check: () => Promise<void>): Promise<void> {
  for (const end = Date.now() + 300_000; ;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
