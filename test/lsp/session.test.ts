import assert from 'node:assert/strict';
import { LEGEND } from '../../server/src/lsp/handlers/annotations.ts';
import { paper, UNFIT, WARNED } from '../support/tempRepository.ts';
import { TestClient, MODERN, OLD, until } from '../support/testClient.ts';
import { RULE, SHOW_RULE, STATUS, SUPPRESS } from '../../server/src/lsp/protocol/protocol.ts';
import packageJson from '../../package.json' with { type: 'json' };

const REPORT = 'file:///work/reports/library.md';

const ALWAYS = {
  positionEncoding: 'utf-16',
  textDocumentSync: { openClose: true, change: 2, save: true },
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  completionProvider: { triggerCharacters: [':', ' ', '-', '/', '"', "'"] },
  hoverProvider: true,
  codeLensProvider: {},
  inlayHintProvider: true,
  semanticTokensProvider: { legend: LEGEND, full: true, range: true },
  documentFormattingProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  documentLinkProvider: {},
  renameProvider: true,
  documentSymbolProvider: { label: 'Scrutiny' },
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  codeActionProvider: {
    codeActionKinds: ['quickfix', 'refactor.rewrite', 'source.fixAll.scrutiny', 'source.insertGlossary.scrutiny'],
  },
};

