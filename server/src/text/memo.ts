/** A per-object memo, keyed by the function that computes the value. */
export class Memo {
  private values: Map<unknown, unknown> | undefined;

  /**
   * What `read` gives, which is called the first time only.
   * @param by the function that asks: what it has read is its own
   */
  get<T>(by: (...owner: never[]) => T, read: () => T): T {
    const values = (this.values ??= new Map());
    if (!values.has(by)) values.set(by, read());
    return values.get(by) as T;
  }
}
