import { tryFileSystem, type Problem } from '../../workspace/files/fileSystem.ts';
import type { Io } from '../io.ts';
import { writeOutput } from '../lint/outputFile.ts';

/** A file that a command makes: where it stands, seen from the current folder, and its text. */
export interface NewText {
  readonly name: string;
  readonly text: string;
}

/** What became of new files. */
export interface Written {
  readonly names: readonly string[];
  readonly problems: readonly Problem[];
}

/** Writes new files with the folders that they need. Where anything stands in the way of one of them, nothing is written. */
export function writeNewFiles({ fileSystem, cwd }: Io, files: readonly NewText[]): Written {
  const inTheWay = files.flatMap(({ name }): Problem[] => {
    const kind = tryFileSystem(() => fileSystem.kindOf(fileSystem.resolve(cwd, name)));
    if ('failure' in kind) return [unwritten(name, kind.failure)];
    if (kind.value === undefined) return [];
    const there = kind.value === 'file' ? 'this file is there already' : 'something of this name is there already';
    return [{ file: name, message: `${there}, and is left as it is` }];
  });
  if (inTheWay.length > 0) return { names: [], problems: inTheWay };
  const names: string[] = [];
  const problems = files.flatMap(({ name, text }) => {
    const written = writeOutput({ fileSystem, cwd }, name, new TextEncoder().encode(text));
    if ('failure' in written) return [unwritten(name, written.failure)];
    names.push(name);
    return [];
  });
  return { names, problems };
}

function unwritten(file: string, why: string): Problem {
  return { file, message: `it cannot be written: ${why}` };
}
