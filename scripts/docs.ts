// Writes docs/rules.md from the rules themselves: npm run docs.
import { mkdirSync, writeFileSync } from 'node:fs';
import { documentAll } from '../server/src/linter/ruleDocs.ts';

const file = new URL('../docs/rules.md', import.meta.url);
mkdirSync(new URL('.', file), { recursive: true });
writeFileSync(file, documentAll());
