import { fileURLToPath } from 'node:url';

/** The folder of these tests, of the repository, of the extension as its package has it, of what they leave behind, and the one that VS Code opens a copy of. */
export const here = fileURLToPath(new URL('.', import.meta.url));
export const root = fileURLToPath(new URL('../../', import.meta.url));
export const extension = fileURLToPath(new URL('../../.vscode-test/extension/', import.meta.url));
export const results = fileURLToPath(new URL('../../test-results/', import.meta.url));
export const workspace = fileURLToPath(new URL('../fixtures/workspace/', import.meta.url));
/** One with long reports, and mistakes in them. */
export const received = fileURLToPath(new URL('../../examples/as-received/', import.meta.url));
/** One without any report. */
export const other = fileURLToPath(new URL('../fixtures/other/', import.meta.url));
