import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** The Node that runs the program under test: the one that SCRUTINY_NODE names, or the one that runs the tests. */
export const NODE = process.env['SCRUTINY_NODE'] ?? process.execPath;
/** The example folders: reports as they should be, and the same reports with mistakes in them. */
export const EXAMPLES = ['northmoor', 'as-received'] as const;

/** The package as npm installs it in an empty folder. */
export interface Installed {
  /** The folder that it is installed in. */
  readonly folder: string;
  /** The paths in the package, with `/` between the parts. */
  readonly files: readonly string[];
  /** The names of its programs, and the file of the first. */
  readonly names: readonly string[];
  readonly program: string;
}

const made: string[] = [];
process.once('exit', () => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** Makes an empty folder that is deleted when the tests end. @returns its path */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'scrutiny-shipped-'));
  made.push(folder);
  return folder;
}

/** Copies an example folder to a new place, so that tests may write in it. @returns its path */
export function copyExample(name: (typeof EXAMPLES)[number]): string {
  const folder = makeFolder();
  // The top of a repository, or council.yaml is looked for above it too.
  mkdirSync(join(folder, '.git'));
  cpSync(join(ROOT, 'examples', name), folder, { recursive: true });
  return folder;
}

/** The reports of a folder made by {@link copyExample}, by their paths from there. */
export function reportsOf(folder: string): string[] {
  const names = readdirSync(join(folder, 'reports')).filter((name) => name.endsWith('.md'));
  return names.sort().map((name) => `reports/${name}`);
}

let installed: Installed | undefined;

/**
 * Packs the package and installs it, once for all tests. What is packed is what `npm run build` has made.
 * @throws where npm fails
 */
export function install(): Installed {
  installed ??= packAndInstall(makeFolder());
  return installed;
}

function packAndInstall(folder: string): Installed {
  const packed = JSON.parse(npm(folder, ROOT, 'pack', '--json', '--pack-destination', folder)) as [
    { filename: string; files: { path: string }[] },
  ];
  const [{ filename, files }] = packed;
  npm(folder, folder, 'install', `./${filename}`);
  const top = join(folder, 'node_modules/scrutiny-report');
  const { bin } = JSON.parse(readFileSync(join(top, 'package.json'), 'utf8')) as { bin: Record<string, string> };
  const [program = assert.fail('the package has no program')] = Object.values(bin);
  return { folder, files: files.map(({ path }) => path), names: Object.keys(bin), program: join(top, program) };
}

/** Runs npm, which can reach neither the network nor what it fetched before. */
function npm(folder: string, cwd: string, ...argv: string[]): string {
  const env = { ...process.env, npm_config_cache: join(folder, 'cache'), npm_config_loglevel: 'error' };
  const { status, stdout, stderr } = spawnSync('npm', [...argv, '--offline', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd,
    env,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  assert.equal(status, 0, stderr);
  return stdout;
}
