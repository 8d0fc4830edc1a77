// Loaded into the built program by the test faults.test.ts (node --import), in its threads too: what goes wrong with files whose
// names say so. All else is as it is.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { isMainThread } from 'node:worker_threads';

const { openSync, readFileSync, writeFileSync } = fs;
const opened = new Map();

fs.openSync = (path, ...rest) => {
  if (!isMainThread && /deadly/.test(path)) process.exit(3);
  const file = openSync(path, ...rest);
  opened.set(file, String(path));
  return file;
};

fs.readFileSync = (file, ...rest) => {
  const content = readFileSync(file, ...rest);
  const path = opened.get(file) ?? '';
  if (/restless/.test(path)) fs.appendFileSync(path, 'x');
  return content;
};

fs.writeFileSync = (file, ...rest) => {
  if (/full/.test(opened.get(file) ?? '')) throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
  return writeFileSync(file, ...rest);
};

syncBuiltinESMExports();
