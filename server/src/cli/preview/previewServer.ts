import { randomBytes, timingSafeEqual } from 'node:crypto';
import { statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { IgnoreRules } from '../../workspace/files/ignoreRules.ts';
import { Councils } from '../../workspace/council/findCouncil.ts';
import { findReports, showPath, type FoundFile } from '../../workspace/reports/findReports.ts';
import { lintOptionsFor } from '../../workspace/council/loadCouncil.ts';
import { openReport } from '../../workspace/reports/openReport.ts';
import { parentOf } from '../../workspace/files/paths.ts';
import { FileIndex } from '../../workspace/reports/fileIndex.ts';
import { walk } from '../../workspace/files/walk.ts';
import { lintText } from '../../linter/applyFixes.ts';
import type { Io } from '../io.ts';
import { dayInLondon } from '../../workspace/reports/londonDate.ts';
import { listPage, messagePage, reportPage, type ListedReport } from './previewPage.ts';
import { layOutFile } from '../commands/renderCommand.ts';

export interface RunningPreview {
  /** The address of the list, with its secret. */
  readonly url: string;
  close(): Promise<void>;
  /** Settled when the server has been closed. */
  readonly closed: Promise<void>;
}

/** Milliseconds between two looks at the files. Looking works on network drives too, where nothing tells of changes. */
const LOOK = 1000;

/** Starts to show the reports of a folder (an absolute path) on 127.0.0.1. */
export async function startPreview(io: Io, folder: string, port: number): Promise<RunningPreview> {
  const server = new PreviewServer(io, folder);
  return server.start(port);
}

class PreviewServer {
  private readonly token = randomBytes(24).toString('base64url');
  private readonly listeners = new Set<ServerResponse>();
  private readonly server = createServer((request, response) => void this.answer(request, response));
  private timer: NodeJS.Timeout | undefined;
  private seen = '';

  constructor(
    private readonly io: Io,
    private readonly folder: string,
  ) {}

  async start(port: number): Promise<RunningPreview> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, '127.0.0.1', resolve);
    });
    const closed = new Promise<void>((resolve) => this.server.once('close', resolve));
    const close = (): Promise<void> => {
      clearInterval(this.timer);
      this.server.close();
      this.server.closeAllConnections();
      return closed;
    };
    return { url: `http://127.0.0.1:${this.port}/${this.token}/`, close, closed };
  }

  private get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Referrer-Policy', 'no-referrer');
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
    try {
      const page = this.isAllowed(request) ? await this.page(new URL(request.url ?? '/', 'http://127.0.0.1'), response) : refused;
      if (page) send(response, page);
    } catch (error) {
      send(response, { status: 500, nonce: '', html: messagePage(error instanceof Error ? error.message : String(error)) });
    }
  }

  /** A page of another site can send requests here, by a name of its own that leads to this computer too. */
  private isAllowed({ headers, method, url = '' }: IncomingMessage): boolean {
    const isHere = [`127.0.0.1:${this.port}`, `localhost:${this.port}`].includes(headers.host ?? '');
    const given = Buffer.from(url.split('/')[1] ?? '');
    const token = Buffer.from(this.token);
    return isHere && method === 'GET' && given.length === token.length && timingSafeEqual(given, token);
  }

  private async page({ pathname, searchParams }: URL, response: ServerResponse): Promise<Page | undefined> {
    const nonce = randomBytes(16).toString('base64');
    const place = pathname.slice(this.token.length + 2);
    if (place === 'changes') {
      this.listen(response);
      return undefined;
    }
    if (place === '')
      return { status: 200, nonce, html: listPage(showPath(this.io.cwd, this.folder, true), await this.list(), nonce) };
    const name = searchParams.get('file') ?? '';
    const html = place === 'report' ? await this.report(name, nonce) : undefined;
    return html === undefined ? refused : { status: 200, nonce, html };
  }

  /** The reports of the folder with the number of their findings. */
  private async list(): Promise<ListedReport[]> {
    const councils = this.councils();
    const listed: ListedReport[] = [];
    for (const { path, name } of this.files()) {
      const council = await councils.load(parentOf(path) ?? '/');
      const { text, problem } = openReport(path, council, () => this.io.fileSystem.readFile(path));
      if (problem !== undefined) listed.push({ name, title: name, problem, findings: [] });
      if (text === undefined) continue;
      const { context, findings } = lintText(text, lintOptionsFor(council, path, new FileIndex(this.io.fileSystem)));
      listed.push({ name, title: context.fields.text(['title']).trim() || name, findings });
    }
    return listed;
  }

  private async report(name: string, nonce: string): Promise<string | undefined> {
    const found = [...this.files()].find((file) => file.name === name);
    if (!found) return undefined;
    const council = await this.councils().load(parentOf(found.path) ?? '/');
    const { text, problem } = openReport(found.path, council, () => this.io.fileSystem.readFile(found.path));
    if (text === undefined) return messagePage(`${name}: ${problem ?? 'it is no report'}`);
    const { report, findings } = lintText(text, lintOptionsFor(council, found.path, new FileIndex(this.io.fileSystem)));
    return reportPage({ name, report, findings, layout: layOutFile(this.io, found.path, text, council), nonce });
  }

  private files(): Iterable<FoundFile> {
    return findReports({ files: this.io.fileSystem, cwd: this.folder, problem: () => undefined }, ['.']);
  }

  private councils(): Councils {
    const show = (path: string): string => showPath(this.folder, path, false);
    return new Councils(this.io.fileSystem, { stage: 'publish', today: dayInLondon(new Date()), show });
  }

  /** Tells a page of changes, as server-sent events. */
  private listen(response: ServerResponse): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' }).write(':\n\n');
    this.listeners.add(response);
    response.on('close', () => {
      this.listeners.delete(response);
      if (this.listeners.size > 0) return;
      clearInterval(this.timer);
      this.timer = undefined;
    });
    if (this.timer) return;
    this.seen = this.look();
    this.timer = setInterval(() => {
      const now = this.look();
      if (now !== this.seen) for (const listener of this.listeners) listener.write('data: changed\n\n');
      this.seen = now;
    }, LOOK);
  }

  /** What the files of the folder look like from outside; it changes when one of them does. */
  private look(): string {
    const files = this.io.fileSystem;
    const found = walk(
      { files, wanted: () => true, failed: () => undefined },
      this.folder,
      IgnoreRules.around(files, this.folder),
    );
    return [...found]
      .map(({ path }) => {
        const stats = statSync(path, { throwIfNoEntry: false });
        return `${path} ${stats?.mtimeMs ?? ''} ${stats?.size ?? ''}`;
      })
      .join('\n');
  }
}

interface Page {
  readonly status: number;
  readonly nonce: string;
  readonly html: string;
}

const refused: Page = { status: 404, nonce: '', html: messagePage('There is nothing here.') };

function send(response: ServerResponse, { status, nonce, html }: Page): void {
  const script = nonce === '' ? '' : ` script-src 'nonce-${nonce}';`;
  const policy = `default-src 'none'; img-src data:; style-src 'unsafe-inline';${script} connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`; // prettier-ignore
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy }).end(html);
}
