import type { Command } from 'commander';
import { documentedRule, fixesSentence, strictnessOf } from '../../linter/ruleDocs.ts';
import { rules } from '../../rules/index.ts';
import { metaRules, type MetaRule } from '../../linter/metaRules.ts';
import type { Rule } from '../../rules/rule.ts';
import { closestMatch } from '../../text/suggest.ts';
import { coloursFor, type Colours } from '../terminal/colour.ts';
import { exampleLines } from '../terminal/exampleLines.ts';
import { widthOf, type Io } from '../io.ts';
import { printError } from '../terminal/printProblem.ts';
import { wrap } from '../terminal/displayWidth.ts';

/**
 * Adds `scrutiny explain` to the program.
 * @param finish told the exit code
 */
export function addExplain(program: Command, io: Io, finish: (code: number) => void): void {
  program
    .command('explain')
    .summary('explain a rule')
    .description('Explains a rule: what it finds, why that matters, where it comes from, and an example.')
    .argument('<rule>', 'its name, as in “scrutiny rules”')
    .option('--no-color', 'no colours (also: environment variable NO_COLOR)')
    .action((id: string, { color }: { color: boolean }) => {
      const rule = documentedRule(id.trim().toLowerCase());
      if (rule) return io.stdout.write(explain(rule, coloursFor(io, color), widthOf(io)));
      const near = closestMatch(id, [...rules, ...metaRules].map((one) => one.id)); // prettier-ignore
      printError(io, `there is no rule “${id}”. ${near ? `Did you mean “${near}”?` : 'scrutiny rules lists them all.'}`);
      finish(2);
    });
}

function explain(rule: Rule | MetaRule, colours: Colours, width: number): string {
  const isRule = 'check' in rule;
  const text = (words: string): string[] => wrap(words, Math.min(width, 90));
  const examples = isRule ? examplesOf(rule, colours, width) : [];
  const source = isRule ? ['', ...text(`Source: ${rule.docs.source}`)] : [];
  const fixes = isRule ? fixesSentence(rule) : undefined;
  const lines = [
    `${colours.strong(rule.id)} (${strictnessOf(rule)})`,
    '',
    ...text(rule.docs.summary),
    '',
    ...text(`Why: ${rule.docs.why}`),
    ...source,
    ...(fixes ? ['', ...text(fixes)] : []),
    ...examples,
    ...(isRule
      ? ['', ...text(`To change its severity, write in council.yaml: rules: { ${rule.id}: off } (or info, warning, error).`)]
      : []),
  ];
  return `${lines.join('\n')}\n`;
}

function examplesOf({ docs }: Rule, colours: Colours, width: number): string[] {
  const council = docs.council ? ['', 'With this council.yaml:', ...exampleLines(docs.council, colours, width)] : [];
  return [
    ...council,
    '',
    'Wrong:',
    ...exampleLines(docs.bad, colours, width),
    '',
    'Right:',
    ...exampleLines(docs.good, colours, width),
  ];
}
