import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Readable, Writable } from 'node:stream';
import type { Layout, Picture } from '../layout/model.ts';
import { dataUri } from '../layout/html/htmlWriter.ts';
import { needsDrawing } from '../layout/docx/docxWriter.ts';
import { findBrowser } from './findChromium.ts';
import type { Env } from '../workspace/files/programs.ts';

/** Milliseconds: longer than any report takes. A browser that hangs is ended. */
const TIME_LIMIT = 120_000;

interface Answer {
  readonly id?: number;
  readonly method?: string;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly message: string };
}

/**
 * Prints a page as a tagged PDF in a browser of the Chromium family.
 * @param html the page, which needs no other file
 * @returns the PDF's bytes
 * @throws Error, in plain words, where the browser fails
 */
export async function printHtml(browser: string, html: string): Promise<Uint8Array> {
  return inBrowser(browser, async (pipe, show) => {
    await show(html);
    return pipe.print();
  });
}

/** Dots for each CSS pixel of a picture that is drawn for paper. */
const FINE = 3;
/** No picture is drawn with more CSS pixels in a row. */
const WIDEST = 1200;

/**
 * Draws pictures as PNG in a browser of the Chromium family, for programs that cannot show them as they are.
 * @returns the bytes of each
 * @throws Error, in plain words, where the browser fails
 */
export async function drawPictures(browser: string, pictures: readonly Picture[]): Promise<Map<Picture, Uint8Array>> {
  const drawn = new Map<Picture, Uint8Array>();
  if (pictures.length === 0) return drawn;
  return inBrowser(browser, async (pipe, show) => {
    for (const picture of pictures) {
      const scale = Math.min(1, WIDEST / picture.width, WIDEST / picture.height);
      const [width, height] = [Math.ceil(picture.width * scale), Math.ceil(picture.height * scale)];
      const image = `<img src="${dataUri(picture)}" style="display:block;width:${width}px;height:${height}px">`;
      await show(`<!doctype html><title>Picture</title><body style="margin:0">${image}`);
      drawn.set(picture, await pipe.draw(width, height));
    }
    return drawn;
  });
}

/**
 * The pictures of a layout that its Word file needs drawn; none where there is no browser that can. Never rejects: a Word file
 * shows them as they are to whoever has a Word that can.
 */
export async function drawForWord({ pictures }: Layout, env: Env): Promise<ReadonlyMap<Picture, Uint8Array>> {
  const browser = findBrowser(env);
  try {
    return browser === undefined ? new Map() : await drawPictures(browser, pictures.filter(needsDrawing));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return new Map();
  }
}

/**
 * Starts a browser of the Chromium family, with a profile of its own so that none that is open already is asked, and ends it
 * when the work is done. It is told what to do by its debugging protocol: what it can do on the command line differs from one
 * browser to the next.
 * @param work is given the browser, and how to show a page in it
 */
async function inBrowser<T>(
  browser: string,
  work: (pipe: Pipe, show: (html: string) => Promise<void>) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'scrutiny-browser-'));
  try {
    return await started(browser, join(folder, 'profile'), async (pipe) => {
      const file = join(folder, 'page.html');
      return work(pipe, (html) => {
        writeFileSync(file, html);
        return pipe.open(pathToFileURL(file));
      });
    });
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function started<T>(browser: string, profile: string, work: (pipe: Pipe) => Promise<T>): Promise<T> {
  const args = [
    '--headless', '--disable-gpu', '--no-first-run', '--no-default-browser-check', '--disable-extensions',
    '--remote-debugging-pipe', `--user-data-dir=${profile}`,
    // The administrator's own browser refuses to start without it, as in containers that build reports.
    ...(process.getuid?.() === 0 ? ['--no-sandbox', '--no-zygote'] : []),
  ]; // prettier-ignore
  const child = spawn(browser, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
  const timer = setTimeout(() => child.kill('SIGKILL'), TIME_LIMIT);
  const ended = new Promise<never>((_, reject) => {
    child.on('error', (error) => reject(error));
    child.on('exit', () => reject(new Error('it ended before its work was done')));
  });
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()).once('error', () => resolve()));
  try {
    const [, , , to, from] = child.stdio;
    return await Promise.race([ended, work(new Pipe(to as Writable, from as Readable))]);
  } finally {
    clearTimeout(timer);
    child.kill('SIGKILL');
    // Its profile can be deleted only when it has let go of it.
    await gone;
  }
}

/** The debugging protocol over a pair of pipes: JSON texts, each ended by NUL. */
class Pipe {
  private last = 0;
  private rest = '';
  /** The page's own part of the talk. */
  private session: unknown;
  private readonly waiting = new Map<number | string, (answer: Answer) => void>();

  constructor(
    private readonly to: Writable,
    from: Readable,
  ) {
    to.on('error', () => undefined);
    from.setEncoding('utf8').on('data', (text: string) => this.take(text));
  }

  /** Shows a page, and waits until all of it is there. */
  async open(page: URL): Promise<void> {
    this.session ??= await this.begin();
    const loaded = new Promise((resolve) => this.waiting.set('Page.loadEventFired', resolve));
    await this.ask('Page.navigate', { url: page.href });
    await loaded;
  }

  /** The page that is shown as a PDF. */
  async print(): Promise<Uint8Array> {
    const how = { preferCSSPageSize: true, generateTaggedPDF: true, generateDocumentOutline: true, printBackground: true };
    const { data } = await this.ask('Page.printToPDF', how);
    return Buffer.from(String(data), 'base64');
  }

  /** The top left corner of the page that is shown as a PNG, see-through where nothing is drawn. */
  async draw(width: number, height: number): Promise<Uint8Array> {
    await this.ask('Emulation.setDefaultBackgroundColorOverride', { color: { r: 0, g: 0, b: 0, a: 0 } });
    const clip = { x: 0, y: 0, width, height, scale: FINE };
    const { data } = await this.ask('Page.captureScreenshot', { format: 'png', clip, captureBeyondViewport: true });
    return Buffer.from(String(data), 'base64');
  }

  private async begin(): Promise<unknown> {
    const { targetId } = await this.ask('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await this.ask('Target.attachToTarget', { targetId, flatten: true });
    this.session = sessionId;
    await this.ask('Page.enable', {});
    return sessionId;
  }

  private async ask(method: string, params: object): Promise<Readonly<Record<string, unknown>>> {
    const id = ++this.last;
    const answered = new Promise<Answer>((resolve) => this.waiting.set(id, resolve));
    this.to.write(
      `${JSON.stringify({ id, method, params, ...(this.session === undefined ? {} : { sessionId: this.session }) })}\0`,
    );
    const { result, error } = await answered;
    if (error) throw new Error(`${method}: ${error.message}`);
    return result ?? {};
  }

  private take(text: string): void {
    const messages = text.split('\0');
    messages[0] = this.rest + (messages[0] ?? '');
    this.rest = messages.pop() ?? '';
    for (const message of messages) {
      const answer = JSON.parse(message) as Answer;
      this.waiting.get(answer.id ?? answer.method ?? '')?.(answer);
    }
  }
}
