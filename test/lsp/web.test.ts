import assert from 'node:assert/strict';
import { FileChangeType } from 'vscode-languageserver/node';
import { paper, UNFIT, WARNED } from '../support/tempRepository.ts';
import { TestClient } from '../support/testClient.ts';

const FOLDER = 'memfs:/work';
const REPORT = 'memfs:/work/reports/library.md';

/** A server without a disk, whose client tells it of files. */
const WEB = { web: true, folders: [FOLDER], options: { files: true } } as const;

describe('a server without a disk', () => {
  it('knows council.yaml, templates and the files round a report from its client', async () => {
    const template = JSON.stringify({
      $ref: 'scrutiny:report',
      title: 'Note',
      'x-layout': 'paper',
      properties: { template: true, title: true },
      required: ['title'],
      unevaluatedProperties: false,
    });
    const editor = await TestClient.start({
      ...WEB,
      files: {
        '/work/council.yaml': 'templates: templates/*.schema.json\n',
        '/work/templates/note.schema.json': template,
        '/work/reports/figures.md': '# Costs\n',
        '/work/reports/map.pdf': '%PDF',
      },
    });
    await editor.open(
      REPORT,
      '---\ntemplate: note\n---\n\nSee [a](figures.md#costs), [b](figures.md#aims), [c](map.pdf), [d](plan.pdf).\n',
    );
    assert.deepEqual(await editor.findings(REPORT), ['2:11 field-missing', '5:32 link-broken', '5:68 link-broken']);
    assert.deepEqual(editor.files.reads.sort(), [
      '/work/council.yaml',
      '/work/reports/figures.md',
      '/work/templates/note.schema.json',
    ]);
    await editor.stop();
  });

  it('follows files that change, come and go, whole folders too', async () => {
    const editor = await TestClient.start({ ...WEB, files: { '/work/council.yaml': 'rules: { value-cut: off }\n' } });
    const write = async (path: string, text: string, type: FileChangeType): Promise<void> => {
      editor.files.writeFile(path, new TextEncoder().encode(text));
      await editor.tell(`memfs:${path}`, type);
    };
    await editor.open(REPORT, WARNED.replace('The library', 'The [library](../old/a.md#aims)'));
    assert.deepEqual(await editor.findings(REPORT), ['8:15 link-broken']);
    await write('/work/council.yaml', 'rules: { value-cut: warning }\n', FileChangeType.Changed);
    assert.deepEqual(await editor.findings(REPORT), ['5:27 value-cut', '8:15 link-broken']);
    editor.files.writeFile('/work/old/a.md', new TextEncoder().encode('# Aims\n'));
    await editor.tell('memfs:/work/old', FileChangeType.Created);
    assert.deepEqual(await editor.findings(REPORT), ['5:27 value-cut']);
    editor.files.remove('/work/old/a.md');
    await editor.tell('memfs:/work/old', FileChangeType.Deleted);
    assert.deepEqual(await editor.findings(REPORT), ['5:27 value-cut', '8:15 link-broken']);
    await editor.stop();
  });

  it('tells of all reports, and of folders that are added and removed', async () => {
    const files = { '/work/a.md': UNFIT, '/more/b.md': UNFIT };
    const editor = await TestClient.start({ ...WEB, files });
    const all = async (): Promise<string[]> => {
      const { items } = await editor.connection.sendRequest<{ items: { uri: string; items: unknown[] }[] }>(
        'workspace/diagnostic',
        {
          previousResultIds: [],
        },
      );
      return items.map((item) => `${item.uri} ${item.items.length}`);
    };
    assert.deepEqual(await all(), ['memfs:/work/a.md 1']);
    await editor.changeFolders(['memfs:/more'], [FOLDER]);
    assert.deepEqual(await all(), ['memfs:/more/b.md 1']);
    await editor.stop();
  });

  it('whose client tells it of no files checks what is open', async () => {
    const editor = await TestClient.start({ web: true, folders: [FOLDER] });
    await editor.open(REPORT, paper({ title: '' }, 'See [a](figures.md).\n'));
    assert.deepEqual(await editor.findings(REPORT), ['2:11 field-missing', '7:9 link-broken']);
    await editor.stop();
  });
});
