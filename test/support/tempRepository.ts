import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Io } from '../../server/src/cli/io.ts';
import { main } from '../../server/src/cli/main.ts';
import { nodeFileSystem } from '../../server/src/workspace/files/nodeFileSystem.ts';

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface JsonFinding {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly path?: string;
  readonly fixable: boolean;
}

export interface JsonEntry {
  readonly file: string;
  readonly findings: readonly JsonFinding[];
}

/** A folder on disk, which is a repository, with the given files in it; what is run in it. */
export class TempRepository {
  private static readonly made: TempRepository[] = [];

  /** Deletes the folders of all that were made. */
  static removeAll(): void {
    for (const { folder } of TempRepository.made.splice(0)) rmSync(folder, { recursive: true, force: true });
  }

  readonly folder = mkdtempSync(join(tmpdir(), 'scrutiny-'));

  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    TempRepository.made.push(this);
    mkdirSync(join(this.folder, '.git'));
    for (const [name, content] of Object.entries(files)) this.write(name, content);
  }

  write(name: string, content: string | Uint8Array): void {
    mkdirSync(dirname(join(this.folder, name)), { recursive: true });
    writeFileSync(join(this.folder, name), content);
  }

  remove(name: string): void {
    rmSync(join(this.folder, name));
  }

  link(name: string, target: string): void {
    symlinkSync(target, join(this.folder, name));
  }

  read(name: string): string {
    return readFileSync(join(this.folder, name), 'utf8');
  }

  /** Runs a command line in the folder, all it prints captured. */
  run(argv: readonly string[], changed: Partial<Io> & { input?: string | Uint8Array } = {}): Promise<Outcome> {
    return run(argv, { cwd: this.folder, ...changed });
  }

  /** Runs `lint --format json` and gives the entries. */
  async json(...argv: string[]): Promise<JsonEntry[]> {
    return JSON.parse((await this.run(['lint', '--format', 'json', ...argv])).stdout) as JsonEntry[];
  }
}

/** Runs a command line with all it prints captured. */
export async function run(argv: readonly string[], changed: Partial<Io> & { input?: string | Uint8Array }): Promise<Outcome> {
  const printed = { stdout: [] as string[], stderr: [] as string[] };
  const catching = (to: string[]) => ({
    write: (text: string | Uint8Array): void => void to.push(typeof text === 'string' ? text : new TextDecoder().decode(text)),
  });
  const { input = '', ...io } = changed;
  const code = await main(argv, {
    stdout: catching(printed.stdout),
    stderr: catching(printed.stderr),
    stdin: () => Promise.resolve(typeof input === 'string' ? new TextEncoder().encode(input) : input),
    cwd: '/',
    env: {},
    isTty: false,
    columns: 80,
    fileSystem: nodeFileSystem,
    ...io,
  });
  return { code, stdout: printed.stdout.join(''), stderr: printed.stderr.join('') };
}

const LINES = {
  template: 'partner-paper',
  committee: 'People and Health Scrutiny Committee',
  date: '2026-09-08',
  title: 'Review of the library service',
};

/** A report without a mistake, or with the lines of its front matter changed (or, with '', left out). */
export function paper(changed: Readonly<Record<string, string>> = {}, body = 'The library is open on Mondays.\n'): string {
  const lines = Object.entries({ ...LINES, ...changed }).flatMap(([key, value]) => (value === '' ? [] : [`${key}: ${value}\n`]));
  return `---\n${lines.join('')}---\n\n${body}`;
}

/** One error that `--fix` fixes. */
export const FIXABLE = paper({ appendices: 'n/a' });
/** One error that it does not fix. */
export const UNFIT = paper({ title: '' });
/** One warning. */
export const WARNED = paper({ title: 'Review of contract #12' });
/** One note. */
export const NOTED = paper({ title: 'Review of contracts # scrutiny-disable-line value-cut -- once more' });
/** Markdown, but no report. */
export const NO_REPORT = '# Read me\n\nNothing to see.\n';
