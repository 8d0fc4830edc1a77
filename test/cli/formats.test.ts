import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { MemoryFiles, failure } from '../support/memoryFiles.ts';
import { FIXABLE, paper, run, UNFIT, WARNED, TempRepository } from '../support/tempRepository.ts';

const HOSTILE = paper({ title: '"<script>alert(1)</script> & 100% ]]> \\u0001 #12"', appendices: 'n/a' });

describe('forms of output', () => {
  let world: TempRepository;
  const make = (files: Readonly<Record<string, string | Uint8Array>>): TempRepository => (world = new TempRepository(files));
  afterEach(() => TempRepository.removeAll());

  describe('several at once', () => {
    it('go each to its file, beside one on the screen', async () => {
      make({ 'a.md': FIXABLE });
      const { code, stdout } = await world.run([
        'lint',
        '--format',
        'json=out.json',
        '--format',
        'text',
        '--format',
        'junit=out.xml',
      ]);
      assert.equal(code, 1);
      assert.match(stdout, /^a\.md\n/);
      assert.equal(world.read('out.json'), (await world.run(['lint', '--format', 'json'])).stdout);
      assert.equal(world.read('out.xml'), (await world.run(['lint', '--format', 'junit'])).stdout);
      assert.deepEqual(readdirSync(world.folder).sort(), ['.git', 'a.md', 'out.json', 'out.xml']);
    });

    it('leave the screen alone where all go to files, and never colour a file', async () => {
      make({ 'a.md': FIXABLE });
      const { stdout } = await world.run(['lint', '--format', 'text=out.txt'], { isTty: true });
      assert.equal(stdout, '');
      assert.equal(world.read('out.txt'), (await world.run(['lint'])).stdout);
    });

    it('are refused when they cannot be told apart, or are none', async () => {
      make({ 'a.md': FIXABLE });
      const two = await world.run(['lint', '--format', 'json', '--format', 'text']);
      assert.equal(two.code, 2);
      assert.match(two.stderr, /Only one form goes to the screen/);
      assert.match((await world.run(['lint', '--format', 'xml'])).stderr, /Choose from text, json, sarif, github/);
      assert.match((await world.run(['lint', '--format', 'json='])).stderr, /Name a file/);
    });

    it('go to a folder that is made for them', async () => {
      make({ 'a.md': FIXABLE });
      assert.equal((await world.run(['lint', '--format', 'json=out/of/a.json'])).stderr, '');
      assert.equal((JSON.parse(world.read('out/of/a.json')) as unknown[]).length, 1);
    });

    it('that cannot be written are named, exit 2, and the others are whole', async () => {
      make({ 'a.md': FIXABLE });
      const { code, stdout, stderr } = await world.run(['lint', '--format', 'json', '--format', 'sarif=a.md/out.sarif']);
      assert.equal(code, 2);
      assert.equal(stderr, 'scrutiny: a.md/out.sarif: it cannot be written: a part of its path is no folder\n');
      assert.equal((JSON.parse(stdout) as unknown[]).length, 1);
    });

    it('tell of a disk that is full in the middle, and leave the old file as it was', async () => {
      const files = new MemoryFiles({ '/w/.git/HEAD': '', '/w/a.md': FIXABLE, '/w/b.md': WARNED, '/w/out.json': 'old' });
      files.createFile = () => {
        let left = 1;
        return {
          write(): void {
            if (left-- === 0) throw failure('ENOSPC');
          },
          finish: () => assert.fail('a file that is not whole was put in place'),
          discard: () => undefined,
          replaces: () => false,
        };
      };
      const asked = ['lint', '--format', 'json=out.json', '--format', 'gitlab'];
      const { code, stdout, stderr } = await run(asked, { cwd: '/w', fileSystem: files });
      assert.equal(code, 2);
      assert.equal(stderr, 'scrutiny: out.json: it cannot be written: the disk is full\n');
      assert.equal((JSON.parse(stdout) as unknown[]).length, 2);
      assert.equal(files.text('/w/out.json'), 'old');
    });
  });

  describe('sarif', () => {
    interface Log {
      runs: [
        {
          tool: { driver: { rules: { id: string; helpUri: string }[] } };
          results: { ruleId: string; ruleIndex: number; fixes?: object[]; partialFingerprints: Record<string, string> }[];
          invocations: [{ executionSuccessful: boolean; toolExecutionNotifications: object[] }];
        },
      ];
    }
    const sarif = async (...argv: string[]): Promise<Log['runs'][0]> =>
      (JSON.parse((await world.run(['lint', '--format', 'sarif', ...argv])).stdout) as Log).runs[0];

    it('gives each finding with its rule, place, fixes and fingerprint', async () => {
      make({ 'a b.md': FIXABLE });
      const { results, tool } = await sarif();
      const [first] = results;
      assert.ok(first);
      const { partialFingerprints, ...result } = first;
      assert.match(partialFingerprints['scrutinyFinding/v1'] ?? '', /^[0-9a-f]{32}$/);
      assert.equal(tool.driver.rules[result.ruleIndex]?.id, 'field-invalid');
      const artifactLocation = { uri: 'a%20b.md', uriBaseId: 'SRCROOT' };
      const region = { startLine: 6, startColumn: 13, endLine: 6, endColumn: 16 };
      assert.deepEqual(
        { ...result, ruleIndex: 0, message: 0 },
        {
          ruleId: 'field-invalid',
          ruleIndex: 0,
          level: 'error',
          message: 0,
          locations: [{ physicalLocation: { artifactLocation, region } }],
          fixes: [
            {
              description: { text: 'Change to “none”' },
              artifactChanges: [
                { artifactLocation, replacements: [{ deletedRegion: region, insertedContent: { text: 'none' } }] },
              ],
            },
          ],
        },
      );
    });

    it('keeps a fingerprint while lines come and go above, and gives no two findings the same', async () => {
      const prints = async (): Promise<string[]> =>
        (await sarif()).results.map(({ partialFingerprints }) => partialFingerprints['scrutinyFinding/v1'] ?? '');
      make({ 'a.md': paper({}, 'TODO ask.\n\nTODO ask.\n') });
      const before = await prints();
      assert.equal(new Set(before).size, 2);
      world.write('a.md', paper({}, 'It opened in 1931.\n\nTODO ask.\n\nTODO ask.\n'));
      assert.deepEqual(await prints(), before);
    });

    it('says that the run was not whole, and why', async () => {
      make({ 'a.md': paper(), 'u.md': Buffer.from(`\ufeff${paper()}`, 'utf16le') });
      const { invocations } = await sarif();
      assert.equal(invocations[0].executionSuccessful, false);
      assert.equal(invocations[0].toolExecutionNotifications.length, 1);
    });
  });

  describe('github', () => {
    it('is workflow commands, with what would end one made harmless', async () => {
      make({ 'a,b:c.md': HOSTILE });
      const { stdout } = await world.run(['lint', '--format', 'github']);
      const [first] = stdout.split('\n');
      assert.match(first ?? '', /^::error file=a%2Cb%3Ac\.md,line=6,endLine=6,col=13,endColumn=15,title=field-invalid::[^%]*$/);
      assert.match(stdout, /\n1 error, 0 warnings, 0 notes; checked 1 report\.\n$/);
    });

    it('adds to the summary of the job', async () => {
      make({ 'a.md': UNFIT, 'b.md': WARNED, 'summary.md': 'Before.\n' });
      const env = { GITHUB_STEP_SUMMARY: `${world.folder}/summary.md` };
      await world.run(['lint', '--format', 'github', 'a.md', 'b.md'], { env });
      assert.match(
        world.read('summary.md'),
        /^Before\.\n## Committee reports\n\n1 error, 1 warning, 0 notes; checked 2 reports\.\n/,
      );
      assert.match(world.read('summary.md'), /^\| b\.md:5 \| warning \| .*value-cut \|$/m);
    });

    it('says what the limit of annotations cuts', async () => {
      make(Object.fromEntries(Array.from({ length: 13 }, (_, i) => [`${i}.md`, UNFIT])));
      const { stdout } = await world.run(['lint', '--format', 'github']);
      assert.match(stdout, /: 3 findings more are in this log only\.\n/);
    });
  });

  it('gitlab is a code quality report with fingerprints of its own', async () => {
    make({ 'a.md': UNFIT, 'b.md': UNFIT });
    const entries = JSON.parse((await world.run(['lint', '--format', 'gitlab'])).stdout) as Record<string, unknown>[];
    assert.deepEqual(
      entries.map(({ check_name, severity, location }) => ({ check_name, severity, location })),
      ['a.md', 'b.md'].map((path) => ({
        check_name: 'field-missing',
        severity: 'major',
        location: { path, lines: { begin: 2, end: 2 } },
      })),
    );
    assert.equal(new Set(entries.map(({ fingerprint }) => fingerprint)).size, 2);
  });

  it('junit is a suite for each report, well formed whatever the text', async () => {
    make({ 'a&b.md': HOSTILE, 'good.md': paper(), 'u.md': Buffer.from(`\ufeff${paper()}`, 'utf16le') });
    const { stdout } = await world.run(['lint', '--format', 'junit']);
    assert.match(stdout, /<testsuite name="a&amp;b\.md" tests="1" failures="1" errors="0">/);
    assert.match(stdout, /<testsuite name="good\.md" tests="1" failures="0" errors="0">\n {4}<testcase name="fit to publish"/);
    assert.match(stdout, /<testsuite name="u\.md" tests="1" failures="0" errors="1">/);
    const open = stdout.match(/<(?!\?|\/)[a-z-]+(?:\s[^<>]*[^/])?>/g) ?? [];
    assert.equal(open.length, stdout.match(/<\/[a-z-]+>/g)?.length);
  });

  describe('html', () => {
    it('sorts reports by meeting, and shows text as text', async () => {
      make({
        'late.md': paper({ date: '2026-11-24' }),
        'early.md': HOSTILE.replace('2026-09-08', '2026-09-01'),
        'undated.md': paper({ date: 'soon' }),
      });
      const { stdout } = await world.run(['lint', '--format', 'html']);
      const heads = [...stdout.matchAll(/<h2 id="meeting-\d">(.*)<\/h2>/g)].map(([, name]) => name);
      const committee = 'People and Health Scrutiny Committee';
      assert.deepEqual(heads, [`${committee}, no date`, `${committee}, Tuesday 1 September 2026`, `${committee}, Tuesday 24 November 2026`]); // prettier-ignore
      assert.doesNotMatch(stdout, /<script/);
      assert.match(stdout, /<h3>&lt;script&gt;alert\(1\)&lt;\/script&gt; &amp; 100%/);
      assert.match(stdout, /<tr class="error"><td class="number">6<\/td>/);
    });
  });
});
