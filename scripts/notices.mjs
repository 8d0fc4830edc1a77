import { readdir, readFile, writeFile } from 'node:fs/promises';

/** Packages of which only data is shipped, taken over when the project is built. */
const DATA = ['date-holidays', 'libphonenumber-js'];

/**
 * Writes dist/THIRD-PARTY-NOTICES.txt: name, version and licence of every package of which something is shipped.
 * @param {URL} root the project's folder
 * @param {import('esbuild').Metafile[]} bundles what esbuild says went into each bundle
 * @throws where a package brings no licence that could be shown
 */
export async function writeNotices(root, bundles) {
  const read = bundles.flatMap(({ outputs }) => Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs)));
  const bundled = read.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []);
  const folders = [...new Set([...bundled, ...DATA.map((name) => `node_modules/${name}`)])];
  const notices = await Promise.all(folders.map((folder) => noticeOf(new URL(`${folder}/`, root))));
  const sorted = [...new Map(notices.map((notice) => [notice.title, notice])).values()].sort((a, b) =>
    a.title < b.title ? -1 : 1,
  );
  const text = sorted.map(
    ({ title, licence, text }) => `${'='.repeat(80)}\n${title} (${licence})\n${'='.repeat(80)}\n\n${text}\n`,
  );
  const head = 'Scrutiny Report holds parts of the following packages, each under its own licence.\n';
  await writeFile(new URL('dist/THIRD-PARTY-NOTICES.txt', root), [head, ...text].join('\n'));
}

/** @param {URL} folder of a package */
async function noticeOf(folder) {
  const { name, version, license, author } = JSON.parse(await readFile(new URL('package.json', folder), 'utf8'));
  const files = (await readdir(folder)).filter((file) => /^(?:licen[cs]e|copying|notice)(?:[.-]|$)/i.test(file)).sort();
  if (!license) throw new Error(`${name} does not say what its licence is`);
  const texts = await Promise.all(files.map(async (file) => (await readFile(new URL(file, folder), 'utf8')).trim()));
  const holder = typeof author === 'string' ? author : author?.name;
  // A few bring no text with them; what they say of themselves in its place.
  if (texts.length === 0) texts.push(`Licence: ${license}${holder ? `\nCopyright: ${holder}` : ''}`);
  return { title: `${name} ${version}`, licence: license, text: texts.join('\n\n').replaceAll('\r\n', '\n') };
}
