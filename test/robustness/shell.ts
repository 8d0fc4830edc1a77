import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { TempRepository } from '../support/tempRepository.ts';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** Runs the built program by a command of the shell, in which `scrutiny` is the program. */
export function shell(world: TempRepository, command: string): { status: number | null; stdout: string; stderr: string } {
  const script = `scrutiny() { "${process.execPath}" "${CLI}" "$@"; }\n${command}`;
  return spawnSync('bash', ['-c', script], { cwd: world.folder, encoding: 'utf8' });
}
