import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver';
import { lint } from '../../server/src/linter/lint.ts';
import { rangeOf } from '../../server/src/lsp/documents/convert.ts';
import { parsePaper } from '../../server/src/paper/paper.ts';
import { looksLikePaper } from '../../server/src/paper/yaml/splitFrontMatter.ts';
import { builtInTemplates } from '../../server/src/template/builtInTemplates.ts';
import { LineIndex } from '../../server/src/text/lines.ts';
import { awkward, examples, withCrLf } from '../support/samples.ts';
import { randomOf } from '../support/random.ts';
import { ServerProcess, type Replacement } from './serverProcess.ts';

/** What people type and paste: line ends of all kinds, halves of characters, fences, keys, whole paragraphs. */
const TYPED: readonly string[] = [
  'a', 'e', ' ', '.', ':', '-', '#', '"', '\n', '\n\n', '\r\n', '\r', '\t', '😀', '\ud83d', '\ude00', 'e\u0301', '\ufeff', '\u2028', '\0',
  '---\n', '\n---\n', '```\n', '~~~\r\n', '<!--', '-->', '- ', '10.4 ', '## 11. Costs\n\n', '[insert date]', 'the the ', 'TBC', 'title: ', 'template: cover-sheet\n', '| a | b |\n| --- | --- |\n',
  'Members are asked to note the report.\r\n\r\n',
]; // prettier-ignore

export interface Outcome {
  readonly edits: number;
  /** How often text and findings were compared. */
  readonly compared: number;
  /** In MiB, in the middle and at the end; nothing where the system does not say. */
  readonly memory: readonly [middle: number, end: number] | undefined;
}

/**
 * Edits documents of a server process at random, and compares every so often its text with the editor's and its findings with those
 * of a fresh check.
 * @param every after how many edits they are compared
 * @throws where they differ
 */
export async function editRandomly(edits: number, seed: number, every: number): Promise<Outcome> {
  const random = randomOf(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const server = await ServerProcess.start();
  const seeds = [awkward, withCrLf(awkward), ...examples].map(({ text }) => text);
  // Never saved, so that there are no files round them.
  const uris = seeds.map((_, i) => `untitled:report-${i}.md`);
  for (const [i, uri] of uris.entries()) await server.open(uri, seeds[i] ?? '');
  const [middle, end]: [number[], number[]] = [[], []];
  let compared = 0;
  for (let made = 0; made < edits;) {
    const i = below(uris.length);
    const uri = uris[i] ?? '';
    const seedText = seeds[i] ?? '';
    const { length } = server.text(uri);
    if (length > 3 * seedText.length + 1000 || length < seedText.length / 3) {
      await server.replaceAll(uri, seedText);
      made++;
    } else {
      const several = random() < 0.1 ? 2 + below(4) : 1;
      await server.edit(uri, replacements(server.text(uri), several, below));
      made += several;
    }
    if (made % every < 5) {
      assert.equal(await server.textOfServer(uri), server.text(uri), `the text differs after ${made} edits`);
      assert.deepEqual((await server.findings(uri)).map(spell), fresh(server.text(uri)), `findings differ after ${made} edits`);
      compared++;
    }
    const memory = made % 100 === 0 ? server.memory() : undefined;
    if (memory !== undefined && Math.abs(made / edits - 0.5) < 0.05) middle.push(memory);
    if (memory !== undefined && made / edits > 0.9) end.push(memory);
  }
  for (const uri of uris) assert.equal(await server.textOfServer(uri), server.text(uri));
  await server.stop();
  return { edits, compared, memory: middle.length > 0 && end.length > 0 ? [mean(middle), mean(end)] : undefined };
}

function replacements(text: string, count: number, below: (limit: number) => number): Replacement[] {
  let now = text;
  return Array.from({ length: count }, () => {
    const start = outside(now, below(now.length + 1));
    // Mostly a few characters, at times whole lines and fences.
    const reach = below(10) === 0 ? below(400) : below(4);
    const end = outside(now, Math.min(now.length, start + reach));
    const typed = TYPED[below(TYPED.length)] ?? '';
    now = now.slice(0, start) + typed + now.slice(end);
    return { start, end, text: typed };
  });
}

/** The offset, or the next that does not part a CRLF, where no editor puts a cursor. */
function outside(text: string, offset: number): number {
  return text[offset - 1] === '\r' && text[offset] === '\n' ? offset + 1 : offset;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function spell({ range: { start, end }, code, message }: Pick<Diagnostic, 'range' | 'code' | 'message'>): string {
  return `${start.line}:${start.character}-${end.line}:${end.character} ${code ?? ''} ${JSON.stringify(message)}`;
}

/** What a fresh check says. */
function fresh(text: string): string[] {
  if (!looksLikePaper(text)) return [];
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date());
  const { findings } = lint(parsePaper(text), { templates: builtInTemplates, council: {}, stage: 'draft', today });
  const lines = new LineIndex(text);
  return findings.map(({ rule, span, message }) => spell({ range: rangeOf(lines, span), code: rule, message }));
}
