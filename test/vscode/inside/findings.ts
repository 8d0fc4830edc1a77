import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, expectFindings, fileUri, findings, replace, show, showNew, until, watching } from './editor.ts';
import { FOUND, REPORT } from './fixture.ts';

describe('the findings', () => {
  before(watching);
  afterEach(closeAll);

  it('of a report are shown when it is opened', async () => {
    const { document } = await show(REPORT);
    await expectFindings(document, FOUND);
    const [first] = vscode.languages.getDiagnostics(document.uri);
    assert.equal(document.getText(first?.range), 'for information');
    assert.ok(first?.message.includes('Did you mean “For Information”?'), first?.message);
  });

  it('follow what is typed', async () => {
    const { document } = await show(REPORT);
    await expectFindings(document, FOUND);
    await replace(document, 'is TBC', 'is 3 December 2025');
    await expectFindings(document, FOUND.slice(0, 2));
    await replace(document, '## 1.', '## 2.');
    await until('others', () => findings(document).some((finding) => finding.endsWith('section-number-broken')));
    await vscode.commands.executeCommand('undo');
    await expectFindings(document, FOUND.slice(0, 2));
  });

  it('of a report that is not saved yet are shown', async () => {
    const saved = await show(REPORT);
    const { document } = await showNew(saved.document.getText());
    await expectFindings(document, FOUND);
  });

  it('are none in other Markdown, until it becomes a report', async () => {
    const { document } = await show('reports/notes.md');
    const report = await show(REPORT);
    await expectFindings(report.document, FOUND);
    assert.deepEqual(findings(document), []);
    await replace(document, '# Notes\n', '---\ntemplate: partner-paper\n---\n');
    await until('findings', () => findings(document).length > 0);
  });

  it('follow council.yaml, and stay as they are while it is broken', async () => {
    const report = await show(REPORT);
    await expectFindings(report.document, FOUND);
    const council = await show('council.yaml');
    await replace(council.document, 'name: Northmoor Council', 'name: Northmoor Council\nrules: { to-be-confirmed: off }');
    await expectFindings(report.document, FOUND.slice(0, 2));
    await replace(council.document, '{ to-be-confirmed: off }', '{ to-be-confirmed: off');
    await expectFindings(council.document, ['2:8 Error council-invalid']);
    assert.deepEqual(findings(report.document), FOUND.slice(0, 2));
    await replace(council.document, 'rules: { to-be-confirmed: off', 'rules: {}');
    await expectFindings(report.document, FOUND);
    await expectFindings(council.document, []);
  });

  it('know the files beside a report, as they come and go', async () => {
    const { document } = await show(REPORT);
    await replace(document, 'is TBC', 'is in [the plan](notes.md)');
    await expectFindings(document, FOUND.slice(0, 2));
    await replace(document, 'notes.md', 'plan.pdf');
    await expectFindings(document, [...FOUND.slice(0, 2), '22:50 Error link-broken']);
    const plan = fileUri('reports/plan.pdf');
    await vscode.workspace.fs.writeFile(plan, new Uint8Array(1));
    await expectFindings(document, FOUND.slice(0, 2));
    await vscode.workspace.fs.delete(plan);
    await expectFindings(document, [...FOUND.slice(0, 2), '22:50 Error link-broken']);
  });

  it('follow the stage in the settings', async () => {
    const { document } = await show(REPORT);
    await expectFindings(document, FOUND);
    const settings = vscode.workspace.getConfiguration('scrutiny');
    await settings.update('stage', 'publish', vscode.ConfigurationTarget.Global);
    try {
      await expectFindings(document, [...FOUND.slice(0, 2), '22:36 Warning to-be-confirmed']);
    } finally {
      await settings.update('stage', undefined, vscode.ConfigurationTarget.Global);
    }
    await expectFindings(document, FOUND);
  });

  it('are gone with the file', async () => {
    const uri = fileUri('reports/copy.md');
    await vscode.workspace.fs.copy(fileUri(REPORT), uri);
    const { document } = await show('reports/copy.md');
    await expectFindings(document, FOUND);
    await closeAll();
    await vscode.workspace.fs.delete(uri);
    await expectFindings(document, []);
  });

  it('of a file outside the folder are gone when it is closed', async () => {
    const uri = fileUri('../outside.md');
    await vscode.workspace.fs.copy(fileUri(REPORT), uri, { overwrite: true });
    const { document } = await show('../outside.md');
    await expectFindings(document, FOUND);
    await closeAll();
    await expectFindings(document, []);
    await vscode.workspace.fs.delete(uri);
  });

  it('come back after the server was started afresh', async () => {
    const { document } = await show(REPORT);
    await expectFindings(document, FOUND);
    await vscode.commands.executeCommand('scrutiny.restartServer');
    await expectFindings(document, FOUND);
  });
});
