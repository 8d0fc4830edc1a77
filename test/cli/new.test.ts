import assert from 'node:assert/strict';
import { rules } from '../../server/src/rules/index.ts';
import { builtInTemplates } from '../../server/src/template/builtInTemplates.ts';
import { MemoryFiles } from '../support/memoryFiles.ts';
import { run, TempRepository } from '../support/tempRepository.ts';

const COMPLETENESS = new Set<string>(rules.filter(({ isCompleteness }) => isCompleteness).map(({ id }) => id));

/** A council's own template, with fields of each kind and guidance that is hard to put in a comment. */
const OWN = {
  title: 'Licensing report',
  'x-layout': 'labelled-values',
  $ref: 'scrutiny:report',
  properties: {
    template: { const: 'licensing' },
    premises: { type: 'string', title: 'Premises: name', pattern: '^[A-Z]', 'x-guidance': 'As on the\nlicence: "in full" # 1. More.' },
    hours: { type: 'array', minItems: 2, title: 'Hours', items: { type: 'string' } },
    visits: {
      type: 'array',
      minItems: 1,
      title: 'Visits',
      items: {
        type: 'object',
        required: ['by', 'report'],
        properties: {
          by: { type: 'string', title: 'By', 'x-guidance': 'Name the officer.' },
          report: { type: 'string', contentMediaType: 'text/markdown', title: 'Report', 'x-guidance': 'Say what was found; be brief.' },
        },
      },
    },
    capacity: { type: 'integer', title: 'Capacity', minimum: 1 },
    music: { type: 'boolean', title: 'Music' },
    class: { enum: ['A', 'B'], title: 'Class', 'x-guidance': '  ' },
  },
  required: ['template', 'premises', 'hours', 'visits', 'capacity', 'music', 'class'],
  unevaluatedProperties: false,
}; // prettier-ignore

const COUNCIL = `
templates: templates/*.schema.json
committees:
  - name: 'Streets: Roads & Paths Committee'
    meetings: [2099-09-08]
`;

describe('scrutiny new', () => {
  afterEach(() => TempRepository.removeAll());
  const council = (): TempRepository =>
    new TempRepository({ 'council.yaml': COUNCIL, 'templates/licensing.schema.json': JSON.stringify(OWN) });

  for (const template of [...builtInTemplates.keys(), 'licensing']) {
    it(`${template}: only what is to be written is missing, and nothing is fixed`, async () => {
      const world = council();
      const { code, stdout, stderr } = await world.run(['new', template, 'reports/sub/a.md']);
      assert.deepEqual([code, stderr], [0, '']);
      assert.match(stdout, /^reports\/sub\/a\.md: a new report by the template /);
      const [entry] = await world.json('reports');
      const found = entry?.findings ?? [];
      assert.ok(found.length > 2);
      assert.deepEqual(found.filter(({ rule }) => !COMPLETENESS.has(rule)), []); // prettier-ignore
      const text = world.read('reports/sub/a.md');
      await world.run(['lint', '--fix']);
      assert.equal(world.read('reports/sub/a.md'), text);
      assert.ok(!/[ \t\r]$/m.test(text), 'no blanks at ends of lines');
    });
  }

  it('puts what the form asks above each key', async () => {
    const world = council();
    await world.run(['new', 'licensing', 'a.md', '--title', 'The Anchor: "review" #2']);
    assert.equal(
      world.read('a.md'),
      `---
template: licensing
# As on the licence.
premises:
hours:
  -
visits:
  # Name the officer.
  - by:
    # Say what was found.
    report: |
      [insert report]
capacity:
music: false
class: Choose an item.
# Say in a few words what the report is about, so that a resident who reads only the agenda understands it.
title: 'The Anchor: "review" #2'
---

<!-- The report itself begins here: give each section a heading and each paragraph a number. A comment like this one is not printed. -->

## 1. Introduction

1.1
`,
    );
  });

  it('fills in what is known, as YAML has it', async () => {
    const world = council();
    const given = ['--committee', 'Streets: Roads & Paths Committee', '--date', '2099-09-08', '--title', "Mayor's # list: 'A'"];
    assert.equal((await world.run(['new', 'partner-paper', 'a.md', ...given])).stderr, '');
    assert.deepEqual(
      await world.json(),
      [{ file: 'a.md', findings: [] }].map((entry) => ({ ...entry, ...{} })),
    );
    const { data } = { data: world.read('a.md').split('\n') };
    assert.ok(data.includes(`committee: 'Streets: Roads & Paths Committee'`) && data.includes('date: 2099-09-08'));
  });

  it('refuses what the rules refuse, and tells what they warn of', async () => {
    const world = council();
    const begin = (...given: string[]) => world.run(['new', 'partner-paper', 'a.md', ...given]);
    assert.match((await begin('--date', '2026-02-30')).stderr, /Give a date as year, month and day/);
    const { code, stderr } = await begin('--committee', 'Streets: Road & Paths Committee');
    assert.equal(code, 2);
    assert.match(stderr, /^scrutiny: nothing was written\. Committee: .*Did you mean “Streets: Roads & Paths Committee”\?\n$/);
    assert.throws(() => world.read('a.md'), { code: 'ENOENT' });
    const late = await begin('--committee', 'Streets: Roads & Paths Committee', '--date', '2099-09-09');
    assert.equal(late.code, 0);
    assert.match(late.stderr, /^scrutiny: [^\n]*2099[^\n]*\n$/);
  });

  it('knows the templates of the council, overwrites nothing, wants Markdown', async () => {
    const world = council();
    assert.equal(
      (await world.run(['new', 'licencing', 'a.md'])).stderr,
      'scrutiny: there is no template “licencing”. Did you mean “licensing”? Choose committee-report, cover-sheet, board-paper, partner-paper or licensing.\n',
    );
    world.write('a.md', 'mine');
    for (const [file, message] of [
      ['a.md', 'this file is there already, and is left as it is'],
      ['templates', 'a report is a Markdown file, so its name must end in .md'],
      ['a.md/b.md', 'it cannot be written: a part of its path is no folder'],
    ] as const) {
      const { code, stderr } = await world.run(['new', 'partner-paper', file]);
      assert.deepEqual([code, stderr], [2, `scrutiny: ${file}: ${message}\n`]);
    }
    assert.equal(world.read('a.md'), 'mine');
    const fileSystem = new MemoryFiles({ '/w/x.md': '' }, ['/w/a.md']);
    const { code, stderr } = await run(['new', 'partner-paper', 'a.md'], { cwd: '/w', fileSystem });
    assert.deepEqual([code, stderr], [2, 'scrutiny: a.md: it cannot be written: you have no permission\n']);
  });
});
