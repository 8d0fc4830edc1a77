import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix, relative } from 'node:path';
import { format } from 'node:util';
import chromiumPackage from '@sparticuz/chromium';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { bundleMemory } from './bundle.ts';
import { installVSCode } from './install.ts';
import { extension, root, workspace } from './places.ts';
import { startServer } from './server.ts';

/** How the extension is run: `node` as on the desktop, `web` as in vscode.dev (a worker of the browser). */
export type HostKind = 'node' | 'web';

export interface HostOptions {
  readonly kind: HostKind;
  /** The folder that is opened, as a copy; that of the fixture if none is given. */
  readonly folder?: string;
  /**
   * With kind `web`: a folder whose files are in a file system `memory:` as well, in `/northmoor`. Without `folder` that is opened; with
   * one that is, in a workspace which more folders can be added to.
   */
  readonly memory?: string;
  /** The module whose `run()` the extension host calls; it must stand inside the folder of the extension. */
  readonly tests?: string;
  /** The package of the extension, to be installed as a person would; without it what is unpacked from it is under development. */
  readonly vsix?: string;
  /** True to have the person asked whether the folder is trusted. */
  readonly asksForTrust?: boolean;
  /** Told of each line that the workbench and the extension host log. */
  readonly log?: (line: string) => void;
}

/** A VS Code with the extension, in a browser. */
export interface Host {
  readonly page: Page;
  /** The folder that is open, a copy, so tests may write. */
  readonly workspace: string;
  /** The command lines of the server and of all that it has started. */
  processes(): string[];
  /** What the tests inside ended with: 0, or why they did not pass. */
  readonly exit: Promise<number | string>;
  close(): Promise<void>;
}

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
/** What a step may take, in milliseconds: it only ends what hangs. */
const WAIT_LIMIT = 300_000;
const SERVED = '/extension-under-test/';

/** Opens VS Code on a copy of a folder. CHROMIUM names a browser other than the one in the package. */
export async function openVSCode(options: HostOptions): Promise<Host> {
  const { kind, folder = workspace, memory, tests, vsix, log } = options;
  const home = mkdtempSync(join(tmpdir(), 'scrutiny-vscode-'));
  const cleanups: (() => unknown)[] = [
    () => process.env['KEEP'] ?? rmSync(home, { recursive: true, force: true, maxRetries: 5 }),
  ];
  const close = async (): Promise<void> => {
    for (const clean of cleanups.splice(0).reverse()) await clean();
  };
  try {
    const copy = join(home, 'workspace');
    cpSync(folder, copy, { recursive: true });
    const server = await startServer(installVSCode(), home, options);
    cleanups.push(() => server.close());
    const executablePath = process.env['CHROMIUM'] ?? (await chromiumPackage.executablePath());
    const browser = await chromium.launch({ executablePath, args: FLAGS });
    cleanups.push(() => browser.close());
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      deviceScaleFactor: process.env['PICTURES'] === undefined ? 1 : 2,
    });
    await context.route(
      ({ hostname }) => hostname !== '127.0.0.1',
      (route) => route.abort(),
    );
    const page = await context.newPage();
    page.setDefaultTimeout(WAIT_LIMIT);
    page.on('console', (message) => message.type() === 'error' && log?.(`console: ${message.text()}`));
    const exit = new Promise<number | string>((resolve) => {
      page.on('crash', () => resolve('the page crashed'));
      server.ended.then(() => resolve('the server ended'));
      // The workbench calls these two if its page has them.
      void page.exposeFunction('codeAutomationExit', resolve);
      void page.exposeFunction('codeAutomationLog', (_level: string, args: unknown[]) => log?.(format(...args)));
    });
    const payload = [
      ['skipWelcome', 'true'],
      ['skipReleaseNotes', 'true'],
    ];
    if (kind === 'web') {
      const extensions = memory === undefined ? [extension] : [extension, await bundleMemory(memory)];
      await serveExtensions(context, page, server.authority, extensions, tests);
    } else if (vsix === undefined) {
      const remote = (path: string): string => `vscode-remote://${server.authority}${path}`;
      payload.push(['extensionDevelopmentPath', remote(extension)]);
      if (tests !== undefined) payload.push(['extensionTestsPath', remote(tests)]);
    }
    const opened: Record<string, string> =
      memory === undefined
        ? { folder: copy }
        : options.folder === undefined
          ? { folder: 'memory:/northmoor' }
          : { workspace: makeWorkspace(copy) };
    const query = new URLSearchParams({ ...opened, payload: JSON.stringify(payload) }).toString();
    await page.goto(`http://${server.authority}/?${query}`);
    await page.waitForSelector('.monaco-workbench');
    return { page, workspace: copy, processes: server.processes, exit, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Makes the file of a workspace that has a folder. @returns its path */
function makeWorkspace(folder: string): string {
  const file = `${folder}.code-workspace`;
  writeFileSync(file, JSON.stringify({ folders: [{ path: folder }] }));
  return file;
}

/**
 * Makes the page load extensions, which must stand inside this repository, as web extensions. They must come from the page's own origin, as the workbench's content
 * security policy demands, and be named in the page's configuration: those named in the payload run in the Node host.
 */
async function serveExtensions(
  context: BrowserContext,
  page: Page,
  authority: string,
  extensions: readonly string[],
  tests?: string,
): Promise<void> {
  await context.route(
    ({ host, pathname }) => host === authority && pathname.startsWith(SERVED),
    (route) => {
      const path = join(root, decodeURIComponent(new URL(route.request().url()).pathname.slice(SERVED.length)));
      return existsSync(path) ? route.fulfill({ path }) : route.fulfill({ status: 404 });
    },
  );
  const uri = (path: string): object => ({ scheme: 'http', authority, path: posix.join(SERVED, relative(root, path)) });
  const development = JSON.stringify({
    extensions: extensions.map(uri),
    ...(tests !== undefined && { extensionTestsPath: uri(tests) }),
  });
  // Added as soon as the configuration is there and before the workbench reads it. (Rewriting the answer instead makes
  // Chromium refuse the page's web sockets.) Text, because it runs in the page.
  await page.addInitScript({
    content: `if (window === window.top) {
      new MutationObserver((_, observer) => {
        const meta = document.getElementById('vscode-workbench-web-configuration');
        if (!meta) return;
        observer.disconnect();
        const settings = JSON.parse(meta.dataset.settings);
        Object.assign(settings.developmentOptions, ${development});
        meta.dataset.settings = JSON.stringify(settings);
      }).observe(document, { childList: true, subtree: true });
    }`,
  });
}
