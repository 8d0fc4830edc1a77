import { join } from 'node:path';
import { isProgram, programFolders, repositoryAround, type Env } from '../workspace/files/programs.ts';

/** Names another browser than the one that is found. */
export const BROWSER_VARIABLE = 'SCRUTINY_BROWSER';

const COMMANDS = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge-stable', 'microsoft-edge', 'brave-browser', 'chrome', 'msedge']; // prettier-ignore
const MAC = ['Google Chrome.app/Contents/MacOS/Google Chrome', 'Microsoft Edge.app/Contents/MacOS/Microsoft Edge', 'Chromium.app/Contents/MacOS/Chromium', 'Brave Browser.app/Contents/MacOS/Brave Browser']; // prettier-ignore
const WINDOWS = ['Microsoft/Edge/Application/msedge.exe', 'Google/Chrome/Application/chrome.exe', 'Chromium/Application/chrome.exe']; // prettier-ignore
/** The path of a browser of the Chromium family on this computer, or nothing. */
export function findBrowser(env: Env): string | undefined {
  const named = env[BROWSER_VARIABLE];
  if (named !== undefined && named !== '') return isProgram(named) ? named : undefined;
  const folders = programFolders(env['PATH'] ?? '', repositoryAround(process.cwd()));
  const programs = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((name) => env[name] ?? []);
  const places = [
    ...folders.flatMap((folder) => COMMANDS.map((name) => join(folder, name))),
    ...MAC.map((name) => `/Applications/${name}`),
    ...programs.flatMap((folder) => WINDOWS.map((name) => join(folder, name))),
  ];
  return places.find(isProgram);
}
