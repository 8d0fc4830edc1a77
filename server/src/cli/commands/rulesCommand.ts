import type { Command } from 'commander';
import { rules } from '../../rules/index.ts';
import { metaRules } from '../../linter/metaRules.ts';
import { pluralise } from '../../text/pluralise.ts';
import { SEVERITY_WORDS } from '../../text/finding.ts';
import { coloursFor } from '../terminal/colour.ts';
import { widthOf, type Io } from '../io.ts';
import { wrap } from '../terminal/displayWidth.ts';

const LEAST_SUMMARY = 30;

/** Adds `scrutiny rules` to the program. */
export function addRules(program: Command, io: Io): void {
  program
    .command('rules')
    .summary('list all rules')
    .description('Lists all rules with their severity and what they find.')
    .option('--no-color', 'no colours (also: environment variable NO_COLOR)')
    .action(({ color }: { color: boolean }) => io.stdout.write(listRules(io, color)));
}

function listRules(io: Io, color: boolean): string {
  const colours = coloursFor(io, color);
  const all = [...rules, ...metaRules];
  const idWidth = Math.max(...all.map(({ id }) => id.length));
  const indent = idWidth + 2 + 8 + 2;
  const beside = widthOf(io) - indent >= LEAST_SUMMARY;
  const lines = all.flatMap((rule) => {
    const { id, severity, docs } = rule;
    const draft = 'isCompleteness' in rule ? '*' : '';
    const word = severity === 'off' ? 'off' : SEVERITY_WORDS[severity];
    const paint = severity === 'off' ? colours.faint : colours[severity];
    const gap = ' '.repeat(8 - word.length - draft.length + 2);
    const head = `${id.padEnd(idWidth)}  ${paint(word)}${draft}`;
    const summary = wrap(docs.summary, beside ? widthOf(io) - indent : widthOf(io) - 4);
    if (!beside) return [head, ...summary.map((line) => `    ${line}`)];
    return summary.map((line, i) => (i === 0 ? `${head}${gap}${line}` : ' '.repeat(indent) + line));
  });
  const notes = wrap(
    `${pluralise(all.length, 'rule')}. * A note only in stage draft. “off”: silent until council.yaml turns it on. To read about one: scrutiny explain RULE`,
    widthOf(io),
  );
  return `${[...lines, '', ...notes].join('\n')}\n`;
}
