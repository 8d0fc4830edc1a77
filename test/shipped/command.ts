import assert from 'node:assert/strict';
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { kept } from '../support/childProcesses.ts';
import { install, NODE } from './installed.ts';

/** How a process has ended, and what it printed. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A process that runs until it is ended. */
export interface Running {
  readonly child: ChildProcessWithoutNullStreams;
  /** Done when the process has ended. */
  readonly ended: Promise<Ended>;
}

export interface RunOptions {
  readonly cwd: string;
  /** The exit code that is promised; 0 if none is given. */
  readonly code?: number;
  /** What standard error must say; if absent, nothing. */
  readonly stderr?: RegExp;
  readonly input?: string;
  /** The browser that the program may use; none if absent. */
  readonly browser?: string;
}

/** No line of a stack trace: `    at run (file:///…/cli.js:12:34)`. */
const TRACE = /^\s+at .+:\d+:\d+\)?$/m;
/** What the surroundings of the tests may say that would change what the program does. */
const LEFT_OUT = ['NODE_OPTIONS', 'NODE_V8_COVERAGE', 'FORCE_COLOR', 'GITHUB_STEP_SUMMARY', 'SCRUTINY_DEBUG'];

/** A command of the installed program, run as a process of its own. */
export class Command {
  /** The options that were tried. */
  readonly tried = new Set<string>();
  private runs = 0;

  /** @param name as `scrutiny --help` lists it; '' for the program without a command */
  constructor(readonly name: string) {}

  /** Whether it has been run. */
  get hasRun(): boolean {
    return this.runs > 0;
  }

  /**
   * Runs it to its end.
   * @throws unless it ends by itself, with the exit code promised, no stack trace, and on standard error what is expected
   */
  async run(argv: readonly string[], { code = 0, stderr = /^$/, input = '', ...options }: RunOptions): Promise<Ended> {
    const { child, ended } = this.start(argv, options);
    child.stdin.end(input);
    const result = await ended;
    assertEnded(result, code, [this.name, ...argv].join(' '));
    assert.match(result.stderr, stderr);
    return result;
  }

  /** Starts it, its standard input left open. */
  start(argv: readonly string[], { cwd, browser = '/no/browser' }: Pick<RunOptions, 'cwd' | 'browser'>): Running {
    this.runs++;
    for (const option of argv) if (option.startsWith('-')) this.tried.add(option);
    const words = this.name === '' ? argv : [this.name, ...argv];
    return startProcess([install().program, ...words], cwd, { SCRUTINY_BROWSER: browser });
  }
}

/** Starts the Node under test. */
export function startProcess(argv: readonly string[], cwd: string, variables: Readonly<Record<string, string>> = {}): Running {
  const inherited = Object.entries(process.env).filter(([name]) => !LEFT_OUT.includes(name));
  const child = kept(spawn(NODE, argv, { cwd, env: { ...Object.fromEntries(inherited), ...variables } }));
  const stdout = collect(child.stdout);
  const stderr = collect(child.stderr);
  // One that died no longer reads; how it ended says why.
  child.stdin.on('error', () => undefined);
  const ended = once(child, 'close').then((values): Ended => {
    const [code, signal] = values as [number | null, NodeJS.Signals | null];
    return { code, signal, stdout: stdout.join(''), stderr: stderr.join('') };
  });
  return { child, ended };
}

/** @throws unless a process has ended by itself with an exit code, and without a stack trace */
export function assertEnded({ code, signal, stdout, stderr }: Ended, expected: number, name: string): void {
  const how = signal ?? code;
  assert.equal(how, expected, `${name}: ended with ${how}, not ${expected}\n${stderr}`);
  assert.doesNotMatch(stdout, TRACE);
  assert.doesNotMatch(stderr, TRACE);
}

function collect(stream: NodeJS.ReadableStream): string[] {
  const texts: string[] = [];
  stream.setEncoding('utf8').on('data', (text: string) => texts.push(text));
  return texts;
}
