/**
 * Compares what each part takes for hostile texts with what the two parsers take for them alone: `npm run bounds [-- --size 1600]`.
 * Exit 1 where a part takes more than twice that and 50 ms. All times are the processor's, those of the compiler and of the collection of
 * garbage beside it too: so everything has been at work on smaller texts before it is measured, and the least of several tries counts.
 * Word is told of and not judged: nearly all its time is that of the library which writes the file.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { lint } from '../../server/src/linter/lint.ts';
import { codeActions } from '../../server/src/language/codeActions/codeActions.ts';
import { complete } from '../../server/src/language/completion/completion.ts';
import { hover } from '../../server/src/language/hover/hover.ts';
import { applySafeFixes } from '../../server/src/linter/applyFixes.ts';
import { writeHtml } from '../../server/src/layout/html/htmlFile.ts';
import { castIn, featuresOf } from './features.ts';
import { parseAlone } from './floor.ts';
import { createLayout } from '../../server/src/layout/createLayout.ts';
import { writeWord } from '../../server/src/layout/docx/docxWriter.ts';
import { parsePaper } from '../../server/src/paper/paper.ts';
import { TEXTS } from '../support/hostileTexts.ts';
import { knowledge } from '../support/ruleExamples.ts';
import { MORE_TEXTS } from './hostileTexts.ts';

const { values: option } = parseArgs({
  options: { size: { type: 'string', default: '1600' }, only: { type: 'string', default: '' } },
});
const KNOWN = knowledge(readFileSync(new URL('../../examples/northmoor/council.yaml', import.meta.url), 'utf8'));
/** What takes too long is tried so often before it is believed. */
const TRIES = 12;
const WARM = 200;

/** Each part with all that it needs done before it. */
function partsOf(text: string): Readonly<Record<string, () => unknown>> {
  const report = parsePaper(text);
  const checked = lint(report, KNOWN);
  const layout = createLayout(report, checked.context.fields, { council: {} });
  const cast = castIn(report, checked);
  const places = [0, 0.01, 0.5, 0.99].map((share) => Math.floor(share * text.length));
  const at = (name: string, ask: (offset: number) => unknown) =>
    Object.fromEntries(places.map((offset) => [`${name} at ${offset}`, () => ask(offset)]));
  return {
    'reading and checking': () => lint(parsePaper(text), KNOWN),
    'layout as HTML': () => writeHtml(createLayout(report, checked.context.fields, { council: {} })),
    Word: () => writeWord(layout),
    ...at('completion', (offset) => complete(report, offset, checked.context)),
    ...at('hover', (offset) => hover(report, offset, checked, cast)),
    ...at('actions', (offset) => codeActions(report, { start: offset, end: offset }, checked)),
    ...featuresOf(report, checked, places),
    fixing: () => applySafeFixes({ ...checked, report }, KNOWN),
  };
}

/** The least time of several tries; of fewer once it is no more than is allowed. */
async function timeOf(work: () => unknown, allowed = 0): Promise<number> {
  let least = Infinity;
  for (let i = 0; i < TRIES && least > allowed; i++) {
    const start = process.cpuUsage();
    await work();
    least = Math.min(least, process.cpuUsage(start).user / 1000);
  }
  return least;
}

const ALL = Object.entries({ ...TEXTS, ...MORE_TEXTS });
for (const [, make] of ALL)
  for (const work of [parseAlone, ...Object.values(partsOf(make(WARM)))]) await Promise.resolve(work(make(WARM)));
for (const [name, make] of ALL) {
  if (!name.includes(option.only)) continue;
  const text = make(Number(option.size));
  const floor = await timeOf(() => parseAlone(text));
  const most = 2 * floor + 50;
  const parts: string[] = [];
  let isMet = true;
  for (const [part, work] of Object.entries(partsOf(text))) {
    const time = await timeOf(work, most);
    if (time <= most) continue;
    parts.push(`${part} ${time.toFixed()} ms`);
    if (part === 'Word') continue;
    isMet = false;
    process.exitCode = 1;
  }
  console.log(
    `${isMet ? 'met   ' : 'MISSED'} ${name} (${Math.round(text.length / 1000)} KB): parsers ${floor.toFixed()} ms; ${parts.join(', ')}`,
  );
}
