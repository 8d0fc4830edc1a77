import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import JSZip from 'jszip';
import { parse } from 'parse5';
import sax from 'sax';

/** Reads a file that the program wrote. @param path where it is @throws where it is not what its name says */
export type Reader = (path: string) => void | Promise<void>;

const text: Reader = (path) => assert.notEqual(readFileSync(path, 'utf8').trim(), '');

const html: Reader = (path) => assertHtml(readFileSync(path, 'utf8'));

/** @throws where a page is not HTML without a parse error, with a language, a title and a heading */
export function assertHtml(page: string): void {
  const errors: string[] = [];
  parse(page, { onParseError: ({ code, startLine }) => errors.push(`${startLine}: ${code}`) });
  assert.deepEqual(errors, []);
  assert.match(page, /<html lang="en-GB"[^]*<title>[^<]+<\/title>[^]*<h1[^]*<\/html>\s*$/);
}

/** @throws where XML is not well formed. @returns the names of its elements, in order */
export function assertXml(xml: string, name: string): string[] {
  const parser = sax.parser(true);
  const names: string[] = [];
  parser.onopentag = (tag) => names.push(tag.name);
  parser.onerror = (error) => assert.fail(`${name}: ${error.message}`);
  parser.write(xml).close();
  return names;
}

const docx: Reader = async (path) => {
  const zip = await JSZip.loadAsync(readFileSync(path), { checkCRC32: true });
  const parts = Object.keys(zip.files).filter((name) => /\.(?:xml|rels|svg)$/.test(name));
  for (const name of parts) assertXml((await zip.file(name)?.async('string')) ?? '', name);
  for (const name of ['[Content_Types].xml', '_rels/.rels', 'word/document.xml', 'word/styles.xml']) assert.ok(parts.includes(name), name); // prettier-ignore
  assert.match((await zip.file('word/document.xml')?.async('string')) ?? '', /<w:t[ >]/);
};

const pdf: Reader = (path) => {
  const bytes = readFileSync(path, 'latin1');
  assert.match(bytes, /^%PDF-1\.\d[^]*\/StructTreeRoot[^]*%%EOF\s*$/);
};

const json: Reader = (path) => {
  const entries = JSON.parse(readFileSync(path, 'utf8')) as { file: string; findings: { rule: string; line: number }[] }[];
  assert.ok(entries.length > 0);
  for (const { file, findings } of entries) {
    assert.match(file, /\.md$/);
    for (const { rule, line } of findings) assert.ok(rule !== '' && line > 0);
  }
};

const isSarif = compileSarif();

const sarif: Reader = (path) => {
  const valid = isSarif(JSON.parse(readFileSync(path, 'utf8')));
  assert.ok(valid, JSON.stringify(isSarif.errors?.slice(0, 3)));
};

/** The schema of SARIF 2.1.0, a draft 4 whose words draft 7 has too, all but `id`. */
function compileSarif() {
  const path = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  const schema = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  delete schema['$schema'];
  delete schema['id'];
  const ajv = new Ajv({ strict: false, unicodeRegExp: false });
  addFormats.default(ajv);
  return ajv.compile(schema);
}

const github: Reader = (path) => {
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  const [counts = '', ...others] = lines.reverse();
  assert.match(counts, /; checked \d+ reports?[.,]/);
  for (const line of others) {
    if (line.startsWith('GitHub shows only')) continue;
    assert.match(
      line,
      /^::(?:error|warning|notice) file=[^,:]+,line=\d+,endLine=\d+(?:,col=\d+,endColumn=\d+)?,title=[a-z-]+::./,
    );
  }
};

const gitlab: Reader = (path) => {
  const entries = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>[];
  for (const { description, check_name, fingerprint, severity, location } of entries) {
    const { path: file, lines } = location as { path: string; lines: { begin: number } };
    assert.ok(description !== '' && check_name !== '' && file.endsWith('.md') && lines.begin > 0);
    assert.match(String(fingerprint), /^[0-9a-f]{32,}$/);
    assert.match(String(severity), /^(?:info|minor|major|critical|blocker)$/);
  }
  assert.equal(new Set(entries.map(({ fingerprint }) => fingerprint)).size, entries.length);
};

const junit: Reader = (path) => {
  const [root, ...names] = assertXml(readFileSync(path, 'utf8'), path);
  assert.equal(root, 'testsuites');
  assert.ok(names.includes('testcase'));
};

/** The forms of `lint`. */
export const LINT_FORMS: Readonly<Record<string, Reader>> = { text, json, sarif, github, gitlab, junit, html };

/** The forms of `status`. */
export const STATUS_FORMS: Readonly<Record<string, Reader>> = {
  text,
  json(path) {
    const meetings = JSON.parse(readFileSync(path, 'utf8')) as { state: string; reports: unknown[] }[];
    assert.ok(meetings.length > 0);
    for (const { state, reports } of meetings) assert.ok(state !== '' && reports.length > 0);
  },
  html,
  ics(path) {
    const calendar = readFileSync(path, 'utf8');
    assert.match(calendar, /^BEGIN:VCALENDAR\r\n(?:[^\r\n]+\r\n)+END:VCALENDAR\r\n$/);
    const count = (pattern: RegExp): number => calendar.match(pattern)?.length ?? 0;
    assert.ok(count(/^BEGIN:VEVENT\r$/gm) > 0);
    assert.equal(count(/^BEGIN:VEVENT\r$/gm), count(/^END:VEVENT\r$/gm));
    for (const line of calendar.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
  },
};

/** The forms of `render`, by the end of the file's name. */
export const RENDER_FORMS: Readonly<Record<string, Reader>> = { html, docx, pdf };
