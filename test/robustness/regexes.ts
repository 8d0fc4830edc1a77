import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** A regular expression of ours. */
export interface Pattern {
  readonly source: string;
  readonly flags: string;
  /** Where it stands, `FILE:LINE`, from the root of the repository. */
  readonly place: string;
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** What runs something as soon as it is loaded, or wants an editor round it. */
const NOT_LOADED = /^client\/|\/generated\/|\/(?:cli\/(?:bin|lint\/worker)|lsp\/server\/(?:startServer|browserServer))\.ts$/;

/** All regular expressions of the server and the client: those that are written, and those that are made when a file is loaded. */
export async function findPatterns(): Promise<Pattern[]> {
  const files = ['server/src', 'client/src'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
      .map((name) => `${folder}/${name}`),
  );
  return [...files.flatMap(writtenIn), ...(await madeBy(files.filter((file) => !NOT_LOADED.test(file))))];
}

function writtenIn(file: string): Pattern[] {
  const tree = ts.createSourceFile(file, readFileSync(join(ROOT, file), 'utf8'), ts.ScriptTarget.Latest, true);
  const found: Pattern[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      found.push({ source: node.text.slice(1, end), flags: node.text.slice(end + 1), place: `${file}:${line}` });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** Loads files that were not loaded before, and notes what they hand to `new RegExp`. */
async function madeBy(files: readonly string[]): Promise<Pattern[]> {
  const found: Pattern[] = [];
  const original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(original, {
    construct(target, [pattern, flags]: [string | RegExp, string?]) {
      const made = new target(pattern, flags);
      const place = /server\/src\/[^:?]+[^:]*:\d+/.exec(new Error().stack?.split('\n')[2] ?? '')?.[0];
      if (place !== undefined) found.push({ source: made.source, flags: made.flags, place: place.replace(/\?[^:]*/, '') });
      return made;
    },
  });
  for (const file of files) await import(join(ROOT, file));
  globalThis.RegExp = original;
  return found;
}
