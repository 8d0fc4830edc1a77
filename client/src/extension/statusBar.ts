import { Disposable, MarkdownString, StatusBarAlignment, Uri, window, workspace } from 'vscode';
import { State, type BaseLanguageClient } from 'vscode-languageclient';
import { STATUS, type DocumentStatus } from '../../../server/src/lsp/protocol/protocol.ts';
import { activeReportDocument } from './activeReport.ts';

/** Shows in the status bar what the report that is worked on is checked with, and how many problems it has. */
export function showStatus(client: BaseLanguageClient): Disposable {
  const item = window.createStatusBarItem('scrutiny.status', StatusBarAlignment.Left);
  item.name = 'Scrutiny';
  const known = new Map<string, DocumentStatus>();
  const show = (): void => {
    const document = activeReportDocument();
    const status = document && known.get(document.uri.toString());
    if (client.state === State.Stopped && document?.languageId === 'markdown') {
      item.text = '$(warning) Reports are not checked';
      item.tooltip = 'The program that checks reports has stopped. Click to start it again.';
      item.command = 'scrutiny.restartServer';
      item.show();
    } else if (status?.isReport) {
      item.text = `$(checklist) ${describe(status)}`;
      item.tooltip = explain(status);
      item.command = 'workbench.actions.view.problems';
      item.show();
    } else {
      item.hide();
    }
  };
  return Disposable.from(
    item,
    client.onNotification(STATUS, (status: DocumentStatus) => {
      known.set(Uri.parse(status.uri, true).toString(), status);
      show();
    }),
    client.onDidChangeState(() => {
      known.clear();
      show();
    }),
    workspace.onDidCloseTextDocument(({ uri }) => known.delete(uri.toString())),
    window.onDidChangeActiveTextEditor(show),
    window.onDidChangeVisibleTextEditors(show),
    window.tabGroups.onDidChangeTabs(show),
    window.tabGroups.onDidChangeTabGroups(show),
  );
}

/** For the status bar: what is used, and what there is to do. */
function describe({ template, council, errors, warnings, notes }: DocumentStatus): string {
  const problems = errors + warnings;
  const found = [problems > 0 && count(problems, 'problem'), notes > 0 && count(notes, 'note')].filter((part) => part !== false);
  return [template ?? 'No template', council?.name ?? 'no council.yaml', found.join(', ') || 'no problems'].join(' · ');
}

function explain({ template, council, stage, errors, warnings, notes }: DocumentStatus): MarkdownString {
  const text = new MarkdownString();
  const line = (label: string, value: string): unknown =>
    text.appendMarkdown(`**${label}** `).appendText(value).appendMarkdown('\n\n');
  line('Template:', template ?? 'none that is known. Say which in “template:” at the top of the report.');
  line(
    'Council:',
    council ? `${council.name}, from ${workspace.asRelativePath(Uri.parse(council.uri, true))}` : 'no council.yaml was found',
  );
  line(
    'Stage:',
    stage === 'draft' ? 'draft, so what is still missing is only a note' : 'publish, so what is missing is an error',
  );
  line('Found:', [count(errors, 'error'), count(warnings, 'warning'), count(notes, 'note')].join(', '));
  return text.appendMarkdown('Click to see them all.');
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
