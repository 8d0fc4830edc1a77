/** What the tests use of `node:assert/strict`, for a browser, which has none. */
const assert = { equal, deepEqual, match, ok };
export default assert;

function equal(actual: unknown, expected: unknown, message = 'not equal'): void {
  if (!Object.is(actual, expected)) throw new Error(`${message}: ${JSON.stringify(actual)} is not ${JSON.stringify(expected)}`);
}

function deepEqual(actual: unknown, expected: unknown, message?: string): void {
  equal(JSON.stringify(actual, null, 1), JSON.stringify(expected, null, 1), message);
}

function ok(value: unknown, message = 'not truthy'): void {
  if (value === undefined || value === null || value === false || value === 0 || value === '') throw new Error(message);
}

function match(text: string, pattern: RegExp, message = 'no match'): void {
  if (!pattern.test(text)) throw new Error(`${message}: ${JSON.stringify(text)} does not match ${String(pattern)}`);
}
