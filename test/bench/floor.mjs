#!/usr/bin/env node
// The floor: the least that a program does which checks reports with these libraries. It reads every file, parses the front matter with
// yaml and the body with markdown-it, and validates the one with a schema that is compiled once.
//
//   node test/bench/floor.mjs FOLDER [--workers 2]     without workers: in one thread
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isMainThread, Worker, workerData, parentPort } from 'node:worker_threads';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import MarkdownIt from 'markdown-it';
import { LineCounter, parseDocument } from 'yaml';

if (isMainThread) await main();
else parentPort.postMessage(check(workerData));

async function main() {
  const { values, positionals } = parseArgs({ options: { workers: { type: 'string', default: '0' } }, allowPositionals: true });
  const [folder = '.'] = positionals;
  const files = readdirSync(folder).map((name) => join(folder, name));
  const workers = Number(values.workers);
  const share = Math.ceil(files.length / workers);
  const shares = Array.from({ length: workers }, (_, i) => files.slice(i * share, (i + 1) * share));
  const findings = workers === 0 ? [check(files)] : await Promise.all(shares.map(checkInWorker));
  process.stdout.write(findings.flat().join(''));
}

function checkInWorker(files) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: files });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

/** @returns a line for each finding */
function check(files) {
  const ajv = new Ajv({ allErrors: true, strict: false });
  addFormats.default(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(new URL('floor.schema.json', import.meta.url), 'utf8')));
  const markdown = new MarkdownIt();
  const lines = [];
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    const end = text.indexOf('\n---\n', 3);
    const counter = new LineCounter();
    const front = parseDocument(text.slice(4, end + 1), { lineCounter: counter });
    if (!validate(front.toJS())) {
      for (const { instancePath, message } of validate.errors) {
        const path = instancePath.split('/').slice(1);
        const node = front.getIn(path.map((key) => (/^\d+$/.test(key) ? Number(key) : key)), true) ?? front.contents; // prettier-ignore
        const { line, col } = counter.linePos(node?.range?.[0] ?? 0);
        lines.push(`${file}:${line + 1}:${col}: ${instancePath} ${message}\n`);
      }
    }
    markdown.parse(text.slice(end + 5), {});
  }
  return lines;
}
