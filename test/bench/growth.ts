/**
 * Whether the time for a text grows with its length, not with the square of it: `npm run bench:growth`.
 * Each of the hostile texts is read and checked, and then one sixteen times as long; exit 1 where that takes more than eighty
 * times as long (the square would be two hundred and fifty-six).
 */
import { readFileSync } from 'node:fs';
import { lint } from '../../server/src/linter/lint.ts';
import { parsePaper } from '../../server/src/paper/paper.ts';
import { TEXTS } from '../support/hostileTexts.ts';
import { knowledge } from '../support/ruleExamples.ts';

const KNOWLEDGE = knowledge(readFileSync(new URL('../../examples/northmoor/council.yaml', import.meta.url), 'utf8'));

/** The time that a text takes to be read and checked, in milliseconds; the least of three tries. */
function timeOf(text: string): number {
  const tries = [1, 2, 3].map(() => {
    const start = performance.now();
    lint(parsePaper(text), KNOWLEDGE);
    return performance.now() - start;
  });
  return Math.min(...tries);
}

for (const make of Object.values(TEXTS)) lint(parsePaper(make(200)), KNOWLEDGE);
for (const [name, make] of Object.entries(TEXTS)) {
  // A millisecond is the grain of what collecting garbage takes.
  const [one, sixteen] = [timeOf(make(200)) + 1, timeOf(make(3200))];
  const growth = sixteen / one;
  console.log(
    `${growth.toFixed(1).padStart(6)} times  ${one.toFixed().padStart(4)} → ${sixteen.toFixed().padStart(5)} ms  ${name}`,
  );
  if (growth > 80) process.exitCode = 1;
}
