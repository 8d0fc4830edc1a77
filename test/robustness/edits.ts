/**
 * Edits reports at random in a real server process: `npm run fuzz:edits -- [--edits 100000] [--seed N]`. Its text must be the editor's, its
 * findings those of a fresh check, and its memory at the end within a fifth of what it was in the middle. Exit 1 where not.
 */
import { parseArgs } from 'node:util';
import { editRandomly } from './randomEdits.ts';

const { values: option } = parseArgs({
  options: { edits: { type: 'string', default: '100000' }, seed: { type: 'string', default: String(Date.now() % 1_000_000) } },
});
const start = Date.now();
const { edits, compared, memory } = await editRandomly(Number(option.edits), Number(option.seed), 50);
const [middle, end] = memory ?? [1, 1];
console.log(
  `${edits} edits, seed ${option.seed}, in ${Math.round((Date.now() - start) / 1000)} s: text and findings the same in ${compared} comparisons; ` +
    `${Math.round(middle)} MiB in the middle, ${Math.round(end)} MiB at the end`,
);
if (end > 1.2 * middle) process.exitCode = 1;
