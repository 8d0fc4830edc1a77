import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  chownSync,
  closeSync,
  constants,
  ftruncateSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { NO_READER, type NewFile } from './fileSystem.ts';

/** What is being written now, beside the places where it belongs. */
const unfinished = new Set<string>();

/** Deletes what is being written beside its place, when the process is about to be ended. Never throws. */
export function discardUnfinished(): void {
  for (const beside of unfinished) rmSync(beside, { force: true });
}

/** The program's own ways to its output, which may be files that are being written already. */
const STREAM = /^\/(?:dev\/(?:fd\/|std(?:in|out|err)$)|proc\/)/;

/**
 * Begins a file that takes the place of an old one when it is whole. Its folder is made. What is no ordinary file, such as a pipe or
 * a device, is never replaced: it is written to.
 * @throws as Node's file system does
 */
export function createFile(path: string): NewFile {
  const isNew = lstatSync(path, { throwIfNoEntry: false }) === undefined;
  if (!isNew && (STREAM.test(path) || !isOrdinary(path))) return openStream(path);
  const real = isNew ? path : realpathSync(path);
  // Putting another file in its place would succeed even for one that is protected from writing.
  if (!isNew) accessSync(real, constants.W_OK);
  else mkdirSync(dirname(real), { recursive: true });
  const beside = besideOf(real);
  // What only its owner may read is not shown to others while it is written.
  const file = openSync(beside, 'wx', isNew ? 0o666 : 0o600);
  unfinished.add(beside);
  let isOpen = true;
  const close = (): void => {
    if (isOpen) closeSync(file);
    isOpen = false;
  };
  return {
    write: (content) => writeFileSync(file, content),
    finish(): void {
      close();
      if (isNew || takesOver(beside, real)) renameSync(beside, real);
      else overwrite(real, beside);
      unfinished.delete(beside);
    },
    discard(): void {
      close();
      rmSync(beside, { force: true });
      unfinished.delete(beside);
    },
    replaces: (other) => !isNew && isSame(real, other),
  };
}

/**
 * Adds to the end of a file, which is made if it is not there.
 * @throws as Node's file system does
 */
export function appendFile(path: string, content: Uint8Array): void {
  const isThere = statSync(path, { throwIfNoEntry: false }) !== undefined;
  const file = isThere && !isOrdinary(path) ? openPipe(path) : openSync(path, 'a');
  try {
    writeFileSync(file, content);
  } finally {
    closeSync(file);
  }
}

/** The name is random: a process that was killed may have left one behind, and a repository may bring one along. */
function besideOf(path: string): string {
  return join(dirname(path), `${basename(path).slice(0, 30)}.${randomBytes(8).toString('hex')}.tmp`);
}

/** False for what is written to and not replaced. @throws for a folder */
function isOrdinary(path: string): boolean {
  const stats = statSync(path);
  if (stats.isDirectory()) throw Object.assign(new Error('it is a folder'), { code: 'EISDIR' });
  return stats.isFile();
}

function openStream(path: string): NewFile {
  const file = openPipe(path);
  return {
    write: (content) => writeFileSync(file, content),
    finish: () => closeSync(file),
    discard: () => closeSync(file),
    replaces: () => false,
  };
}

/** Opening a pipe would wait until somebody reads from it. */
function openPipe(path: string): number {
  let trial: number;
  try {
    trial = openSync(path, constants.O_WRONLY | constants.O_NONBLOCK);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENXIO') throw Object.assign(error, { code: NO_READER });
    throw error;
  }
  try {
    return openSync(path, constants.O_WRONLY | constants.O_APPEND);
  } finally {
    closeSync(trial);
  }
}

/** Gives a new file the owner and the permissions of the old one. @returns false where the old one must stay the same file */
function takesOver(beside: string, real: string): boolean {
  const { mode, uid, gid, nlink } = statSync(real);
  if (nlink > 1) return false;
  const own = statSync(beside);
  if (own.uid !== uid || own.gid !== gid) {
    try {
      chownSync(beside, uid, gid);
    } catch {
      return false;
    }
  }
  chmodSync(beside, mode);
  return true;
}

/**
 * Gives a file its new content where it stands: one that has other names, or an owner that only an administrator could give it again.
 * If the process is killed meanwhile, the new content is whole beside it.
 */
function overwrite(real: string, beside: string): void {
  const old = readFileSync(real);
  const file = openSync(real, 'r+');
  try {
    fill(file, readFileSync(beside));
  } catch (error) {
    fill(file, old);
    throw error;
  } finally {
    closeSync(file);
  }
  rmSync(beside, { force: true });
}

function fill(file: number, content: Uint8Array): void {
  for (let at = 0; at < content.length;) at += writeSync(file, content, at, content.length - at, at);
  ftruncateSync(file, content.length);
}

function isSame(a: string, b: string): boolean {
  const [one, other] = [a, b].map((path) => statSync(path, { throwIfNoEntry: false, bigint: true }));
  return one !== undefined && one.dev === other?.dev && one.ino === other.ino;
}
