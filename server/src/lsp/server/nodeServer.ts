import { writeSync } from 'node:fs';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { BROWSER_VARIABLE, findBrowser } from '../../export/findChromium.ts';
import { nodeFileSystem } from '../../workspace/files/nodeFileSystem.ts';
import { drawForWord, printHtml } from '../../export/headlessChromium.ts';
import { Framing } from './messageFraming.ts';
import type { Platform } from './platform.ts';
import { serve } from './serve.ts';

/** This computer: its disk, its clock, its event loop. */
export const nodePlatform: Platform = {
  files: nodeFileSystem,
  async printPdf(html) {
    const browser = findBrowser(process.env);
    if (browser === undefined)
      return { problem: `A PDF needs Chrome, Edge or Chromium on this computer, and none was found (the environment variable ${BROWSER_VARIABLE} can name one).` }; // prettier-ignore
    try {
      return { pdf: await printHtml(browser, html) };
    } catch (error) {
      return { problem: `${browser} could not print it: ${error instanceof Error ? error.message : String(error)}.` };
    }
  },
  drawForWord: (layout) => drawForWord(layout, process.env),
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
  if (process.argv.includes('--stdio')) endWhenOutOfStep();
  serve(createConnection(ProposedFeatures.all), nodePlatform);
}

/** Ends the process where nothing that the editor sends can be read any more, so that the editor starts it again. */
function endWhenOutOfStep(): void {
  const framing = new Framing();
  process.stdin.on('data', (bytes: Buffer) => {
    const fault = framing.take(bytes);
    if (fault === undefined) return;
    writeSync(process.stderr.fd, `scrutiny: the editor sent ${fault}: what follows cannot be read, so the server ends\n`);
    process.exit(1);
  });
}
