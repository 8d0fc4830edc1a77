import { tryFileSystem, type NewFile, type Problem } from '../../workspace/files/fileSystem.ts';
import type { Formatter } from '../formatters/formatter.ts';
import type { Io, Output } from '../io.ts';
import { beginOutput, IS_INPUT } from './outputFile.ts';
import type { FileResult, FormatterNeeds } from './fileResult.ts';
import type { RunTotals } from './runTotals.ts';

/** A form of output, and the file that it goes to in place of the screen. */
export interface OutputTarget {
  readonly format: Formatter;
  readonly file?: string;
}

/** One form of output on its way to where it goes. */
interface Channel {
  readonly format: Formatter;
  readonly write: (text: string) => void;
  /** The file that it goes to, as it was given. */
  readonly name?: string;
  readonly file?: NewFile;
}

/** All that a run tells: each form of output on the screen or in its file. */
export class Outputs {
  /** What the forms need, together. */
  readonly wants: FormatterNeeds;
  /** Files that could not be begun or written. */
  readonly problems: Problem[] = [];
  private channels: Channel[];

  /**
   * @param screen where the one goes that has no file
   * @param clear called before anything goes there
   */
  constructor(io: Io, formats: readonly OutputTarget[], screen: Output, clear: () => void) {
    const toScreen = (text: string): void => {
      if (text === '') return;
      clear();
      screen.write(text);
    };
    const paths = new Set<string>();
    this.channels = formats.flatMap(({ format, file: name }): Channel[] => {
      if (name === undefined) return [{ format, write: toScreen }];
      const path = io.fileSystem.resolve(io.cwd, name);
      const file = paths.has(path) ? { failure: 'another form is written to it; choose another name' } : beginOutput(io, name);
      if ('failure' in file) {
        this.problems.push(unwritten(name, file.failure));
        return [];
      }
      paths.add(path);
      return [{ format, name, file: file.value, write: (text) => file.value.write(new TextEncoder().encode(text)) }];
    });
    const wants = this.channels.map((channel) => channel.format.wants);
    const snippets = wants.find((want) => want.snippets !== undefined)?.snippets;
    this.wants = {
      traces: wants.some(({ traces }) => traces),
      fixes: wants.some(({ fixes }) => fixes),
      ...(snippets === undefined ? {} : { snippets }),
    };
  }

  /** Takes note of a file that was read, by its absolute path: a form that was to take its place is given up. */
  protect(path: string): void {
    this.channels = this.channels.filter(({ name = '', file }) => {
      if (!file?.replaces(path)) return true;
      file.discard();
      this.problems.push(unwritten(name, IS_INPUT));
      return false;
    });
  }

  start(): void {
    this.each(({ format, write }) => write(format.start()));
  }

  file(result: FileResult): void {
    this.each(({ format, write }) => write(format.file(result)));
  }

  /** Ends them all, and gives what then went wrong. */
  end(tally: RunTotals): readonly Problem[] {
    const before = this.problems.length;
    this.each(({ format, write, file }) => {
      write(format.end(tally));
      file?.finish();
    });
    return this.problems.slice(before);
  }

  /** Leaves the files that were begun as they were before, and says no more. */
  abandon(): void {
    for (const { file } of this.channels) file?.discard();
    this.channels = [];
  }

  /** Does something with each form; one that cannot be written is given up, the others go on. */
  private each(act: (channel: Channel) => void): void {
    this.channels = this.channels.filter((channel) => {
      const done = tryFileSystem(() => act(channel));
      if (!('failure' in done)) return true;
      channel.file?.discard();
      this.problems.push(unwritten(channel.name ?? 'standard output', done.failure));
      return false;
    });
  }
}

function unwritten(file: string, why: string): Problem {
  return { file, message: `it cannot be written: ${why}` };
}
