import { Disposable, EventEmitter, Uri, ViewColumn, window, workspace, type TextDocument, type WebviewPanel } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  PREVIEW_CHANGE,
  type PreviewBlock,
  type PreviewChange,
  type PreviewChangeParams,
  type PreviewChangeResult,
} from '../../../server/src/lsp/protocol/protocol.ts';
import { editAt, editFinding, scrollEditors, topLineOf } from './editorSync.ts';
import type { FromPage, PageState, ToPage } from './previewMessages.ts';
import { previewPage } from './previewPanelPage.ts';

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
  /** The answer of the server that the page has. */
  private last: number | undefined;
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
    if (state.uri !== this.state.uri) {
      this.isNew = true;
      this.last = undefined;
    }
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
        if (uri.toString() !== this.uri.toString()) {
          this.isStale = true;
          continue;
        }
        this.post(message);
        this.last = message.type === 'show' ? message.change.id : undefined;
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
      const { last } = this;
      const params: PreviewChangeParams = {
        uri: client.code2ProtocolConverter.asUri(uri),
        ...(last === undefined ? {} : { since: last }),
      };
      const change = await client.sendRequest<PreviewChangeResult>(PREVIEW_CHANGE, params);
      if (!change) return say('This is no report yet: it has no line “template: …” between lines of --- at its top.');
      // The server may not have heard of what was typed last.
      if (change.version < document.version) this.isStale = true;
      const settings = workspace.getConfiguration('scrutiny.preview', uri);
      const behaviour = {
        scrollEditor: settings.get('scrollEditorWithPreview', true),
        doubleClick: settings.get('doubleClickToSwitchToEditor', true),
      };
      return { type: 'show', state: this.state, change: this.withPictures(change), behaviour };
    } catch (error) {
      return say(`The report cannot be shown: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  /** The change with addresses of pictures that a page of VS Code can load. */
  private withPictures(change: PreviewChange): PreviewChange {
    const { webview } = this.panel;
    const withPictures = (block: PreviewBlock): PreviewBlock => ({
      ...block,
      html: block.html.replace(/(<img src=")([^"]*)/g, (_, start: string, address: string) => {
        const uri = Uri.parse(address.replaceAll('&#39;', "'").replaceAll('&amp;', '&'));
        const shown = webview.asWebviewUri(uri).with({ query: uri.query });
        return `${start}${shown.toString().replaceAll('&', '&amp;').replaceAll('"', '&quot;')}`;
      }),
    });
    return { ...change, blocks: { ...change.blocks, added: change.blocks.added.map(withPictures) } };
  }

  private post(message: ToPage): void {
    if (!this.hasEnded) void this.panel.webview.postMessage(message);
  }

  private async take(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'ready':
        // Also when it is shown again after it was hidden.
        this.isReady = true;
        this.last = undefined;
        this.isNew = true;
        this.update();
        return;
      case 'scrolled':
        this.scrolledAt = Date.now();
        return scrollEditors(this.uri, message.line);
      case 'edit':
        return editAt(this.uri, message.line, this.column());
      case 'find':
        return editFinding(this.uri, message.range, this.column());
    }
  }

  /** Where to open the report's text, if it is nowhere open. */
  private column(): ViewColumn {
    return this.panel.viewColumn === ViewColumn.One ? ViewColumn.Beside : ViewColumn.One;
  }
}
