import { commands, Disposable, Uri, ViewColumn, window, workspace, type TextEditor, type WebviewPanel } from 'vscode';
import { looksLikePaper, PREVIEWS_CHANGED } from '../../../server/src/lsp/protocol/protocol.ts';
import { activeReportDocument } from '../extension/activeReport.ts';
import type { ClientSession } from '../session/clientSession.ts';
import { topLineOf } from './editorSync.ts';
import { exportReport } from './exportReport.ts';
import type { PageState } from './previewMessages.ts';
import { PreviewPanel, VIEW_TYPE } from './previewPanel.ts';

/** Shows reports as the committee will see them, and writes them to files. */
export function offerPreviews(extension: Uri, session: ClientSession): Disposable {
  const previews = new Previews(extension, session);
  const reportFor = (uri: unknown): Uri | undefined => (uri instanceof Uri ? uri : previews.current());
  return Disposable.from(
    previews,
    commands.registerCommand('scrutiny.openPreview', (uri: unknown) => previews.open(reportFor(uri), false)),
    commands.registerCommand('scrutiny.openPreviewToSide', (uri: unknown) => previews.open(reportFor(uri), true)),
    commands.registerCommand('scrutiny.lockPreview', () => previews.lock(true)),
    commands.registerCommand('scrutiny.unlockPreview', () => previews.lock(false)),
    commands.registerCommand('scrutiny.exportReport', async (uri: unknown) => exportReport(session, reportFor(uri))),
    window.registerWebviewPanelSerializer(VIEW_TYPE, {
      deserializeWebviewPanel(panel, state: unknown) {
        previews.restore(panel, state);
        return Promise.resolve();
      },
    }),
  );
}

/** The previews that are open: at most one that shows whatever report is worked on, and others that stay with theirs. */
class Previews implements Disposable {
  private readonly panels = new Set<PreviewPanel>();
  private readonly subscriptions: Disposable;
  private heard: Disposable | undefined;
  private soon: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly extension: Uri,
    private readonly session: ClientSession,
  ) {
    this.subscriptions = Disposable.from(
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length === 0) return;
        this.of(document.uri).forEach((preview) => preview.update());
        this.tellContextSoon();
      }),
      workspace.onDidCloseTextDocument(({ uri }) => this.of(uri).forEach((preview) => preview.update())),
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('scrutiny.preview')) this.updateAll();
      }),
      window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.follow(textEditor)),
      window.onDidChangeActiveTextEditor((editor) => this.turnTo(editor)),
      session.onDidConnect(() => this.listen()),
    );
    this.listen();
    this.tellContext();
  }

  /** The report that is worked on: of the preview in front, or of the editor. */
  current(): Uri | undefined {
    return this.active()?.uri ?? activeReportDocument()?.uri;
  }

  open(uri: Uri | undefined, toSide: boolean): void {
    if (!uri) return void window.showInformationMessage('Open a report first: its preview shows what you are working on.');
    void this.session.start();
    const column = toSide ? ViewColumn.Beside : ViewColumn.Active;
    const known = this.unlocked();
    if (known) {
      known.show({ uri: uri.toString(), isLocked: false });
      known.panel.reveal(toSide ? undefined : column, toSide);
      return;
    }
    const panel = window.createWebviewPanel(VIEW_TYPE, '', { viewColumn: column, preserveFocus: toSide });
    this.add(panel, { uri: uri.toString(), isLocked: false });
  }

  /** Brings back a preview that was open when the window was closed. */
  restore(panel: WebviewPanel, state: unknown): void {
    const { uri, isLocked } = Object(state) as Partial<PageState>;
    if (typeof uri !== 'string') return void panel.dispose();
    void this.session.start();
    this.add(panel, { uri, isLocked: isLocked === true });
  }

  /** Has a preview, that in front if there is one, stay with its report, or no longer. */
  lock(isLocked: boolean): void {
    const preview = this.active() ?? [...this.panels].find((one) => one.isLocked !== isLocked);
    if (!preview || preview.isLocked === isLocked) return;
    // There is one only that follows the editor.
    if (!isLocked) this.unlocked()?.dispose();
    preview.show({ uri: preview.uri.toString(), isLocked });
    this.tellContext();
  }

  dispose(): void {
    clearTimeout(this.soon);
    this.subscriptions.dispose();
    this.heard?.dispose();
    for (const preview of [...this.panels]) preview.dispose();
  }

  private add(panel: WebviewPanel, state: PageState): void {
    const preview = new PreviewPanel(panel, state, { extension: this.extension, client: () => this.session.client });
    this.panels.add(preview);
    preview.onDidEnd(() => {
      this.panels.delete(preview);
      this.tellContext();
    });
    panel.onDidChangeViewState(() => this.tellContext());
    this.tellContext();
  }

  private active(): PreviewPanel | undefined {
    return [...this.panels].find(({ panel }) => panel.active);
  }

  private unlocked(): PreviewPanel | undefined {
    return [...this.panels].find(({ isLocked }) => !isLocked);
  }

  private of(uri: Uri): PreviewPanel[] {
    return [...this.panels].filter((preview) => preview.uri.toString() === uri.toString());
  }

  private updateAll(): void {
    for (const preview of this.panels) preview.update();
  }

  /** Hears of a server that has begun anew, and of what it reads beside the reports. */
  private listen(): void {
    const { client } = this.session;
    if (!client) return;
    this.heard?.dispose();
    this.heard = Disposable.from(
      client.onNotification(PREVIEWS_CHANGED, () => this.updateAll()),
      client.onDidChangeState(() => this.updateAll()),
    );
    this.updateAll();
  }

  private follow(editor: TextEditor): void {
    const line = topLineOf(editor);
    const { uri } = editor.document;
    if (line === undefined || !workspace.getConfiguration('scrutiny.preview', uri).get<boolean>('scrollPreviewWithEditor', true))
      return;
    this.of(uri).forEach((preview) => preview.follow(line));
  }

  /** Shows the report that somebody turns to. */
  private turnTo(editor: TextEditor | undefined): void {
    this.tellContext();
    const preview = this.unlocked();
    if (!editor || !preview || !isReport(editor)) return;
    const uri = editor.document.uri.toString();
    if (this.of(editor.document.uri).length === 0) preview.show({ uri, isLocked: false });
  }

  /** Whether a text is a report is looked at while nobody waits for its preview. */
  private tellContextSoon(): void {
    clearTimeout(this.soon);
    this.soon = setTimeout(() => this.tellContext(), 300);
  }

  /** Says for which editors and panels there are buttons. */
  private tellContext(): void {
    const editor = window.activeTextEditor;
    const tell = (name: string, value: boolean): void => {
      if (this.told.get(name) === value) return;
      this.told.set(name, value);
      void commands.executeCommand('setContext', name, value);
    };
    if (editor) tell('scrutiny.isReport', isReport(editor));
    tell('scrutiny.isPreviewLocked', (this.active() ?? [...this.panels][0])?.isLocked === true);
    tell('scrutiny.hasPreview', this.panels.size > 0);
  }

  private readonly told = new Map<string, boolean>();
}

function isReport({ document }: TextEditor): boolean {
  return document.languageId === 'markdown' && looksLikePaper(document.getText());
}
