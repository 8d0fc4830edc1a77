/** Texts to fuzz with: reports put together from pieces, and real ones with changes made to them. */
import { readFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
import fc from 'fast-check';
import { rules } from '../../server/src/rules/index.ts';
import { builtInTemplates } from '../../server/src/template/builtInTemplates.ts';
import { awkward, corpus, examples } from '../support/samples.ts';
import { readMarks } from '../support/ruleExamples.ts';

const here = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

/**
 * All reports there are: examples, fixtures, what documents the rules. In a thread of the long runs also the real ones, where they lie
 * beside the repository: the short run is to be the same everywhere.
 */
const REPORTS: readonly string[] = [
  awkward.text,
  here('../fixtures/good.md'),
  ...examples.map(({ text }) => text),
  ...rules.flatMap(({ docs }) => [readMarks(docs.bad).text, readMarks(docs.good).text]),
  ...(isMainThread ? [] : corpus.map(({ text }) => text)),
];
export const NORTHMOOR = here('../../examples/northmoor/council.yaml');
const COUNCILS: readonly string[] = [
  NORTHMOOR,
  here('../../examples/as-received/council.yaml'),
  "checks:\n  - { name: short, field: executive-summary, max-words: 3, message: Shorten it. }\n  - { name: no-we, field: body, must-not-match: '\\b(we|us)+\\b', severity: warning, message: Say who. }\n",
  ...rules.flatMap(({ docs }) => (docs.council ? [docs.council] : [])),
];
const OWN = `{
  "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Officer decision", "type": "object",
  "$ref": "scrutiny:report", "x-layout": "numbered", "unevaluatedProperties": false, "required": ["title", "x-ward"],
  "properties": {
    "title": { "x-label": "Subject", "maxLength": 40 },
    "recommendations": { "x-number": 2, "x-label": "Decision" },
    "x-ward": { "title": "Ward", "type": "string", "pattern": "^[A-Z]", "enum": ["Harbour", "Hill"] },
    "x-cost": { "title": "Cost", "type": "number", "minimum": 0 },
    "x-notes": { "title": "Notes", "type": "array", "items": { "type": "object", "properties": { "a": { "type": "string" } } } }
  },
  "$defs": { "node": { "$ref": "#/$defs/node" } }
}`;
const SCHEMAS: readonly string[] = [
  OWN,
  ...['board-paper', 'committee-report', 'cover-sheet', 'partner-paper'].map((name) => here(`../../schemas/${name}.schema.json`)),
];

/** What is put into texts: marks of YAML, Markdown, HTML and JSON, line ends, halves of characters, and what has been wrong before. */
const SCRAPS: readonly string[] = [
  '', ' ', '\n', '\n\n', '\r\n', '\r', '\t', '\0', '\u001b[2J', '\u0085', '\u2028', '\ufeff', '\u00a0', '\u200b', '\u202e',
  '\ud83d', '\ude00', '😀', 'e\u0301', 'İ', 'ß', 'ﬁ', '’', '“', '–', '…', '£',
  '---', '---\n', '\n---\n', '...\n', '```\n', '~~~', '>', '> ', '- ', '* ', '1. ', '10.1 ', '## ', '### 10.2 ', '#', '\n\n## 11. Costs\n\n',
  ':', ': ', ' #', '&a ', '*a', '!!str ', '!x ', '|', '|\n', '|2-\n', '>', '>+\n', '? ', '<<: *a', '{', '}', '[', ']', ',', '"', "'", '\\', '%', '@', '`',
  '{ a: 1, b: [ x, { c: d } ] }', '[ , ]', '[[[[', '{{{{', '- - - x', '? a\n: b\n', '\n  ', '\n\t', '\nkey: value\n', '\n__proto__: 1\n', '\nconstructor: 2\n', '\ntoString: 3\n',
  '**', '*', '_', '~~', '``', '<!-- ', ' -->', '<!-- scrutiny-disable -->', '<!-- scrutiny-disable-next-line doubled-word -- so -->',
  '# scrutiny-disable-line', '<b>', '</p>', '<script>alert(1)</script>', '" onload="x', 'javascript:alert(1)', '&amp;', '&#0;', '&#x110000;', '&lt;script&gt;',
  '[a](b)', '![a](b.png)', '[a][b]', '\n[b]: <c> "d"\n', '[^1]', '\n[^1]: Note\n', '^[note]', '[a](#costs)', '[](', '![[', '](javascript:x)', '<http://x.example>', 'www.x.example',
  '| a | b |\n| --- | ---: |\n| 1 | 2 |\n| Total | 4 |\n', '|-', '\\|', 'Table 1: Costs\n', 'Figure 2. Plan\n', 'See paragraph 10.2 and Appendix B.',
  'the the', 'TBC', '[insert name]', 'XXX', 'SEND', 'Special Educational Needs (SEN)', 'Cllr A Person', 'Councillor', 'on Monday 31 February 2026', '2026-02-30', '32/13/2026',
  '01632 960123', '+44 (0) 7700 900123', 'a.b@northmoor.gov.uk', 'a@b', '£500,000', '£1.5m', 'n/a', 'None', 'key decision', 'not for publication',
  'template: committee-report\n', 'template: partner-paper\n', 'date: 2026-10-20\n', 'recommendations:\n  - Note it?\n', 'appendices:\n  - title: A\n    file: ../../x\n',
  '"$ref": "#"', '"$ref": "scrutiny:report"', '"pattern": "(a+)+$"', '"x-number": -1', '"x-label": {}', 'null', 'true', '1e999', '-0', '9'.repeat(40), 'a'.repeat(300),
]; // prettier-ignore

const scrap = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...SCRAPS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom(...SCRAPS), fc.integer({ min: 2, max: 60 })).map(([text, n]) => text.repeat(n)),
  },
);

