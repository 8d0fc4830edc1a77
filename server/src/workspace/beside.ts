import { createHash } from 'node:crypto';
import { basename, dirname, join } from 'node:path';

/**
 * The path of the file that is written beside another and then put in its place. Its name is short: that of the other may be as long
 * as names can be.
 */
export function besideOf(path: string): string {
  const name = basename(path);
  const mark = createHash('sha256').update(name).digest('hex').slice(0, 16);
  return join(dirname(path), `${name.slice(0, 30)}.${mark}.${process.pid}.tmp`);
}
