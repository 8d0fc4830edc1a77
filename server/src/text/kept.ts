/**
 * What others have worked out of an object, kept with it for as long as it is there. In a WeakMap it would be kept as well; but when
 * V8 clears its nursery, all that a WeakMap's values lead to (the whole report) is still copied.
 */
export class Kept {
  private values: Map<unknown, unknown> | undefined;

  /**
   * What `read` gives, which is called the first time only.
   * @param by the function that asks: what it has read is its own
   */
  once<T>(by: (...owner: never[]) => T, read: () => T): T {
    const values = (this.values ??= new Map());
    if (!values.has(by)) values.set(by, read());
    return values.get(by) as T;
  }
}
