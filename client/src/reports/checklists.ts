import { Disposable, languages, Uri, ViewColumn, window, workspace, type WebviewPanel } from 'vscode';
import { CHECKLIST, type Checklist, type ChecklistItem, type ChecklistParams, type ChecklistResult } from '../../../server/src/lsp/protocol/protocol.ts'; // prettier-ignore
import type { ClientSession } from '../session/clientSession.ts';
import { sendRequest, serverUri } from '../session/sendRequest.ts';
import { checklistPage } from './checklistPage.ts';
import { CHECKLIST_VIEW, type FromPage, type Task, type ToPage } from './checklistMessages.ts';

/** The checklists that are open, one for each report. */
export class Checklists implements Disposable {
  private readonly open_ = new Map<string, ChecklistPanel>();

  constructor(
    private readonly extension: Uri,
    private readonly session: ClientSession,
  ) {}

  /** Shows what is left to do before a report can be published; says so where it is no report. */
  async open(uri: Uri): Promise<void> {
    const known = this.open_.get(uri.toString());
    if (known) return known.panel.reveal();
    const first = await askFor(this.session, uri);
    if (!first) {
      return void window.showInformationMessage('This is no report. Open one that begins with “---” and “template:”.');
    }
    const isShown = window.visibleTextEditors.some(({ document }) => document.uri.toString() === uri.toString());
    if (!isShown) await window.showTextDocument(uri, { preview: false, viewColumn: ViewColumn.One });
    this.show(window.createWebviewPanel(CHECKLIST_VIEW, 'Checklist', ViewColumn.Beside), uri, first);
  }

  /** Brings back a checklist that was open when the window was closed, with what was ticked off; not one of a report that is gone. */
  async restore(panel: WebviewPanel, state: unknown): Promise<void> {
    const { uri: name, tasks = [] } = Object(state) as Partial<ToPage>;
    const uri = name === undefined ? undefined : Uri.parse(name, true);
    const first = uri && (await askFor(this.session, uri).catch(() => undefined));
    if (!first || this.open_.has(uri.toString())) panel.dispose();
    else this.show(panel, uri, first, tasks);
  }

  dispose(): void {
    for (const { panel } of [...this.open_.values()]) panel.dispose();
  }

  private show(panel: WebviewPanel, uri: Uri, first: Checklist, before: readonly Task[] = []): void {
    const checklist = new ChecklistPanel(panel, uri, this.extension, this.session, first, before);
    this.open_.set(uri.toString(), checklist);
    panel.onDidDispose(() => {
      this.open_.delete(uri.toString());
      checklist.dispose();
    });
  }
}

/** The checklist of a report, in a panel of its own. It remembers what was to be done and ticks it off as it is. */
class ChecklistPanel implements Disposable {
  private readonly subscriptions: Disposable;
  private readonly tasks: Map<string, Task>;
  private isAsking = false;
  private isOutdated = false;

  constructor(
    readonly panel: WebviewPanel,
    private readonly uri: Uri,
    extension: Uri,
    private readonly session: ClientSession,
    private last: Checklist,
    before: readonly Task[],
  ) {
    this.tasks = new Map(before.map((task) => [task.id, task]));
    const { webview } = panel;
    webview.options = { enableScripts: true, localResourceRoots: [Uri.joinPath(extension, 'dist')] };
    const isHere = (other: Uri): boolean => other.toString() === uri.toString();
    this.subscriptions = Disposable.from(
      webview.onDidReceiveMessage((message: FromPage) => this.hear(message)),
      workspace.onDidChangeTextDocument(({ document }) => isHere(document.uri) && this.update()),
      // They also follow council.yaml, the files round the report and the settings.
      languages.onDidChangeDiagnostics(({ uris }) => uris.some(isHere) && this.update()),
      session.onDidConnect(() => this.update()),
    );
    this.take(last);
    webview.html = checklistPage(webview, extension);
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  private hear(message: FromPage): void {
    if (message.type === 'ready') this.tell();
    else void this.goTo(message.id);
  }

  /** Asks anew; while an answer is awaited, once more after it. */
  private update(): void {
    this.isOutdated = true;
    if (!this.isAsking) void this.ask();
  }

  private async ask(): Promise<void> {
    this.isAsking = true;
    try {
      while (this.isOutdated) {
        this.isOutdated = false;
        const checklist = await askFor(this.session, this.uri).catch(() => undefined);
        if (checklist) this.take(checklist);
      }
    } finally {
      this.isAsking = false;
    }
    this.tell();
  }

  private take(checklist: Checklist): void {
    this.last = checklist;
    const left = new Map(checklist.items.map((item) => [item.id, item]));
    for (const [id, task] of this.tasks) if (!left.has(id)) this.tasks.set(id, { ...task, isDone: true });
    for (const [id, item] of left) this.tasks.set(id, taskOf(item));
  }

  private tell(): void {
    const { title, template, state, found, meeting } = this.last;
    const tasks = [...this.tasks.values()].sort((a, b) => a.line - b.line);
    const message: ToPage = {
      uri: this.uri.toString(),
      title,
      about: [template, meeting?.name].filter((part) => part !== undefined).join(' · '),
      deadline: meeting ? `Publish by ${meeting.publishBy}: ${meeting.left}.` : '',
      state,
      found,
      tasks,
    };
    this.panel.title = `Checklist: ${title}`;
    void this.panel.webview.postMessage(message);
  }

  /** Puts the cursor where something is to be done. */
  private async goTo(id: string): Promise<void> {
    const item = this.last.items.find((one) => one.id === id);
    const { client } = this.session;
    if (!item || !client) return;
    const shown = window.visibleTextEditors.find(({ document }) => document.uri.toString() === this.uri.toString());
    const selection = client.protocol2CodeConverter.asRange(item.range);
    const document = await workspace.openTextDocument(this.uri);
    await window.showTextDocument(document, { selection, viewColumn: shown?.viewColumn ?? ViewColumn.One });
  }
}

function taskOf({ id, severity, message, place, range }: ChecklistItem): Task {
  return { id, severity, message, place, line: range.start.line, isDone: false };
}

/** What is left to do; nothing for what is no report. The document is opened first, since the server knows only open ones so well. */
async function askFor(session: ClientSession, uri: Uri): Promise<ChecklistResult | undefined> {
  await workspace.openTextDocument(uri);
  await session.start();
  const params: ChecklistParams = { uri: serverUri(session, uri) };
  return sendRequest<ChecklistResult>(session, CHECKLIST, params);
}
