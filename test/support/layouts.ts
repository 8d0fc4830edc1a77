import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readCouncil } from '../../server/src/council/council.ts';
import type { Layout } from '../../server/src/layout/model.ts';
import { createLayout } from '../../server/src/layout/createLayout.ts';
import { parsePaper } from '../../server/src/paper/paper.ts';
import { createContext } from '../../server/src/analysis/ruleContext.ts';
import { knowledge } from './ruleExamples.ts';
import { corpus, examples, type Sample } from './samples.ts';

const NORTHMOOR = new URL('../../examples/northmoor/', import.meta.url);
export const northmoor = readCouncil(readFileSync(new URL('council.yaml', NORTHMOOR), 'utf8'), []).council;

/** Lays out a text as a report of Northmoor. */
export function laidOut(text: string, files: Readonly<Record<string, Uint8Array>> = {}, council = northmoor): Layout {
  const report = parsePaper(text);
  const { fields } = createContext(report, knowledge());
  return createLayout(report, fields, {
    council,
    asset: (path) => files[path] ?? readFrom(new URL('reports/', NORTHMOOR), path),
  });
}

/** The layouts of all examples, of the labelled corpus and, where they are, of all real reports. */
export function allLayouts(): (Sample & { layout: Layout })[] {
  const others = corpus.map((sample) => ({
    ...sample,
    layout: laidOut(sample.text, {}, { name: 'Council', colour: '#7a1f5c' }),
  }));
  return [...examples.map((sample, i) => ({ ...sample, name: `${i < 4 ? 'northmoor' : 'as-received'}/${sample.name}`, layout: laidOut(sample.text) })), ...others]; // prettier-ignore
}

function readFrom(folder: URL, path: string): Uint8Array | undefined {
  const file = new URL(path.startsWith('brand/') ? `../${path}` : path, folder);
  return file.protocol === 'file:' && existsSync(fileURLToPath(file)) ? readFileSync(file) : undefined;
}

const BLOCKS = 'main|div|section|p|h[1-6]|ul|ol|li|table|caption|thead|tbody|tr|th|td|figure|figcaption|blockquote|pre|hr';

/** The texts of an HTML page, block for block, as far as they are printed. */
export function linesOfHtml(html: string): string[] {
  return html
    .slice(html.indexOf('<body>'))
    .replace(/<sup class="note">.*?<\/sup>|<a class="back".*?<\/a>/g, '')
    .replace(new RegExp(`</?(?:${BLOCKS})(?: [^>]*)?>`, 'g'), '\0')
    .replace(/<br>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|quot|amp|#39);/g, (_, name: string) => ({ lt: '<', gt: '>', quot: '"', amp: '&' })[name] ?? "'")
    .split('\0')
    .map(plain)
    .filter((line) => line !== '');
}

/** The texts of a part of a Word file, paragraph for paragraph. */
export function linesOfWord(xml: string): string[] {
  return xml
    .split('</w:p>')
    .map((part) =>
      [...part.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(?:tab|br)\/>/g)]
        .map(([, text]) => text ?? ' ')
        .join('')
        .replace(/&(lt|gt|quot|amp|apos);/g, (_, name: string) => ({ lt: '<', gt: '>', quot: '"', amp: '&' })[name] ?? "'"),
    )
    .map(plain)
    .filter((line) => line !== '');
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
