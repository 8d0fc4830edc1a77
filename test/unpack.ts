import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import JSZip from 'jszip';
import packageJson from '../package.json' with { type: 'json' };

const ROOT = fileURLToPath(new URL('../', import.meta.url));

/** The package of the extension, which `npm run package` makes. */
export const VSIX = join(ROOT, `${packageJson.name}-${packageJson.version}.vsix`);

/** Makes {@link VSIX} of what `npm run build` has made. @throws where that fails */
export function makeVsix(): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/package.mjs'], { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The extension could not be packed: ${stdout}${stderr}`);
}

/**
 * Unpacks the extension that is in {@link VSIX}.
 * @param folder where its files are put, in place of whatever is there
 * @returns their paths from there, with `/` between the parts
 */
export async function unpackVsix(folder: string): Promise<string[]> {
  rmSync(folder, { recursive: true, force: true });
  const zip = await JSZip.loadAsync(readFileSync(VSIX));
  const names: string[] = [];
  for (const entry of zip.file(/^extension\//)) {
    const name = entry.name.slice('extension/'.length);
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), await entry.async('uint8array'));
    names.push(name);
  }
  return names.sort();
}
