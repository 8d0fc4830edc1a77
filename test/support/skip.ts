/** Leaves out a test or a suite that needs what is not here, and says so in a line. For the `this` of a test or a hook. */
export function skipWithout(context: Mocha.Context, what: string): never {
  console.log(`      Not run: it needs ${what}.`);
  return context.skip();
}
