import assert from 'node:assert/strict';
import { FileChangeType } from 'vscode-languageserver/node';
import type { InitializationOptions } from '../../server/src/lsp/protocol/protocol.ts';
import { paper, FIXABLE, UNFIT, WARNED } from '../support/tempRepository.ts';
import { TestClient, OLD, PUSHED, until } from '../support/testClient.ts';

const REPORT = 'file:///work/reports/library.md';
const OTHER = 'file:///work/reports/other.md';
const COUNCIL = 'file:///work/council.yaml';

describe('a server whose editor is sent diagnostics', () => {
  it('sends them when a report is opened, changed and closed', async () => {
    const editor = await TestClient.start({ capabilities: OLD, folders: [] });
    await editor.open(REPORT, paper());
    assert.deepEqual(await editor.findings(REPORT), []);
    await editor.replace(REPORT, 'Review of the library service', '');
    assert.deepEqual(await editor.findings(REPORT), ['5:1 field-empty']);
    await editor.close(REPORT);
    await until('nothing to be left', () => editor.shown(REPORT).length === 0);
    await editor.stop();
  });

  it('says in a diagnostic which rule it is, where that is explained, and how grave it is', async () => {
    const editor = await TestClient.start({ capabilities: OLD, folders: [] });
    await editor.open(REPORT, WARNED);
    await editor.findings(REPORT);
    assert.deepEqual(editor.published.get(REPORT)?.at(-1)?.diagnostics, [
      {
        range: { start: { line: 4, character: 26 }, end: { line: 4, character: 29 } },
        severity: 2,
        code: 'value-cut',
        codeDescription: { href: 'https://github.com/scrutiny-report/scrutiny-report/blob/main/docs/rules.md#value-cut' },
        source: 'scrutiny',
        message: 'The text from “#12” on is lost: behind a space, # begins a comment. Put the whole text in quotation marks.',
      },
    ]);
    await editor.stop();
  });

  it('leaves what is no report alone', async () => {
    const editor = await TestClient.start({ capabilities: OLD, folders: [] });
    await editor.open('file:///work/README.md', '# Read me\n');
    assert.deepEqual(await editor.findings('file:///work/README.md'), []);
    await editor.stop();
  });

  it('checks once for ten edits a millisecond apart or less, and then the last text', async () => {
    const editor = await TestClient.start({ capabilities: OLD, folders: [] });
    await editor.open(REPORT, paper());
    await editor.findings(REPORT);
    const before = editor.published.get(REPORT)?.length ?? 0;
    for (let i = 0; i < 10; i++) void editor.replace(REPORT, 'The library', 'The library');
    void editor.replace(REPORT, 'Review of the library service', '');
    await until('the last version', () => editor.published.get(REPORT)?.at(-1)?.version === editor.version(REPORT));
    assert.equal((editor.published.get(REPORT)?.length ?? 0) - before, 1);
    assert.deepEqual(editor.shown(REPORT), ['5:1 field-empty']);
    await editor.stop();
  });

  it('leaves nothing behind of a report that is closed while it is checked', async () => {
    const editor = await TestClient.start({ capabilities: OLD, folders: [] });
    for (let i = 0; i < 50; i++) {
      void editor.open(REPORT, UNFIT);
      if (i % 2 === 0) void editor.replace(REPORT, 'The library', 'A library');
      if (i % 3 === 0) await new Promise((resolve) => setImmediate(resolve));
      await editor.close(REPORT);
    }
    await editor.open(OTHER, paper());
    await editor.findings(OTHER);
    assert.deepEqual(editor.shown(REPORT), []);
    await editor.stop();
  });

  it('tells of reports that are not open, and of the folder when it is gone', async () => {
    const files = { '/work/reports/other.md': UNFIT, '/work/reports/good.md': paper(), '/work/notes.md': '# Notes\n' };
    const editor = await TestClient.start({ capabilities: PUSHED, files });
    await until('the other report', () => editor.shown(OTHER).length > 0);
    assert.deepEqual(editor.shown(OTHER), ['2:11 field-missing']);
    await until(
      'the end of the progress',
      () => editor.progress.length >= 2 && JSON.stringify(editor.progress.at(-1)) === '{"kind":"end"}',
    );
    assert.deepEqual([...editor.published.keys()], [OTHER]);
    await editor.changeFolders([], ['file:///work']);
    await until('nothing to be left', () => editor.shown(OTHER).length === 0);
    await editor.stop();
  });

  it('follows files that change, come and go, without their being open', async () => {
    const editor = await TestClient.start({ capabilities: PUSHED, files: { '/work/reports/other.md': paper() } });
    editor.files.writeFile('/work/reports/other.md', new TextEncoder().encode(UNFIT));
    await editor.tell(OTHER, FileChangeType.Changed);
    await until('the mistake', () => editor.shown(OTHER).length === 1);
    editor.files.remove('/work/reports/other.md');
    await editor.tell(OTHER, FileChangeType.Deleted);
    await until('nothing to be left', () => editor.shown(OTHER).length === 0);
    editor.files.writeFile('/work/reports/new.md', new TextEncoder().encode(FIXABLE));
    await editor.tell('file:///work/reports/new.md', FileChangeType.Created);
    await until('the new one', () => editor.shown('file:///work/reports/new.md').length === 1);
    await editor.stop();
  });

  it('goes back to what the file says when changes are thrown away', async () => {
    const editor = await TestClient.start({ capabilities: PUSHED, files: { '/work/reports/other.md': UNFIT } });
    await editor.open(OTHER, UNFIT);
    await editor.replace(OTHER, 'date:', 'title: Review of the library service\ndate:');
    assert.deepEqual(await editor.findings(OTHER), []);
    await editor.close(OTHER);
    await until('the finding of the file', () => editor.shown(OTHER).join() === '2:11 field-missing');
    await editor.stop();
  });

  it('keeps the last good council.yaml in use while it is broken, and shows the mistake', async () => {
    const good = 'name: Northmoor Council\nrules: { value-cut: error }\n';
    const editor = await TestClient.start({
      capabilities: PUSHED,
      files: { '/work/council.yaml': good, '/work/reports/library.md': WARNED },
    });
    const severity = () => editor.published.get(REPORT)?.at(-1)?.diagnostics[0]?.severity;
    await editor.open(REPORT, WARNED);
    await editor.findings(REPORT);
    assert.equal(severity(), 1);
    await editor.open(COUNCIL, good, 'yaml');
    await editor.replace(COUNCIL, 'error }', 'error');
    await until('the mistake', () => editor.shown(COUNCIL).length > 0);
    assert.deepEqual(editor.shown(COUNCIL), ['2:8 council-invalid']);
    await editor.replace(REPORT, 'The library', 'A library');
    await editor.findings(REPORT);
    assert.equal(severity(), 1);
    await editor.replace(COUNCIL, 'error', 'info }');
    await until('the new severity', () => severity() === 3);
    await until('no mistake', () => editor.shown(COUNCIL).length === 0);
    await editor.close(COUNCIL);
    await until('what the file says', () => severity() === 1);
    await editor.stop();
  });

  for (const options of [{ stage: 'publish' }, { scrutiny: { stage: 'publish' } }] as InitializationOptions[])
    it(`takes its stage from what it is told at the start, ${JSON.stringify(options)}, and later`, async () => {
      const missing = paper().replace('title', 'template: committee-report\ntitle').replace('template: partner-paper\n', '');
      const editor = await TestClient.start({ capabilities: OLD, folders: [], options });
      await editor.open(REPORT, missing);
      await editor.findings(REPORT);
      const severity = () =>
        editor.published
          .get(REPORT)
          ?.at(-1)
          ?.diagnostics.find(({ code }) => code === 'field-missing')?.severity;
      assert.equal(severity(), 1);
      await editor.connection.sendNotification('workspace/didChangeConfiguration', {
        settings: { scrutiny: { stage: 'draft' } },
      });
      await until('stage draft', () => severity() === 3);
      await editor.connection.sendNotification('workspace/didChangeConfiguration', {
        settings: { scrutiny: { stage: 'nonsense' } },
      });
      await until('the default', () => severity() === 1);
      await editor.stop();
    });
});
