import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { parse } from 'yaml';
import { rules } from '../../server/src/rules/index.ts';
import { TempRepository, type Outcome } from '../support/tempRepository.ts';

/** What is read of the file that GitLab gets. */
interface GitlabFile {
  readonly variables: Record<string, string>;
  readonly 'committee-reports': { readonly script: readonly string[]; readonly artifacts: object };
}

const COMPLETENESS = new Set<string>(rules.filter(({ isCompleteness }) => isCompleteness).map(({ id }) => id));
const NAMES = [
  `O'Brien & "Sons": #1 Council`,
  '#1',
  'Yes',
  'null',
  '- dash',
  '{brace}',
  "'t Hooft",
  '*x',
  'a: b',
  '2026-09-08',
  '[x]',
  '@home',
];

describe('scrutiny init', () => {
  let world: TempRepository;
  beforeEach(() => void (world = new TempRepository()));
  afterEach(() => TempRepository.removeAll());

  /** Answers the questions one after the other; nothing when there are no answers left. */
  function answering(answers: readonly string[]): { asked: string[]; ask: (question: string) => Promise<string | undefined> } {
    const asked: string[] = [];
    return { asked, ask: (question) => Promise.resolve(answers[asked.push(question) - 1]) };
  }

  it('writes files in which nothing but content is missing, whatever the names are', async () => {
    for (const name of NAMES) {
      world = new TempRepository();
      const { code, stderr } = await world.run(['init', '--name', name, '--committee', name]);
      assert.deepEqual([code, stderr], [0, '']);
      const { name: council, committees } = parse(world.read('council.yaml')) as Record<string, unknown>;
      assert.deepEqual([council, committees], [name, [{ name }]]);
      const entries = await world.json();
      assert.deepEqual(entries.map(({ file }) => file), ['reports/first-report.md']); // prettier-ignore
      const found = entries[0]?.findings ?? [];
      assert.deepEqual(found.filter(({ rule }) => !COMPLETENESS.has(rule)), []); // prettier-ignore
      assert.equal(found.some(({ path }) => path === 'committee'), false); // prettier-ignore
      assert.equal((await world.run(['lint'])).code, 1);
    }
  });

  it('shows examples in council.yaml that are right once they are taken into use', async () => {
    await world.run(['init', '--name', 'Northmoor Council']);
    const text = world.read('council.yaml').replace(/^#(?! )(?!\s*$)/gm, '').replace(/^#( {2}[-A-Z])/gm, '$1'); // prettier-ignore
    const used = Object.keys(parse(text) as object);
    assert.deepEqual(used, ['name', 'logo', 'colour', 'reports', 'committees', 'email-domains', 'key-decision-threshold',
      'portfolio-holders', 'executive-directors', 'officers', 'acronyms', 'templates', 'rules']); // prettier-ignore
    world.write('council.yaml', text.replace(/^templates:.*\n/m, ''));
    assert.deepEqual((await world.json()).map(({ file }) => file), ['reports/first-report.md']); // prettier-ignore
  });

  it('writes the file of the service that is to check changes', async () => {
    assert.equal((await world.run(['init', '--name', 'Northmoor Council', '--ci', 'github'])).code, 0);
    const workflow = parse(world.read('.github/workflows/reports.yml')) as { jobs: { check: { steps: { uses: string }[] } } };
    const [checkout, node, action] = workflow.jobs.check.steps.map(({ uses }) => uses.split('@')[0]);
    assert.deepEqual([checkout, node, action], ['actions/checkout', 'actions/setup-node', 'scrutiny-report/scrutiny-report']);
    world = new TempRepository();
    assert.equal((await world.run(['init', '--name', 'Northmoor Council', '--ci', 'gitlab'])).code, 0);
    const { variables, 'committee-reports': job } = parse(world.read('.gitlab-ci.yml')) as GitlabFile;
    assert.deepEqual(job.artifacts, { when: 'always', reports: { codequality: 'gl-code-quality-report.json' } });
    const argv = job.script.at(-1)?.replace('scrutiny-report ', '').split(' ') ?? [];
    assert.equal((await world.run(argv)).code, 1);
    assert.ok((JSON.parse(world.read('gl-code-quality-report.json')) as unknown[]).length > 10);
    assert.match(variables['SCRUTINY_PACKAGE'] ?? '', /^https:\/\/github\.com\/.+\/v[\d.]+\/scrutiny-report-[\d.]+\.tgz$/);
    // Neither names a registry.
    for (const text of [world.read('.gitlab-ci.yml'), JSON.stringify(workflow)])
      assert.doesNotMatch(text, /npx|npm install scrutiny/);
  });

  it('installs in GitLab nothing but the package of the given checksum', async () => {
    await world.run(['init', '--name', 'Northmoor Council', '--ci', 'gitlab']);
    const { 'committee-reports': job } = parse(world.read('.gitlab-ci.yml')) as GitlabFile;
    world.write('release.tgz', 'the package');
    world.write('bin/npm', '#!/bin/sh\necho "$@" > installed\n');
    chmodSync(join(world.folder, 'bin/npm'), 0o755);
    const install = (checksum: string): number | null => {
      const env = { ...process.env, PATH: `${join(world.folder, 'bin')}${delimiter}${process.env['PATH']}` };
      const given = { SCRUTINY_SHA256: checksum, SCRUTINY_PACKAGE: `file://${join(world.folder, 'release.tgz')}` };
      const script = job.script.slice(0, -1).join('\n');
      return spawnSync('bash', ['-e', '-c', script], { cwd: world.folder, env: { ...env, ...given } }).status;
    };
    for (const wrong of ['', '0'.repeat(64)]) assert.notEqual(install(wrong), 0);
    assert.ok(!existsSync(join(world.folder, 'installed')));
    assert.equal(install(createHash('sha256').update('the package').digest('hex')), 0);
    assert.match(world.read('installed'), /^install --global --offline --ignore-scripts \.\/scrutiny-report-[\d.]+\.tgz$/m);
  });

  it('asks for what no option says', async () => {
    const { asked, ask } = answering([
      '',
      'Northmoor Council',
      'Cabinet',
      'cabinet',
      'Harbour Committee',
      '',
      'board papr',
      'Board-Paper',
      'gitlab',
    ]);
    const { code, stdout } = await world.run(['init'], { ask });
    assert.equal(code, 0);
    assert.equal(
      stdout,
      'Written: council.yaml, reports/first-report.md and .gitlab-ci.yml.\n' +
        'Next: look through council.yaml, fill in reports/first-report.md, and see what is left to do with: scrutiny lint\n',
    );
    assert.match(asked[7] ?? '', /^There is no board papr\. Did you mean “board-paper”\? Template of the first report \(/);
    const { name, committees } = parse(world.read('council.yaml')) as Record<string, unknown>;
    assert.deepEqual([name, committees], ['Northmoor Council', [{ name: 'Cabinet' }, { name: 'Harbour Committee' }]]);
    assert.match(world.read('reports/first-report.md'), /^---\ntemplate: board-paper\n/);
    world = new TempRepository();
    const rest = answering(['none']);
    await world.run(['init', '--name', 'x', '--committee', 'y', '--template', 'partner-paper'], { ask: rest.ask });
    assert.equal(rest.asked.length, 1);
  });

  it('writes nothing where it is not told enough, or a person stops', async () => {
    const refusals: [Promise<Outcome>, RegExp][] = [
      [world.run(['init']), /say which council it is: scrutiny init --name "Northmoor Council"/],
      [world.run(['init', '--name', ' ']), /a name is one line of text, with letters in it/],
      [world.run(['init', '--name', 'a\nb']), /a name is one line of text, with letters in it/],
      [world.run(['init', '--name', 'a', '--ci', 'jenkins']), /Allowed choices are github, gitlab, none/],
      [world.run(['init'], { ask: answering(['Northmoor Council', 'Cabinet']).ask }), /stopped; nothing was written/],
    ];
    for (const [refusal, message] of refusals) {
      const { code, stderr } = await refusal;
      assert.equal(code, 2);
      assert.match(stderr, message);
    }
    assert.throws(() => world.read('council.yaml'), { code: 'ENOENT' });
  });

  it('overwrites nothing: where one file is there, it names it and writes none', async () => {
    world.write('reports/first-report.md', 'mine');
    world.write('.gitlab-ci.yml', 'mine');
    const { code, stdout, stderr } = await world.run(['init', '--name', 'Northmoor Council', '--ci', 'gitlab']);
    assert.deepEqual([code, stdout], [2, '']);
    assert.equal(
      stderr,
      'scrutiny: reports/first-report.md: this file is there already, and is left as it is\n' +
        'scrutiny: .gitlab-ci.yml: this file is there already, and is left as it is\n' +
        'scrutiny: nothing was written; move what is in the way, or run scrutiny init in another folder\n',
    );
    assert.equal(world.read('reports/first-report.md'), 'mine');
    assert.throws(() => world.read('council.yaml'), { code: 'ENOENT' });
  });
});
