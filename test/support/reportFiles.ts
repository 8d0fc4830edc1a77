import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateReport } from './generatedReports.ts';

/** Writes generated reports into a folder, which is made. */
export function writeReports(folder: string, count: number, seed = 1): void {
  mkdirSync(folder, { recursive: true });
  for (let i = 0; i < count; i++) {
    const { name, text } = generateReport(i, seed);
    writeFileSync(join(folder, name), text);
  }
}
