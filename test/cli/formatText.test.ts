import assert from 'node:assert/strict';
import { coloursFor } from '../../server/src/cli/terminal/colour.ts';
import { TextFormatter } from '../../server/src/cli/formatters/text.ts';
import { reportFindings } from '../../server/src/cli/lint/fileResult.ts';
import { codeFrameOf } from '../../server/src/cli/terminal/codeFrame.ts';
import { columnsOf, makePrintable, wrap } from '../../server/src/cli/terminal/displayWidth.ts';
import type { Finding } from '../../server/src/text/finding.ts';
import { LineIndex } from '../../server/src/text/lines.ts';
import { FIXABLE, NOTED, paper, UNFIT, WARNED, TempRepository } from '../support/tempRepository.ts';

const asked = { stage: 'publish', maxWarnings: Infinity, quiet: false, fix: false } as const;
const plain = coloursFor({ env: {}, isTty: false } as never, false);

/** Source and marks of the stretch that ⟦ ⟧ mark in a text. */
function show(marked: string, width: number): [string, string] {
  const start = marked.indexOf('⟦');
  const text = marked.replace(/[⟦⟧]/g, '');
  const { source, marks } = codeFrameOf(text, new LineIndex(text), { start, end: marked.indexOf('⟧') - 1 }, width);
  return [source, marks];
}

