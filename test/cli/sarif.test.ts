import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { skipWithout } from '../support/skip.ts';
import { UNFIT, TempRepository } from '../support/tempRepository.ts';

const HERE = fileURLToPath(new URL('../vscode/node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool', import.meta.url));

interface Log {
  readonly runs: readonly [
    { readonly results?: readonly { ruleId: string; level?: string; message: unknown; locations: unknown }[] },
  ];
}

/** What the official validator has against a file: its errors and warnings; its notes are about taste. */
function complaints(world: TempRepository, name: string, validator: string): unknown[] {
  const asked = [
    'validate',
    name,
    '--output',
    'said.sarif',
    '--level',
    'Error;Warning',
    '--rule-kind',
    'Sarif',
    '--log',
    'ForceOverwrite',
  ];
  const { error, stdout } = spawnSync(validator, asked, {
    cwd: world.folder,
    encoding: 'utf8',
    env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' },
  });
  if (error) throw error;
  if (!existsSync(join(world.folder, 'said.sarif'))) assert.fail(stdout);
  const { runs } = JSON.parse(world.read('said.sarif')) as Log;
  return (runs[0].results ?? []).map(({ ruleId, level, message, locations }) => ({ ruleId, level, message, locations }));
}

describe('sarif, by the official validator', function () {
  const validator = process.env['SARIF_MULTITOOL'] ?? (existsSync(HERE) ? HERE : undefined);
  before(function () {
    if (validator === undefined) skipWithout(this, 'SARIF_MULTITOOL to name the validator of @microsoft/sarif-multitool-linux');
  });
  afterEach(() => TempRepository.removeAll());

  it('is valid for reports with findings and fixes of many kinds, for none, and for a run that was not whole', async () => {
    const received = new URL('../../examples/as-received/', import.meta.url);
    const world = new TempRepository({ 'council.yaml': readFileSync(new URL('council.yaml', received)) });
    for (const name of [
      '2026-09-24-minor-injuries-units',
      '2026-10-14-library-opening-hours',
      '2027-02-03-supported-bus-services',
    ])
      world.write(`reports/${name}.md`, readFileSync(new URL(`reports/${name}.md`, received)));
    world.write('reports/a b#c?%é.md', UNFIT);
    await world.run(['lint', '--format', 'sarif=many.sarif', '--today', '2026-09-20']);
    world.write('council.yaml', 'nam: x\n');
    world.write('bad/latin.md', Buffer.from('---\ntemplate: partner-paper\ntitle: Caf\xe9\n---\n', 'latin1'));
    assert.equal((await world.run(['lint', '--format', 'sarif=broken.sarif', 'bad'])).code, 2);
    world.write('none/a.md', '# No report\n');
    await world.run(['lint', '--format', 'sarif=none.sarif', 'none/a.md']);
    for (const name of ['many.sarif', 'broken.sarif', 'none.sarif'])
      assert.deepEqual(complaints(world, name, validator ?? ''), [], name);
  });
});
