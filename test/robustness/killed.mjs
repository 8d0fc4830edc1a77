// Loaded into the built program by faults.test.ts (node --import): the process is killed as it makes its KILLED_ATth call that
// changes a file; of a text that it was about to write, the beginning is written.
import { Buffer } from 'node:buffer';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

let left = Number(process.env.KILLED_AT);
for (const name of ['openSync', 'writeFileSync', 'renameSync', 'rmSync', 'chmodSync']) {
  const whole = fs[name];
  fs[name] = (...given) => {
    const isChange = name !== 'openSync' || /[wa]/.test(given[1]);
    if (isChange && --left === 0) {
      if (name === 'writeFileSync') whole(given[0], Buffer.from(given[1]).subarray(0, 20));
      process.kill(process.pid, 'SIGKILL');
    }
    return whole(...given);
  };
}
syncBuiltinESMExports();
