import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeFileSystem } from '../workspace/node.ts';
import type { Platform } from './platform.ts';
import { serve } from './server.ts';

/** This computer: its disk, its clock, its event loop. */
export const nodePlatform: Platform = {
  files: nodeFileSystem,
  turn: () => new Promise((resolve) => setImmediate(resolve)),
  now: () => new Date(),
  after(milliseconds, action) {
    const timer = setTimeout(action, milliseconds);
    timer.unref();
    return () => clearTimeout(timer);
  },
};

/** Serves the editor that started this process, as the process's arguments say (`--stdio`, `--node-ipc`, …). */
export function serveProcess(): void {
  serve(createConnection(ProposedFeatures.all), nodePlatform);
}
