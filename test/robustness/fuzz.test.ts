import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { TARGETS } from './targets.ts';

/** How many texts each part is tried with here; `npm run fuzz` goes on for as long as it is told to. */
const RUNS: Readonly<Record<string, number>> = {
  parse: 150,
  check: 100,
  fixes: 40,
  layout: 15,
  language: 15,
  council: 15,
  template: 20,
};
/** Texts that once showed a fault, `TARGET-what.txt`. */
const FOUND = new URL('found/', import.meta.url);

describe('fuzzing', () => {
  for (const [name, { texts, attempt }] of Object.entries(TARGETS)) {
    it(`${name}: what must hold for every text holds`, () =>
      fc.assert(
        fc.asyncProperty(texts, async (text) => attempt(text)),
        { seed: 2026, numRuns: RUNS[name] ?? 10 },
      ));
  }

  for (const file of readdirSync(FOUND)) {
    it(`a text that showed a fault no longer does: ${file}`, async () => {
      await TARGETS[file.split('-')[0] ?? '']?.attempt(readFileSync(new URL(file, FOUND), 'utf8'));
    });
  }
});
