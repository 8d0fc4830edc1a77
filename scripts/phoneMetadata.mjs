// What libphonenumber knows of the United Kingdom's telephone numbers, without the rest of the world (3 KB of 83).
import { mkdir, readFile, writeFile } from 'node:fs/promises';

/** Writes it where the rules on telephone numbers read it. */
export async function writePhoneMetadata(root) {
  const all = JSON.parse(await readFile(new URL('node_modules/libphonenumber-js/metadata.min.json', root), 'utf8'));
  const uk = {
    version: all.version,
    country_calling_codes: { 44: ['GB'] },
    countries: { GB: all.countries.GB },
    nonGeographic: {},
  };
  const folder = new URL('server/src/analysis/generated/', root);
  await mkdir(folder, { recursive: true });
  const text = `import type { MetadataJson } from 'libphonenumber-js/core';\n\nexport const ukNumbers: MetadataJson = ${JSON.stringify(uk)};\n`;
  await writeFile(new URL('ukNumbers.ts', folder), text);
}
