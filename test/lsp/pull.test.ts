import assert from 'node:assert/strict';
import {
  LSPErrorCodes,
  CancellationTokenSource,
  FileChangeType,
  ProgressType,
  WorkspaceDiagnosticRequest,
  type PreviousResultId,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver/node';
import { paper, UNFIT, WARNED } from '../support/tempRepository.ts';
import { TestClient, spell, until, type EditorOptions } from '../support/testClient.ts';

const REPORT = 'file:///work/reports/library.md';
const OTHER = 'file:///work/reports/other.md';
const COUNCIL = 'file:///work/council.yaml';

const FILES = { '/work/reports/library.md': WARNED, '/work/reports/other.md': UNFIT, '/work/council.yaml': 'nmae: Northmoor\n' };

/** What a report about the workspace says of each document. */
function summary(items: readonly WorkspaceDocumentDiagnosticReport[]): string[] {
  return items.map((item) => {
    const what = item.kind === 'full' ? `[${item.items.map(spell).join(', ')}]` : item.kind;
    return `${item.uri.replace('file:///work/', '')} ${item.version ?? 'closed'} ${what}`;
  });
}

function idsOf({ items }: WorkspaceDiagnosticReport): PreviousResultId[] {
  return items.map(({ uri, resultId = '' }) => ({ uri, value: resultId }));
}

/** An editor that asks for the workspace's diagnostics and takes them in parts. */
class Watcher {
  readonly parts: string[] = [];
  readonly cancel = new CancellationTokenSource();
  readonly answer: Promise<WorkspaceDiagnosticReport>;

  constructor(editor: TestClient, previousResultIds: PreviousResultId[] = []) {
    const partial = new ProgressType<WorkspaceDiagnosticReportPartialResult>();
    editor.connection.onProgress(partial, 'parts', ({ items }) => void this.parts.push(...summary(items)));
    editor.connection.onProgress(new ProgressType(), 'done', (value) => void editor.progress.push(value));
    this.answer = editor.connection.sendRequest(
      WorkspaceDiagnosticRequest.type,
      { previousResultIds, partialResultToken: 'parts', workDoneToken: 'done' },
      this.cancel.token,
    );
  }
}

describe('a server whose editor asks for diagnostics', () => {
  let editor: TestClient;
  const start = async (options: EditorOptions = { files: FILES }): Promise<TestClient> =>
    (editor = await TestClient.start(options));
  afterEach(() => editor.stop());

  it('gives those of a document, says when they are the same, and sends none by itself', async () => {
    await start();
    await editor.open(REPORT, WARNED);
    const first = await editor.pull(REPORT);
    assert.deepEqual(first.kind === 'full' && first.items.map(spell), ['5:27 value-cut']);
    const again = await editor.pull(REPORT, first.resultId);
    assert.deepEqual(again, { kind: 'unchanged', resultId: first.resultId });
    await editor.replace(REPORT, 'contract #12', 'contracts #12');
    const moved = await editor.pull(REPORT, first.resultId);
    assert.deepEqual(moved.kind === 'full' && moved.items.map(spell), ['5:28 value-cut']);
    assert.deepEqual([...editor.published.keys()], []);
  });

  it('does not say that nothing is wrong with a document that was closed: it may be open again when that is heard', async () => {
    await start();
    await editor.open(REPORT, WARNED);
    await editor.close(REPORT);
    await assert.rejects(editor.pull(REPORT), { code: LSPErrorCodes.ServerCancelled, data: { retriggerRequest: true } });
    await editor.open(REPORT, WARNED);
    assert.deepEqual(await editor.findings(REPORT), ['5:27 value-cut']);
  });

  it('gives those of council.yaml as it stands in the editor', async () => {
    await start();
    await editor.open(COUNCIL, 'nmae: Northmoor\n', 'yaml');
    assert.deepEqual(await editor.findings(COUNCIL), ['1:1 council-invalid']);
    await editor.replace(COUNCIL, 'nmae', 'name');
    assert.deepEqual(await editor.findings(COUNCIL), []);
  });

  it('asks it to ask again when council.yaml changes what is found in an open report, and only then', async () => {
    await start();
    await editor.open(REPORT, WARNED);
    await editor.open(COUNCIL, 'name: Northmoor\n', 'yaml');
    assert.deepEqual(await editor.findings(REPORT), ['5:27 value-cut']);
    await editor.replace(COUNCIL, 'name', '# A comment\nname');
    await editor.replace(COUNCIL, 'Northmoor', 'Northmoor\nrules: { value-cut: off }');
    await until('a question to ask again', () => editor.refreshes > 0);
    assert.deepEqual(await editor.findings(REPORT), []);
    assert.equal(editor.refreshes, 1);
  });

  it('answers a request that was called off with that', async () => {
    await start();
    await editor.open(REPORT, WARNED);
    const cancel = new CancellationTokenSource();
    const answer = editor.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: REPORT } }, cancel.token);
    cancel.cancel();
    await assert.rejects(answer, { code: -32800 });
  });

  it('gives those of the whole workspace at once to an editor that takes no parts', async () => {
    await start();
    await editor.open(OTHER, paper());
    const first = await editor.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [] });
    assert.deepEqual(summary(first.items), [
      'reports/library.md closed [5:27 value-cut]',
      'reports/other.md 1 []',
      'council.yaml closed [1:1 council-invalid]',
    ]);
    const again = await editor.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: idsOf(first) });
    assert.deepEqual(summary(again.items), [
      'reports/library.md closed unchanged',
      'reports/other.md 1 unchanged',
      'council.yaml closed unchanged',
    ]);
  });

  it('takes back those of reports that are gone, however their URI is spelled', async () => {
    await start();
    const previousResultIds = [
      { uri: 'file:///work/reports/gone.md', value: '1' },
      { uri: 'file:///work/reports/l%69brary.md', value: '2' },
    ];
    const { items } = await editor.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds });
    assert.deepEqual(summary(items), [
      'reports/library.md closed [5:27 value-cut]',
      'reports/other.md closed [2:11 field-missing]',
      'council.yaml closed [1:1 council-invalid]',
      'reports/gone.md closed []',
    ]);
  });

  it('tells in parts what changes, with progress for the first time, until it is called off', async () => {
    await start();
    const watcher = new Watcher(editor);
    await until('all parts', () => watcher.parts.length === 3);
    assert.deepEqual(editor.progress, [
      { kind: 'begin', title: 'Checking reports', percentage: 0, message: '0 of 3', cancellable: false },
      { kind: 'report', percentage: 33, message: '1 of 3' },
      { kind: 'report', percentage: 66, message: '2 of 3' },
      { kind: 'report', percentage: 100, message: '3 of 3' },
      { kind: 'end' },
    ]);
    editor.files.writeFile('/work/reports/other.md', new TextEncoder().encode(paper()));
    await editor.tell(OTHER, FileChangeType.Changed);
    await until('the changed one', () => watcher.parts.length === 4);
    editor.files.remove('/work/reports/library.md');
    await editor.tell(REPORT, FileChangeType.Deleted);
    await until('the deleted one', () => watcher.parts.length === 5);
    assert.deepEqual(watcher.parts, [
      'reports/library.md closed [5:27 value-cut]',
      'reports/other.md closed [2:11 field-missing]',
      'council.yaml closed [1:1 council-invalid]',
      'reports/other.md closed []',
      'reports/library.md closed []',
    ]);
    watcher.cancel.cancel();
    assert.deepEqual(await watcher.answer, { items: [] });
  });

  it('checks a report that is not open again only when something it depends on changes', async () => {
    const links = paper({}, 'See [the figures](figures.md#costs).\n');
    await start({
      files: { '/work/reports/library.md': links, '/work/reports/other.md': UNFIT, '/work/reports/figures.md': '# Costs\n' },
    });
    const watcher = new Watcher(editor);
    await until('all parts', () => watcher.parts.length === 3);
    editor.files.reads.length = 0;
    editor.files.writeFile('/work/reports/figures.md', new TextEncoder().encode('# Savings\n'));
    await editor.tell('file:///work/reports/figures.md', FileChangeType.Changed);
    await until('the broken link', () => watcher.parts.length === 4);
    assert.equal(watcher.parts.at(-1), 'reports/library.md closed [8:19 link-broken]');
    assert.deepEqual(
      editor.files.reads.filter((path) => path.endsWith('other.md')),
      [],
      editor.files.reads.join(),
    );
    watcher.cancel.cancel();
  });

  it('answers what is open when it is shut down', async () => {
    await start();
    const watcher = new Watcher(editor);
    await until('all parts', () => watcher.parts.length === 3);
    await editor.connection.sendRequest('shutdown');
    assert.deepEqual(await watcher.answer, { items: [] });
  });

  it('uses each folder’s own council and stage, and forgets what is removed', async () => {
    const [here, there] = ['file:///work', 'file:///elsewhere'];
    const missing = paper({ title: '' });
    await start({
      folders: [here, there],
      settings: { [there]: { stage: 'publish' } },
      files: {
        '/work/council.yaml': 'rules: { value-cut: off }\n',
        '/work/a.md': WARNED,
        '/elsewhere/b.md': WARNED,
        '/elsewhere/c.md': missing,
      },
    });
    const watcher = new Watcher(editor);
    await until('all parts', () => watcher.parts.length === 4);
    assert.deepEqual(watcher.parts, [
      'a.md closed []',
      'file:///elsewhere/b.md closed [5:27 value-cut]',
      'file:///elsewhere/c.md closed [2:11 field-missing]',
      'council.yaml closed []',
    ]);
    await editor.open('file:///work/a.md', missing);
    await editor.open('file:///elsewhere/c.md', missing);
    const severities = async (uri: string) => {
      const report = await editor.pull(uri);
      return report.kind === 'full' ? report.items.map(({ severity }) => severity) : [];
    };
    assert.deepEqual(await severities('file:///work/a.md'), [3]);
    assert.deepEqual(await severities('file:///elsewhere/c.md'), [1]);
    await editor.changeFolders([], [there]);
    await until('what is taken back', () => watcher.parts.includes('file:///elsewhere/b.md closed []'));
    watcher.cancel.cancel();
    await watcher.answer;
  });
});
