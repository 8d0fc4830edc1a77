#!/usr/bin/env node
// Writes the snippets for editors from the schemas: npm run snippets
import { mkdir, writeFile } from 'node:fs/promises';
import { makeSnippets } from '../server/src/language/snippet/codeSnippets.ts';

const folder = new URL('../snippets/', import.meta.url);
await mkdir(folder, { recursive: true });
await writeFile(new URL('scrutiny.code-snippets', folder), `${JSON.stringify(makeSnippets(), undefined, 2)}\n`);
