import { Disposable, EventEmitter, Uri, ViewColumn, window, workspace, type TextDocument, type WebviewPanel } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { PREVIEW, type Preview, type PreviewParams, type PreviewResult } from '../../../server/src/lsp/protocol.ts';
import { editAt, editFinding, scrollEditors, topLineOf } from './editors.ts';
import type { FromPage, PageState, ToPage } from './messages.ts';
import { previewPage } from './page.ts';

/** What VS Code calls the kind of these panels. */
export const VIEW_TYPE = 'scrutiny.preview';

/** Milliseconds after a scroll of the preview within which a scroll of the editor is taken to come from it. */
const ECHO = 300;

export interface PanelSources {
  readonly extension: Uri;
  /** The server, while there is one. */
  readonly client: () => BaseLanguageClient | undefined;
}

/** A panel that shows a report as the committee will see it. */
export class PreviewPanel implements Disposable {
  private readonly ended = new EventEmitter<void>();
  readonly onDidEnd = this.ended.event;
  private readonly subscriptions: Disposable;
  private isReady = false;
  private isStale = false;
  private isAsking = false;
  private hasEnded = false;
  private last: Preview | undefined;
  private scrolledAt = 0;
  /** The page shows nothing yet, or another report. */
  private isNew = true;

  constructor(
    readonly panel: WebviewPanel,
    private state: PageState,
    private readonly sources: PanelSources,
  ) {
    const { webview } = panel;
    this.subscriptions = Disposable.from(
      this.ended,
      webview.onDidReceiveMessage((message: FromPage) => void this.take(message)),
      panel.onDidDispose(() => this.end()),
    );
    this.show(state);
    webview.html = previewPage(webview, sources.extension);
  }

  get uri(): Uri {
    return Uri.parse(this.state.uri, true);
  }

  get isLocked(): boolean {
    return this.state.isLocked;
  }

  /** True for a preview of this document. */
  isOf({ uri }: TextDocument): boolean {
    return uri.toString() === this.uri.toString();
  }

  /** Shows another report, or holds on to its own. */
  show(state: PageState): void {
    this.isNew ||= state.uri !== this.state.uri;
    this.state = state;
    const name = this.uri.path.split('/').at(-1) ?? '';
    this.panel.title = state.isLocked ? `[Preview] ${name}` : `Preview ${name}`;
    // Pictures are loaded from the workspace and from beside the report, and nothing else is from anywhere.
    const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri);
    const roots = [...folders, Uri.joinPath(this.uri, '..'), Uri.joinPath(this.sources.extension, 'dist')];
    this.panel.webview.options = { enableScripts: true, localResourceRoots: roots };
    this.update();
  }

  /** Shows the report as it is now. While one answer is awaited no other is asked for: then only the newest is. */
  update(): void {
    this.isStale = true;
    if (!this.isAsking && this.isReady) void this.ask();
  }

  /** Has the page show what the editor shows. */
  follow(line: number): void {
    if (Date.now() - this.scrolledAt > ECHO) this.post({ type: 'scroll', line });
  }

  dispose(): void {
    this.panel.dispose();
  }

  private end(): void {
    this.hasEnded = true;
    this.ended.fire();
    this.subscriptions.dispose();
  }

  private async ask(): Promise<void> {
    this.isAsking = true;
    try {
      while (this.isStale && !this.hasEnded) {
        this.isStale = false;
        const { uri } = this;
        const message = await this.read(uri);
        // Meanwhile it may show another report.
        if (uri.toString() !== this.uri.toString()) this.isStale = true;
        else this.post(message);
        if (message.type === 'show') this.begin();
      }
    } finally {
      this.isAsking = false;
    }
  }

  /** Begins where the editor is, if one shows the report. */
  private begin(): void {
    const editor = this.isNew ? window.visibleTextEditors.find(({ document }) => this.isOf(document)) : undefined;
    const line = editor && topLineOf(editor);
    if (line !== undefined && line >= 2) this.post({ type: 'scroll', line });
    this.isNew = false;
  }

  private async read(uri: Uri): Promise<ToPage> {
    const say = (text: string): ToPage => ({ type: 'say', state: this.state, text });
    const client = this.sources.client();
    if (!client) return say('The report is shown here as soon as the program that reads it has started.');
    try {
      const document = await workspace.openTextDocument(uri);
      const params: PreviewParams = { uri: client.code2ProtocolConverter.asUri(uri) };
      const preview = await client.sendRequest<PreviewResult>(PREVIEW, params);
      this.last = preview ?? undefined;
      if (!preview) return say('This is no report yet: it has no line “template: …” between lines of --- at its top.');
      // The server may not have heard of what was typed last.
      if (preview.version < document.version) this.isStale = true;
      const settings = workspace.getConfiguration('scrutiny.preview', uri);
      const behaviour = {
        scrollEditor: settings.get('scrollEditorWithPreview', true),
        doubleClick: settings.get('doubleClickToSwitchToEditor', true),
      };
      return { type: 'show', state: this.state, preview: { ...preview, html: this.withPictures(preview.html) }, behaviour };
    } catch (error) {
      return say(`The report cannot be shown: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  /** The HTML with addresses of pictures that a page of VS Code can load. */
  private withPictures(html: string): string {
    const { webview } = this.panel;
    return html.replace(/(<img src=")([^"]*)/g, (_, start: string, address: string) => {
      const uri = Uri.parse(address.replaceAll('&#39;', "'").replaceAll('&amp;', '&'));
      return `${start}${webview.asWebviewUri(uri).toString().replaceAll('&', '&amp;').replaceAll('"', '&quot;')}`;
    });
  }

  private post(message: ToPage): void {
    if (!this.hasEnded) void this.panel.webview.postMessage(message);
  }

  private async take(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'ready':
        // Also when it is shown again after it was hidden.
        this.isReady = true;
        this.isNew = true;
        this.update();
        return;
      case 'scrolled':
        this.scrolledAt = Date.now();
        return scrollEditors(this.uri, message.line);
      case 'edit':
        return editAt(this.uri, message.line, this.column());
      case 'find': {
        const finding = this.last?.version === message.version ? this.last.findings[message.place] : undefined;
        if (finding) await editFinding(this.uri, finding.range, this.column());
        return;
      }
    }
  }

  /** Where to open the report's text, if it is nowhere open. */
  private column(): ViewColumn {
    return this.panel.viewColumn === ViewColumn.One ? ViewColumn.Beside : ViewColumn.One;
  }
}
