import { builtInTemplates } from '../../template/builtInTemplates.ts';
import type { Field } from '../../template/field.ts';
import { fieldAt } from '../../template/template.ts';
import type { Path } from '../../text/path.ts';
import { templateLines } from '../completion/completeTemplates.ts';
import { keyLines, TabStops } from './tabStops.ts';

/** A snippet as VS Code's `*.code-snippets` files have it. */
export interface CodeSnippet {
  readonly scope: 'markdown';
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

/** The blocks of a cover that have a snippet of their own, by the words that call them. */
const BLOCKS: readonly (readonly [prefix: string, path: Path])[] = [
  ['contact', ['officer-contact']],
  ['portfolio holder', ['portfolio-holder']],
  ['director', ['executive-director']],
  ['other meeting', ['also-considered-by']],
  ['impact', ['impact-assessment']],
  ['risk', ['impact-assessment', 'risk']],
  ['recommendations', ['recommendations']],
  ['signed off', ['signed-off']],
];

const SUPPRESSIONS: readonly CodeSnippet[] = [
  snippet('suppress line', 'Silence a rule about the key on this line, and say why', [
    '# scrutiny-disable-line ${1:rule} -- ${2:why}',
  ]),
  snippet('suppress next line', 'Silence a rule about the next line of the text, and say why', [
    '<!-- scrutiny-disable-next-line ${1:rule} -- ${2:why} -->',
  ]),
  snippet('suppress part', 'Silence a rule about a part of the text, and say why', [
    '<!-- scrutiny-disable ${1:rule} -- ${2:why} -->',
    '',
    '$0',
    '',
    '<!-- scrutiny-enable ${1:rule} -->',
  ]),
];

/** The snippets for editors: a whole report for each built-in template, the blocks of a cover, suppressions, figure and table. */
export function makeCodeSnippets(): Record<string, CodeSnippet> {
  const template = builtInTemplates.get('committee-report');
  const blocks = BLOCKS.flatMap(([prefix, path]) => {
    const field = template && fieldAt(template, path);
    return field ? [snippet(prefix, field.description, keyLines(field, new TabStops()))] : [];
  });
  const lists = ['appendices', 'background-papers'].flatMap((key) => {
    const field = template && fieldAt(template, [key]);
    return field ? [snippet(key.replace('-', ' '), field.description, listLines(field))] : [];
  });
  const reports = [...builtInTemplates.values()].map((one) => snippet(one.name, one.description, templateLines(one)));
  const all = [...reports, ...blocks, ...lists, ...SUPPRESSIONS, ...ILLUSTRATIONS];
  return Object.fromEntries(all.map((one) => [nameOf(one), one]));
}

const ILLUSTRATIONS: readonly CodeSnippet[] = [
  snippet('figure', 'A picture with a description for people who cannot see it, and its caption', [
    '![${1:What the picture shows}](${2:figures/picture.png})',
    '',
    'Figure ${3:1}: ${4:Caption}',
  ]),
  snippet('table', 'A table with its caption and a header row', [
    'Table ${1:1}: ${2:Caption}',
    '',
    '| ${3:Heading} | ${4:Heading} |',
    '|---|---|',
    '| $5 | $6 |',
  ]),
];

/** A list with its first item, all parts of which are there. */
function listLines({ key, item }: Field): string[] {
  const stops = new TabStops();
  const parts = item?.fields ?? [];
  return [`${key}:`, ...parts.map((part, i) => `  ${i === 0 ? '- ' : '  '}${part.key}: ${stops.next()}`)];
}

function snippet(prefix: string, description: string, body: readonly string[]): CodeSnippet {
  return { scope: 'markdown', prefix, description, body };
}

function nameOf({ prefix }: CodeSnippet): string {
  return `Report: ${prefix}`;
}
