import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Readable, Writable } from 'node:stream';

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
  const work = mkdtempSync(join(tmpdir(), 'scrutiny-pdf-'));
  try {
    const file = join(work, 'report.html');
    writeFileSync(file, html);
    return await printPdf(browser, pathToFileURL(file), join(work, 'profile'));
  } finally {
    rmSync(work, { recursive: true, force: true, maxRetries: 3 });
  }
}

/**
 * Prints an HTML file as a tagged PDF in a browser of the Chromium family, by its debugging protocol: what it can do on the
 * command line differs from one browser to the next.
 * @param profile an empty folder, so that no browser that is open already is asked
 * @returns the PDF's bytes
 * @throws Error, in plain words, where the browser fails
 */
async function printPdf(browser: string, html: URL, profile: string): Promise<Uint8Array> {
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
    child.on('exit', () => reject(new Error('it ended before it had printed anything')));
  });
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()).once('error', () => resolve()));
  try {
    const [, , , to, from] = child.stdio;
    return await Promise.race([ended, new Pipe(to as Writable, from as Readable).print(html)]);
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
  private readonly waiting = new Map<number | string, (answer: Answer) => void>();

  constructor(
    private readonly to: Writable,
    from: Readable,
  ) {
    to.on('error', () => undefined);
    from.setEncoding('utf8').on('data', (text: string) => this.take(text));
  }

  async print(html: URL): Promise<Uint8Array> {
    const { targetId } = await this.ask('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await this.ask('Target.attachToTarget', { targetId, flatten: true });
    await this.ask('Page.enable', {}, sessionId);
    const loaded = new Promise((resolve) => this.waiting.set('Page.loadEventFired', resolve));
    await this.ask('Page.navigate', { url: html.href }, sessionId);
    await loaded;
    const how = { preferCSSPageSize: true, generateTaggedPDF: true, generateDocumentOutline: true, printBackground: true };
    const { data } = await this.ask('Page.printToPDF', how, sessionId);
    return Buffer.from(String(data), 'base64');
  }

  private async ask(method: string, params: object, sessionId?: unknown): Promise<Readonly<Record<string, unknown>>> {
    const id = ++this.last;
    const answered = new Promise<Answer>((resolve) => this.waiting.set(id, resolve));
    this.to.write(`${JSON.stringify({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) })}\0`);
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
