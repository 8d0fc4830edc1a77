// How long the extension takes to start, as VS Code itself counts it: npm run bench:activation
import { openVSCode } from '../vscode/host.ts';
import { other, workspace } from '../vscode/places.ts';
import { Workbench } from '../vscode/e2e/workbench.ts';

const GOAL = 150;
const ROUNDS = 3;

for (const [name, folder] of [
  ['a folder of reports', workspace],
  ['a folder without reports', other],
] as const) {
  const times: string[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const host = await openVSCode({ kind: 'node', folder });
    try {
      const workbench = new Workbench(host);
      if (folder === other) await workbench.open('README.md');
      await workbench.command('Developer: Show Running Extensions');
      const row = host.page.locator('.runtime-extensions-editor .monaco-list-row', { hasText: 'scrutiny-report' });
      const time = await row.locator('.activation-time', { hasText: 'Activation:' }).textContent();
      times.push(/\d+\s*ms/.exec(time ?? '')?.[0] ?? 'unknown');
    } finally {
      await host.close();
    }
  }
  console.log(`In ${name}: ${times.join(', ')} (goal: ${GOAL} ms)`);
}
