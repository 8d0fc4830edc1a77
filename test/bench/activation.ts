// How long the extension takes to start: npm run bench:activation
// VS Code's own figure counts from the wish to load the code to the end of activate(), and so the time in which other extensions that
// start at the same moment are loaded: in a folder of Markdown that is VS Code's own Markdown extension. Our share is what stands
// between VS Code's marks round the loading of our code, and the call of activate().
import { openVSCode } from '../vscode/host.ts';
import { other, workspace } from '../vscode/places.ts';
import { Workbench } from '../vscode/e2e/workbench.ts';

const GOAL = 150;
const ROUNDS = 3;
const ID = 'scrutiny.scrutiny-report';

for (const [name, folder] of [
  ['a folder of reports', workspace],
  ['a folder without reports', other],
] as const) {
  const times: string[] = [];
  for (let round = 0; round < ROUNDS; round++) times.push(await measure(folder));
  console.log(`In ${name}: ${times.join('; ')} (goal: our share at most ${GOAL} ms)`);
}

async function measure(folder: string): Promise<string> {
  const host = await openVSCode({ kind: 'node', folder });
  try {
    const { page } = host;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const workbench = new Workbench(host);
    if (folder === other) await workbench.open('README.md');
    await workbench.command('Developer: Show Running Extensions');
    const row = page.locator('.runtime-extensions-editor .monaco-list-row', { hasText: 'scrutiny-report' });
    await row.locator('.activation-time', { hasText: 'Activation:' }).waitFor();
    await page.keyboard.press('Escape');
    await workbench.command('Developer: Startup Performance');
    await page.locator('.view-line', { hasText: 'System Info' }).first().waitFor();
    await workbench.command('View: Focus Active Editor Group');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+c');
    const text = await page.evaluate<string>('navigator.clipboard.readText()');
    const [, loading = NaN, call = NaN] = new RegExp(`\\| ${ID} +\\| \\w+ +\\| (\\d+) +\\| (\\d+)`).exec(text)?.map(Number) ?? [];
    const share = at(text, `didLoadExtensionCode/${ID}`) - at(text, `willLoadExtensionCode/${ID}`) + call;
    return `our share ${Math.round(share)} ms, with what was waited for ${loading + call} ms`;
  } finally {
    await host.close();
  }
}

/** When a mark was set, in milliseconds. */
function at(text: string, mark: string): number {
  const line = text.split('\n').find((one) => one.includes(mark)) ?? '';
  return Number(line.split('\t')[1] ?? NaN);
}
