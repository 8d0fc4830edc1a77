import { createHash } from 'node:crypto';
import { basename, dirname, join } from 'node:path';

/**
 * The path of the file that is written beside another and then put in its place. Its name is short: that of the other may be as long
 * as names can be.
 */
export function besideOf(path: string): string {
  const name = createHash('sha256').update(basename(path)).digest('hex').slice(0, 16);
  return join(dirname(path), `.${name}.${process.pid}.tmp`);
}
