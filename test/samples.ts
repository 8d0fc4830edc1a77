import { existsSync, readdirSync, readFileSync } from 'node:fs';

const here = (path: string): URL => new URL(path, import.meta.url);

/** The folder of real reports, which lies beside the repository on the developers' machines only. */
export const CORPUS = here('../../shared/corpus/');
export const hasCorpus = existsSync(CORPUS);

export interface Sample {
  readonly name: string;
  readonly text: string;
}

/** The small fixture that holds every awkward thing at once. */
export const awkward: Sample = { name: 'awkward.md', text: readFileSync(here('fixtures/awkward.md'), 'utf8') };

/** The example reports, as they should be and as they came in. */
export const examples: readonly Sample[] = ['northmoor', 'as-received'].flatMap((set) =>
  readFolder(here(`../examples/${set}/reports/`)),
);

/** The real reports; none where the folder is absent. */
export const corpus: readonly Sample[] = hasCorpus ? readFolder(CORPUS).filter(({ name }) => name !== 'README.md') : [];

function readFolder(folder: URL): Sample[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }));
}

/** The sample as Windows writes it. */
export function withCrLf({ name, text }: Sample): Sample {
  return { name: `${name} (CRLF)`, text: text.replace(/\r?\n/g, '\r\n') };
}