/** A place of a text, as a share of its length: it stays a place when the text becomes another. */
const share = fc.double({ min: 0, max: 1, noNaN: true });
const length = fc.oneof(fc.nat(3), fc.nat(80), fc.nat(2000));
const change = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('insert' as const), at: share, text: scrap }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('delete' as const), at: share, length }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('move' as const), at: share, length, to: share }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('repeat' as const), at: share, length: fc.nat(80), times: fc.nat(40) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('swap' as const), at: share, to: share }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('crlf' as const, 'cr' as const, 'end' as const), at: share }) },
);
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function changed(text: string, one: Change): string {
  const at = Math.floor(one.at * text.length);
  const [before, after] = [text.slice(0, at), text.slice(at)];
  switch (one.kind) {
    case 'insert':
      return before + one.text + after;
    case 'delete':
      return before + after.slice(one.length);
    case 'move': {
      const rest = before + after.slice(one.length);
      const to = Math.floor(one.to * rest.length);
      return rest.slice(0, to) + after.slice(0, one.length) + rest.slice(to);
    }
    case 'repeat':
      return before + after.slice(0, one.length).repeat(one.times) + after;
    case 'swap': {
      const lines = text.split('\n');
      const [a, b] = [Math.floor(one.at * (lines.length - 1)), Math.floor(one.to * (lines.length - 1))];
      [lines[a], lines[b]] = [lines[b] ?? '', lines[a] ?? ''];
      return lines.join('\n');
    }
    case 'crlf':
      return before + after.replace(/\r?\n/g, '\r\n');
    case 'cr':
      return before + after.replace('\n', '\r');
    case 'end':
      return before;
  }
}

/** One of the texts with up to a dozen changes. */
function mutated(seeds: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...seeds), fc.array(change, { maxLength: 12 }))
    .map(([seed, changes]) => changes.reduce(changed, seed));
}

const keys = [...new Set([...builtInTemplates.values()].flatMap(({ fields }) => fields.map(({ key }) => key)))];
const value = fc.oneof(
  scrap,
  fc.array(scrap, { maxLength: 4 }).map((items) => items.map((item) => `\n  - ${item}`).join('')),
  fc.array(fc.tuple(fc.constantFrom('name', 'title', 'file', 'url', 'label', 'current', 'residual', 'risk', 'tel', 'email', 'committee', 'date'), scrap), { maxLength: 4 })
    .map((parts) => parts.map(([key, text]) => `\n  ${key}: ${text}`).join('')),
  fc.array(scrap, { maxLength: 5 }).map((lines) => ` |\n${lines.map((line) => `  ${line}\n`).join('')}`),
  fc.array(scrap, { maxLength: 5 }).map((lines) => ` >-\n${lines.map((line) => `  ${line}\n`).join('\n')}`),
); // prettier-ignore
const entry = fc.tuple(fc.constantFrom(...keys, 'unknown', 'x-own'), value).map(([key, text]) => `${key}: ${text}\n`);
const block = fc.oneof(
  fc.array(scrap, { maxLength: 8 }).map((words) => `${words.join(' ')}\n\n`),
  fc.tuple(fc.integer({ min: 1, max: 6 }), fc.nat(14), scrap).map(([level, number, text]) => `${'#'.repeat(level)} ${number}. ${text}\n\n`),
  fc.tuple(fc.nat(14), fc.nat(5), scrap).map(([section, number, text]) => `${section}.${number} ${text}\n\n`),
  fc.array(fc.array(scrap, { maxLength: 4 }), { maxLength: 5 }).map((rows) => `| a | b |\n| --- | ---: |\n${rows.map((cells) => `| ${cells.join(' | ')} |\n`).join('')}\n`),
  fc.tuple(fc.nat(8), scrap).map(([depth, text]) => `${'  '.repeat(depth)}- ${text}\n`),
); // prettier-ignore
const fromPieces = fc
  .record({
    before: fc.oneof({ weight: 4, arbitrary: fc.constant('') }, { weight: 1, arbitrary: scrap }),
    template: fc.constantFrom(...builtInTemplates.keys(), 'own', 'none'),
    entries: fc.array(entry, { maxLength: 12 }),
    close: fc.constantFrom('---\n', '---\n', '---\n', '', '...\n', '--- \r\n'),
    blocks: fc.array(block, { maxLength: 16 }),
  })
  .map(
    ({ before, template, entries, close, blocks }) =>
      `${before}---\ntemplate: ${template}\n${entries.join('')}${close}\n${blocks.join('')}`,
  );

/** Texts that are or were reports. */
export const reportText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: mutated(REPORTS) },
  { weight: 2, arbitrary: fromPieces },
  { weight: 1, arbitrary: fc.array(scrap, { maxLength: 30 }).map((scraps) => scraps.join('')) },
);
/** Texts that are or were a `council.yaml`. */
export const councilText: fc.Arbitrary<string> = mutated(COUNCILS);
/** Texts that are or were the template of a council. */
export const schemaText: fc.Arbitrary<string> = mutated(SCHEMAS);
