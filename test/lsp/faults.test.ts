import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lint } from '../../server/src/linter/lint.ts';
import { parsePaper } from '../../server/src/paper/paper.ts';
import { looksLikePaper } from '../../server/src/paper/yaml/splitFrontMatter.ts';
import { builtInTemplates } from '../../server/src/template/builtInTemplates.ts';
import { paper } from '../support/tempRepository.ts';
import { TestClient, OLD, spell, until } from '../support/testClient.ts';

const REPORT = 'file:///work/reports/library.md';
const OTHER = 'file:///work/reports/other.md';

/** A text with a finding in every paragraph, so that a mistake in any place of it moves or loses some. */
const DENSE = paper(
  { title: 'Review 😀 of the [insert name] service' },
  Array.from({ length: 30 }, (_, i) => `Paragraph ${i} 😀 asks for [insert figure ${i}] and more.\r\n\r\n`).join(''),
);

/** What a fresh check says, its places counted the slow way. */
function fresh(text: string): string[] {
  if (!looksLikePaper(text)) return [];
  const report = parsePaper(text);
  const { findings } = lint(report, { templates: builtInTemplates, council: {}, stage: 'draft', today: '2026-11-22' });
  return findings.map(({ rule, span, message }) => {
    const before = text.slice(0, span.start).split(/\r\n|\r(?!\n)|\n/);
    return `${before.length}:${(before.at(-1)?.length ?? 0) + 1} ${rule} ${JSON.stringify(message)}`;
  });
}

async function shown(editor: TestClient): Promise<string[]> {
  const report = await editor.pull(REPORT);
  return report.kind === 'full' ? report.items.map((item) => `${spell(item)} ${JSON.stringify(item.message)}`) : [report.kind];
}

/** What people type and paste: line ends of all kinds, halves of characters, whole lines, nothing. */
const typed = fc.oneof(
  fc.constantFrom(
    '',
    'x',
    ' ',
    '\n',
    '\r\n',
    '\r',
    '😀',
    '\ud83d',
    '\ude00',
    '[insert date]',
    'title: ',
    '---\n',
    '## Aims\n',
    '\t',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.nat(6), text: typed });

describe('faults', () => {
  it('never part the server’s text from the editor’s: thousands of edits, with findings as of a fresh check', async function () {
    const editor = await TestClient.start({ folders: [] });
    await editor.open(REPORT, DENSE);
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 20, maxLength: 60 }), async (edits) => {
        await editor.edit(REPORT, 0, editor.text(REPORT).length, DENSE);
        for (const { at, length, text } of edits) {
          const before = editor.text(REPORT);
          const start = outside(before, Math.floor(at * before.length));
          await editor.edit(REPORT, start, outside(before, Math.min(start + length, before.length)), text);
        }
        assert.deepEqual(await shown(editor), fresh(editor.text(REPORT)));
      }),
      { numRuns: 100 },
    );
    await editor.stop();
  });

  it('of one document leave the others alone: many opened, edited and closed at once', async () => {
    const editor = await TestClient.start({ capabilities: OLD, folders: [] });
    const uris = Array.from({ length: 20 }, (_, i) => `file:///work/reports/report-${i}.md`);
    for (const uri of uris) void editor.open(uri, paper({ title: '' }));
    for (const uri of uris.slice(0, 10)) void editor.close(uri);
    for (const uri of uris.slice(10)) void editor.replace(uri, 'date:', 'title: Review of the library service\ndate:');
    await editor.open(OTHER, paper());
    await editor.findings(OTHER);
    await until('the edited', () => uris.slice(10).every((uri) => editor.published.get(uri)?.at(-1)?.version === 2));
    assert.deepEqual(
      uris.flatMap((uri) => editor.shown(uri)),
      [],
    );
    await editor.stop();
  });

  it('in a document that is opened twice count for the second text', async () => {
    const editor = await TestClient.start({ capabilities: OLD, folders: [] });
    await editor.open(REPORT, paper({ title: '' }));
    await editor.findings(REPORT);
    await editor.open(REPORT, paper());
    await until('the second text', () => editor.published.has(REPORT) && editor.shown(REPORT).length === 0);
    await editor.stop();
  });
});

/** The offset, or the next that does not part a CRLF, where no editor puts a cursor. */
function outside(text: string, offset: number): number {
  return text[offset - 1] === '\r' && text[offset] === '\n' ? offset + 1 : offset;
}
