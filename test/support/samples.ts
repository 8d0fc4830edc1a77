import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (path: string): URL => new URL(path, import.meta.url);

/** The folder of invented reports with labelled mistakes. */
export const CORPUS = here('../fixtures/corpus/');
/** The folder of real reports, which lies beside the repository on the developers' machines only. */
export const REAL = here('../../../shared/corpus/');
export const hasReal = existsSync(REAL);

export interface Sample {
  readonly name: string;
  readonly text: string;
  /** Where it lies. */
  readonly path: string;
}

/** The small fixture that holds every awkward thing at once. */
export const awkward: Sample = readSample('awkward.md', here('../fixtures/'));

/** The example reports, as they should be and as they came in. */
export const examples: readonly Sample[] = ['northmoor', 'as-received'].flatMap((set) =>
  readFolder(here(`../../examples/${set}/reports/`)),
);

/** The real reports; none where their folder is absent. */
export const real: readonly Sample[] = hasReal ? readFolder(REAL).filter(({ name }) => name !== 'README.md') : [];

/** The invented reports with labelled mistakes, and the real ones. */
export const corpus: readonly Sample[] = [...readFolder(CORPUS), ...real];

function readFolder(folder: URL): Sample[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => readSample(name, folder));
}

function readSample(name: string, folder: URL): Sample {
  const path = fileURLToPath(new URL(name, folder));
  return { name, path, text: readFileSync(path, 'utf8') };
}

/** The sample as Windows writes it. */
export function withCrLf({ name, path, text }: Sample): Sample {
  return { name: `${name} (CRLF)`, path, text: text.replace(/\r?\n/g, '\r\n') };
}