describe('text output', () => {
  let world: TempRepository;
  const make = (files: Readonly<Record<string, string | Uint8Array>>): TempRepository => (world = new TempRepository(files));
  afterEach(() => TempRepository.removeAll());

  it('shows each finding with its message, its line and a mark', () => {
    const text = '---\ntitle: Review of contract #12\nappendices: n/a\n---\n';
    const at = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });
    const findings = [
      {
        rule: 'value-cut',
        severity: 'warning',
        message: 'The text from “#12” on is lost. Put the whole text in quotation marks.',
        span: at('#12'),
      },
      { rule: 'field-invalid', severity: 'error', message: 'Write “none”.', span: at('n/a') },
    ] as const;
    const fixes = { isFixable: (finding: Finding) => finding === findings[1], fixesOf: () => [] };
    const shown = reportFindings({ text, lines: new LineIndex(text) }, findings, fixes, { snippets: 60 });
    assert.equal(
      new TextFormatter(plain, 60, asked).file({ file: 'a.md', findings: shown }),
      [
        'a.md',
        '  2:27  warning  The text from “#12” on is lost. Put the',
        '                 whole text in quotation marks.  value-cut',
        '     2 | title: Review of contract #12',
        '       |                           ^^^',
        '',
        '  3:13  error    Write “none”.  field-invalid, fixable',
        '     3 | appendices: n/a',
        '       |             ^^^',
        '',
        '',
      ].join('\n'),
    );
  });

  it('ends with what was used, what can be done and what was found', async () => {
    const { stdout } = await make({ 'a.md': FIXABLE }).run(['lint']);
    assert.equal(
      stdout.slice(stdout.indexOf('council.yaml:')),
      [
        'council.yaml: none found, so nothing was checked that needs to know the council',
        'stage: publish',
        '',
        '1 finding can be fixed with --fix.',
        '1 error, 0 warnings, 0 notes; checked 1 report.',
        '',
      ].join('\n'),
    );
  });

  it('says “note” for information', async () => {
    assert.match((await make({ 'a.md': NOTED }).run(['lint'])).stdout, / note {5}This comment suppresses nothing/);
  });

  it('names every council.yaml that was used, and reports that have none', async () => {
    make({ 'n/council.yaml': 'name: N', 'n/a.md': paper(), 's/council.yaml': 'name: S', 's/a.md': paper(), 'b.md': paper() });
    assert.match(
      (await world.run(['lint'], { columns: 200 })).stdout,
      /^council\.yaml: n\/council\.yaml, s\/council\.yaml; none for 1 report$/m,
    );
    assert.match((await world.run(['lint', '.'], { cwd: `${world.folder}/n` })).stdout, /^council\.yaml: council\.yaml$/m);
    world.write('x/y/c.md', paper());
    world.write('x/council.yaml', '');
    assert.match((await world.run(['lint'], { cwd: `${world.folder}/x/y` })).stdout, /^council\.yaml: \.\.\/council\.yaml$/m);
  });

  it('never is wider than the terminal, however narrow', async () => {
    make({ 'a.md': paper({ title: '', appendices: 'n/a', purpose: `"${'long '.repeat(60)}"` }) });
    for (const columns of [40, 60, 80, 120, 200]) {
      const { stdout } = await world.run(['lint'], { columns });
      const body = stdout.split('\n').slice(1, -2);
      for (const line of body) assert.ok(columnsOf(line) <= columns, `${columns}: ${line}`);
    }
  });

  it('shows what a terminal would act on', async () => {
    const { stdout } = await make({ 'a.md': paper({ title: '\u001b[2J\u202eevil #12' }) }).run(['lint']);
    assert.doesNotMatch(stdout, /[\u001b\u202e]/);
    assert.match(stdout, /␛\[2J\ufffdevil/);
  });

  it('prints nothing for a file without findings', () => {
    assert.equal(new TextFormatter(plain, 80, asked).file({ file: 'a.md', findings: [] }), '');
  });

  describe('a snippet', () => {
    it('marks the span', () => {
      assert.deepEqual(show('one\ntitle: ⟦Report⟧ to\n', 40), ['title: Report to', '       ^^^^^^']);
    });

    it('marks a place where something is missing with one caret, at the end of a line too', () => {
      assert.deepEqual(show('title:⟦⟧\n', 40), ['title:', '      ^']);
      assert.deepEqual(show('⟦⟧', 40), ['', '^']);
    });

    it('marks a span of several lines to the end of the first', () => {
      assert.deepEqual(show('a ⟦bc\r\nde⟧\r\n', 40), ['a bc', '  ^^']);
    });

    it('counts wide characters and tabs as they are shown', () => {
      assert.deepEqual(show('書類 ⟦名⟧', 40), ['書類 名', '     ^^']);
      assert.deepEqual(show('a\t⟦b\tc⟧', 40), ['a   b   c', '    ^^^^^']);
      assert.deepEqual(show('👩‍👧‍👦 ⟦x⟧', 40), ['👩‍👧‍👦 x', '   ^']);
      assert.deepEqual(show('cafe\u0301 ⟦x⟧', 40), ['cafe\u0301 x', '     ^']);
      assert.deepEqual(show('\ufeff⟦---⟧', 40), ['---', '^^^']);
    });

    it('cuts a long line around the span', () => {
      const words = 'word '.repeat(2000);
      assert.deepEqual(show(`${words}⟦mark⟧ ${words}`, 30), ['…d word word mark word word w…', '             ^^^^']);
      assert.deepEqual(show(`⟦mark⟧ ${words}`, 20), ['mark word word word…', '^^^^']);
      assert.deepEqual(show(`${words}⟦mark⟧`, 20), ['…word word word mark', '                ^^^^']);
      assert.deepEqual(show(`⟦${words}⟧`, 20), ['word word word word…', '^^^^^^^^^^^^^^^^^^^^']);
    });
  });

  it('wraps between words', () => {
    assert.deepEqual(wrap('one two  three\nfour', 9), ['one two', 'three', 'four']);
    assert.deepEqual(wrap('extraordinarily long', 6), ['extraordinarily', 'long']);
    assert.deepEqual(wrap('書類 名 of', 7), ['書類 名', 'of']);
  });

  it('makes unprintable characters visible', () => {
    assert.equal(makePrintable('a\u0000b\u007f\u0085'), 'a␀b␡\ufffd');
  });

  it('is the same text with colours as without', async () => {
    make({ 'a.md': UNFIT, 'b.md': WARNED, 'c.md': NOTED });
    const { stdout } = await world.run(['lint'], { env: { FORCE_COLOR: '1' } });
    assert.equal(stdout.replace(/\u001b\[[\d;]+m/g, ''), (await world.run(['lint'])).stdout);
  });
});