describe('a session', () => {
  it('tells a client of today what the server can do', async () => {
    const editor = await TestClient.start({ options: { commands: [SHOW_RULE, SUPPRESS] } });
    assert.deepEqual(editor.initialized, {
      serverInfo: { name: 'scrutiny', version: packageJson.version },
      capabilities: {
        ...ALWAYS,
        diagnosticProvider: { identifier: 'scrutiny', interFileDependencies: true, workspaceDiagnostics: true },
      },
    });
    await editor.stop();
  });

  it('tells a client of version 3.16, without commands of its own, what it can do for that', async () => {
    const editor = await TestClient.start({ capabilities: OLD });
    assert.deepEqual(editor.initialized?.capabilities, { ...ALWAYS, executeCommandProvider: { commands: [SHOW_RULE] } });
    await editor.stop();
  });

  it('asks to be told of settings and files, once', async () => {
    const editor = await TestClient.start();
    await editor.open(REPORT, paper());
    await editor.findings(REPORT);
    assert.deepEqual(
      editor.registrations.map(({ method, registerOptions }) => ({ method, registerOptions: registerOptions as unknown })),
      [
        { method: 'workspace/didChangeConfiguration', registerOptions: { section: 'scrutiny' } },
        {
          method: 'workspace/didChangeWatchedFiles',
          registerOptions: {
            watchers: [
              { globPattern: '**/*.{md,markdown,json,png,jpg,jpeg,gif,webp,svg}', kind: 2 },
              { globPattern: '**/{council.yaml,.gitignore}', kind: 2 },
              { globPattern: '**/*', kind: 5 },
            ],
          },
        },
      ],
    );
    await editor.stop();
  });

  it('begins with the one root of a client that knows of no folders', async () => {
    const editor = await TestClient.start({
      capabilities: OLD,
      folders: [],
      files: { '/work/council.yaml': 'rules: { value-cut: off }\n' },
    });
    await editor.open(REPORT, WARNED);
    assert.deepEqual(await editor.findings(REPORT), []);
    await editor.stop();
  });

  it('checks for another day once it is midnight in London', async () => {
    let now = new Date('2026-07-08T22:59:59.500Z');
    const waits = new Map<number, () => void>();
    const editor = await TestClient.start({
      capabilities: OLD,
      folders: [],
      now: () => now,
      after: (milliseconds, action) => {
        waits.set(milliseconds, action);
        return () => undefined;
      },
    });
    await editor.open(REPORT, paper({ date: '2026-07-09', template: 'committee-report' }, ''));
    await editor.findings(REPORT);
    const before = editor.published.get(REPORT)?.length ?? 0;
    assert.ok(!waits.has(3_600_000));
    now = new Date('2026-07-08T23:00:00.000Z');
    waits.get(500)?.();
    await until('another check', () => (editor.published.get(REPORT)?.length ?? 0) > before);
    assert.ok(waits.has(3_600_000));
    await editor.stop();
  });

  it('explains a rule', async () => {
    const editor = await TestClient.start();
    const page = await editor.connection.sendRequest<{ title: string; markdown: string }>(RULE, { rule: 'value-cut' });
    assert.equal(page.title, 'value-cut');
    assert.match(page.markdown, /^# value-cut\n\n.+\n\n\*\*Severity:\*\* warning\n\n\*\*Why:\*\* /);
    assert.equal(await editor.connection.sendRequest(RULE, { rule: 'no-such-rule' }), null);
    await editor.stop();
  });

  it('shows a rule to an editor that cannot: on the web, or else in a message', async () => {
    const modern = await TestClient.start();
    const shown: unknown[] = [];
    modern.connection.onRequest('window/showDocument', (params) => {
      shown.push(params);
      return { success: true };
    });
    await modern.connection.sendRequest('workspace/executeCommand', { command: SHOW_RULE, arguments: [{ rule: 'value-cut' }] });
    await until('the page', () => shown.length > 0);
    assert.deepEqual(shown, [
      { uri: 'https://github.com/scrutiny-report/scrutiny-report/blob/main/docs/rules.md#value-cut', external: true },
    ]);
    await modern.stop();

    const old = await TestClient.start({ capabilities: OLD });
    const messages: { message: string }[] = [];
    old.connection.onRequest('window/showMessageRequest', (params: { message: string }) => void messages.push(params));
    old.connection.onNotification('window/showMessage', (params: { message: string }) => void messages.push(params));
    await old.connection.sendRequest('workspace/executeCommand', { command: SHOW_RULE, arguments: [{ rule: 'value-cut' }] });
    await old.connection.sendRequest('workspace/executeCommand', { command: SHOW_RULE, arguments: [7] });
    await until('the message', () => messages.length > 0);
    assert.match(messages[0]?.message ?? '', /#/);
    await old.stop();
  });

  it('tells a client that shows it what a document is checked with, whenever that changes', async () => {
    const council = { '/work/council.yaml': 'name: Northmoor Council\n' };
    const editor = await TestClient.start({ options: { status: true }, files: council });
    await editor.open(REPORT, WARNED);
    await editor.findings(REPORT);
    const first = {
      uri: REPORT,
      isReport: true,
      template: 'Partner Paper',
      council: { uri: 'file:///work/council.yaml', name: 'Northmoor Council' },
      stage: 'draft',
      errors: 0,
      warnings: 1,
      notes: 0,
    } as const;
    await editor.replace(REPORT, 'The library', 'A library');
    await editor.findings(REPORT);
    assert.deepEqual(editor.statuses, [first]);
    await editor.edit(REPORT, 0, editor.text(REPORT).length, '# Notes\n');
    await editor.findings(REPORT);
    const { template, ...without } = first;
    assert.equal(template, 'Partner Paper');
    assert.deepEqual(editor.statuses, [first, { ...without, isReport: false, warnings: 0 }]);
    await editor.stop();
  });

  it('tells it also of a document that is opened and never asked about, since something else is in front of it', async () => {
    const editor = await TestClient.start({ options: { status: true } });
    await editor.open('file:///work/notes.md', '# Notes\n');
    await editor.findings('file:///work/notes.md');
    editor.statuses.length = 0;
    await editor.open(REPORT, WARNED);
    await until('its status', () => editor.statuses.length > 0);
    assert.deepEqual(editor.statuses, [
      { uri: REPORT, isReport: true, template: 'Partner Paper', stage: 'draft', errors: 0, warnings: 1, notes: 0 },
    ]);
    await editor.stop();
  });

  it('keeps that from others', async () => {
    const editor = await TestClient.start();
    let told = 0;
    editor.connection.onNotification(STATUS, () => {
      told++;
    });
    await editor.open(REPORT, UNFIT);
    await editor.findings(REPORT);
    await editor.findings(REPORT);
    assert.equal(told, 0);
    await editor.stop();
  });

  it('checks a report that was never saved with the council of the first folder', async () => {
    const editor = await TestClient.start({ files: { '/work/council.yaml': 'rules: { value-cut: off }\n' } });
    await editor.open('untitled:Untitled-1', WARNED);
    assert.deepEqual(await editor.findings('untitled:Untitled-1'), []);
    await editor.stop();
  });

  it('loads templates of the council’s own only where the folder is trusted', async () => {
    const template = JSON.stringify({
      $ref: 'scrutiny:report',
      title: 'Note',
      'x-layout': 'paper',
      properties: { template: true, title: true },
      required: ['title'],
      unevaluatedProperties: false,
    });
    const files = { '/work/council.yaml': 'templates: templates/*.json\n', '/work/templates/note.schema.json': template };
    const text = '---\ntemplate: note\n---\n';
    const found = async (trusted: boolean): Promise<string[]> => {
      const editor = await TestClient.start({ files, options: { trusted } });
      await editor.open(REPORT, text);
      const findings = await editor.findings(REPORT);
      await editor.stop();
      return findings;
    };
    assert.deepEqual(await found(true), ['2:11 field-missing']);
    assert.deepEqual(await found(false), ['2:11 template-unknown']);
  });

  it('runs patterns of the council’s own only where the folder is trusted', async () => {
    const council =
      'checks:\n  - { name: no-ward, field: title, must-not-match: ward, message: Name the place. }\n' +
      '  - { name: short-title, field: title, max-words: 5, message: Say it in five words. }\n';
    const files = { '/work/council.yaml': council };
    const found = async (trusted: boolean): Promise<string[]> => {
      const editor = await TestClient.start({ files, options: { trusted } });
      await editor.open(REPORT, paper({ title: 'Review of the library in the east ward' }));
      const findings = await editor.findings(REPORT);
      await editor.stop();
      return findings;
    };
    assert.deepEqual(await found(true), ['5:8 short-title', '5:42 no-ward']);
    assert.deepEqual(await found(false), ['5:8 short-title']);
  });

  it('goes on after a template was broken with the last good one, and shows the mistake', async () => {
    const template = (title: string) =>
      JSON.stringify({
        $ref: 'scrutiny:report',
        title,
        'x-layout': 'paper',
        properties: { template: true, title: true },
        required: ['title'],
        unevaluatedProperties: false,
      });
    const files = { '/work/council.yaml': 'templates: templates/*.json\n', '/work/templates/note.schema.json': template('Note') };
    const editor = await TestClient.start({ files });
    const schema = 'file:///work/templates/note.schema.json';
    await editor.open(REPORT, '---\ntemplate: note\n---\n');
    assert.deepEqual(await editor.findings(REPORT), ['2:11 field-missing']);
    await editor.open(schema, template('Note'), 'json');
    await editor.replace(schema, '"Note"', '"Note');
    assert.deepEqual(await editor.findings(schema), ['1:1 council-invalid']);
    assert.deepEqual(await editor.findings(REPORT), ['2:11 field-missing']);
    await editor.replace(schema, '["title"]', '[]');
    await editor.replace(schema, '"Note', '"Note"');
    assert.deepEqual(await editor.findings(schema), []);
    assert.deepEqual(await editor.findings(REPORT), []);
    await editor.stop();
  });

  it('notices that a pattern of the council’s own checks is another', async () => {
    const council = (pattern: string) =>
      `checks: [{ name: no-jargon, section: Aims, must-not-match: ${pattern}, message: Say it plainly. }]\n`;
    const uri = 'file:///work/council.yaml';
    const editor = await TestClient.start({ files: { '/work/council.yaml': council('leverage') } });
    await editor.open(REPORT, paper({}, '## Aims\n\nWe leverage assets.\n'));
    assert.deepEqual(await editor.findings(REPORT), ['10:4 no-jargon']);
    await editor.open(uri, council('leverage'), 'yaml');
    await editor.replace(uri, 'leverage', 'synergy');
    assert.deepEqual(await editor.findings(REPORT), []);
    await editor.stop();
  });

  it('takes no harm from messages that make no sense', async () => {
    const editor = await TestClient.start({ capabilities: MODERN });
    await editor.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: 'file:///never/opened.md', version: 3 },
      contentChanges: [{ text: 'x' }],
    });
    await editor.connection.sendNotification('textDocument/didClose', { textDocument: { uri: 'file:///never/opened.md' } });
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: 7 });
    await editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: 'nonsense', type: 9 }] });
    assert.deepEqual(await editor.findings('file:///never/opened.md'), []);
    await editor.open(REPORT, UNFIT);
    assert.deepEqual(await editor.findings(REPORT), ['2:11 field-missing']);
    await editor.stop();
  });
});
