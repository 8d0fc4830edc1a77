import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startPreview } from '../../server/src/cli/preview/previewServer.ts';
import { ATTACKS, attackedReport } from '../browser/attacks.ts';
import { paper, UNFIT, TempRepository } from '../support/tempRepository.ts';
import { TestClient } from '../support/testClient.ts';
import { nodeFileSystem } from '../../server/src/workspace/files/nodeFileSystem.ts';
import { compileCustomTemplates } from '../../server/src/template/customTemplates.ts';
import { assertXml } from './invariants.ts';

const SECRET = 'the secret of another folder';
const SECURITY = readFileSync(new URL('../../SECURITY.md', import.meta.url), 'utf8');
const BIN = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** A repository with a folder beside it that is none of its business. */
function repository(files: Readonly<Record<string, string>>) {
  const world = new TempRepository();
  mkdirSync(join(world.folder, 'repo/.git'), { recursive: true });
  for (const [name, text] of Object.entries(files)) world.write(`repo/${name}`, text);
  return {
    world,
    beside: (name: string, text: string) => {
      world.write(`beside/${name}`, text);
      return join(world.folder, 'beside', name);
    },
  };
}

async function said(world: TempRepository, ...argv: string[]): Promise<string> {
  const { stdout, stderr } = await world.run(argv, { cwd: join(world.folder, 'repo') });
  return stdout + stderr;
}

describe('SECURITY.md', () => {
  const own = new Set<string>();
  const threat = (name: string, test: () => Promise<void> | void): void => {
    own.add(name);
    it(name, test);
  };
  afterEach(() => TempRepository.removeAll());

  threat('paths out of the repository', async () => {
    const secret = paper({ title: SECRET });
    const { world, beside } = repository({ 'council.yaml': 'name: x\nlogo: ../beside/logo.svg\n' });
    const picture = beside(
      'logo.svg',
      `<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><desc>${SECRET}</desc></svg>`,
    );
    const note = beside('note.md', secret);
    world.write('repo/.git/HEAD', '');
    const paths = [
      '../beside/logo.svg',
      picture,
      `file://${picture}`,
      '..%2fbeside%2flogo.svg',
      '..\\beside\\logo.svg',
      'link.svg',
    ];
    world.link('repo/link.svg', picture);
    world.link('repo/folder', dirname(note));
    const links = [...paths, 'folder/note.md', '../beside/note.md#nothing', 'folder/note.md#nothing'];
    const body = links.map((path) => `![a](<${path}>) [b](<${path}>)`).join('\n\n');
    world.write('repo/a.md', paper({ appendices: `[${links.map((file) => `{ title: T, file: '${file}' }`).join(', ')}]` }, body));
    assert.doesNotMatch(await said(world, 'lint', '--format', 'json'), /secret/);
    await said(world, 'render', 'a.md', '-o', 'a.html');
    const html = world.read('repo/a.html');
    assert.doesNotMatch(html, /<img|secret/);
    // Each is as good as not there.
    const [entry] = JSON.parse((await world.run(['lint', '--format', 'json', 'a.md'], { cwd: join(world.folder, 'repo') })).stdout) as { findings: { rule: string }[] }[]; // prettier-ignore
    assert.ok((entry?.findings.filter(({ rule }) => rule === 'link-broken').length ?? 0) >= links.length);
  });

  threat('links out of the repository', async () => {
    const { world, beside } = repository({ 'a.md': UNFIT, 'inner/b.md': UNFIT });
    world.link('repo/out.md', beside('secret.md', paper({ title: `TBC ${SECRET}` })));
    world.write('repo/council.yaml', 'templates: forms/*.schema.json\nreports: "**/*.md"\n');
    mkdirSync(join(world.folder, 'repo/forms'));
    world.link('repo/forms/out.schema.json', beside('secret.json', `${SECRET}: no JSON`));
    mkdirSync(join(world.folder, 'repo/other'));
    world.link('repo/other/council.yaml', beside('council.yaml', `${SECRET}:\n\t- x\n`));
    world.write('repo/other/c.md', UNFIT);
    world.link('repo/inner/in.md', '../a.md');
    const output = await said(world, 'lint');
    assert.doesNotMatch(output, /secret of/);
    for (const name of ['out.md', 'forms/out.schema.json', 'other/council.yaml'])
      assert.match(output, new RegExp(`^scrutiny: ${name}: it is not read: its link leads out of the repository`, 'm'));
    assert.match(output, /checked 3 reports/);
  });

  threat('keys that are parts of objects', async () => {
    const keys = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'];
    const lines = keys.map((key) => `${key}: { polluted: yes, name: x }\n`).join('');
    const schema = { title: 'Own', type: 'object', $ref: 'scrutiny:report', properties: JSON.parse('{"__proto__": {"title": "P", "type": "string"}, "constructor": {"type": "object"}, "title": {}}') as unknown }; // prettier-ignore
    const { world } = repository({
      'council.yaml': `templates: own.schema.json\n${lines}rules:\n${keys.map((key) => `  ${key}: off\n`).join('')}acronyms:\n${keys.map((key) => `  ${key}: words\n`).join('')}`,
      'own.schema.json': JSON.stringify(schema),
      'a.md': `---\ntemplate: own\n${lines}title:\n---\n\n<!-- scrutiny-disable constructor -->\n\nAB __proto__ toString\n`,
    });
    await said(world, 'lint', '--fix', '--format', 'json');
    assert.equal(Reflect.get({}, 'polluted'), undefined);
    assert.equal(
      Reflect.get(() => undefined, 'polluted'),
      undefined,
    );
    assert.match(await said(world, 'lint'), /checked 1 report/);
  });

  threat('references to elsewhere', async () => {
    const { world, beside } = repository({});
    const secret = beside('secret.schema.json', JSON.stringify({ title: SECRET, $defs: { a: { type: 'string' } } }));
    let asked = 0;
    const fetched = globalThis.fetch;
    globalThis.fetch = () => {
      asked++;
      return Promise.reject(new Error('no network'));
    };
    try {
      for (const $ref of ['http://127.0.0.1:9/x.json', 'https://attack.example/x', `file://${secret}`, secret, '../beside/secret.schema.json', '/etc/passwd']) {
        for (const schema of [{ $ref }, { $ref: 'scrutiny:report', properties: { title: { $ref } } }, { $schema: $ref, $ref: 'scrutiny:report', properties: {} }, { $id: $ref, $ref: 'x.json', properties: {} }, { $dynamicRef: $ref, properties: {} }]) {
          const file = join(world.folder, 'repo/own.schema.json');
          const { templates, problems } = await compileCustomTemplates(new Map([[file, JSON.stringify({ title: 'Own', type: 'object', ...schema })]])); // prettier-ignore
          assert.doesNotMatch(JSON.stringify([templates, problems]), /secret of/);
        }
      } // prettier-ignore
    } finally {
      globalThis.fetch = fetched;
    }
    assert.equal(asked, 0);
  });

  threat('patterns that backtrack', async () => {
    const evil = ['^(a+)+$', '(a|aa)+$', '^(([a-z])+.)+[A-Z]([a-z])+$', '(.*a){20}$', '^(a|a)*$', '([a-zA-Z]+)*!'];
    const text = 'a'.repeat(5000);
    const schema = { title: 'Own', type: 'object', $ref: 'scrutiny:report', properties: Object.fromEntries(evil.map((pattern, i) => [`x-${i}`, { type: 'string', pattern }])), patternProperties: Object.fromEntries(evil.map((pattern) => [pattern, true])) }; // prettier-ignore
    const { world } = repository({
      'council.yaml': `templates: own.schema.json\nchecks:\n${evil.map((pattern, i) => `  - { name: check-${i}, message: No., field: body, must-not-match: '${pattern}' }\n`).join('')}`,
      'own.schema.json': JSON.stringify(schema),
      'a.md': `---\ntemplate: own\n${evil.map((_, i) => `x-${i}: ${text}!\n`).join('')}---\n\n${text}! ${text}\n`,
    });
    // With patterns that go back on their steps this would not end while anybody waits.
    assert.match(await said(world, 'lint'), /checked 1 report/);
  });

  threat('patterns for file names that backtrack', async () => {
    const globs = [`${'*a'.repeat(15)}b.md`, '(a+)+b.md', '{a,a}'.repeat(40), `${'**/'.repeat(30)}b`, '@(a|aa)+b', '+(+(a))b.md'];
    const { world } = repository({
      'council.yaml': `reports:\n${globs.map((glob) => `  - '${glob}'\n  - 'reports/${glob}'\n`).join('')}templates:\n${globs.map((glob) => `  - '${glob}.json'\n`).join('')}`,
      [`${'a'.repeat(200)}.md`]: paper(),
      [`${'a/'.repeat(60)}${'a'.repeat(200)}.md`]: paper(),
      [`${'a'.repeat(200)}.json`]: '{}',
      '.gitignore': `${globs.join('\n')}\n`,
    });
    const output = await said(world, 'lint');
    assert.match(output, /checked 2 reports/);
    assert.equal([...output.matchAll(/too\s+involved\s+to\s+be\s+used/g)].length, 3 * globs.length);
  });

  threat('aliases, nesting and size', async () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]', ...'bcdefghij'.split('').map((key, i) => `${key}: &${key} [${Array(9).fill(`*${'abcdefghi'[i]}`).join(', ')}]`)].join('\n'); // prettier-ignore
    const { world } = repository({
      'bomb.md': `---\ntemplate: partner-paper\n${bomb}\n---\n`,
      'deep.md': `---\ntemplate: partner-paper\na: ${'['.repeat(5000)}\n---\n\n${'>'.repeat(5000)} a\n`,
      'large.md': paper({}, 'word '.repeat(400_000)),
      'council.yaml': bomb,
    });
    assert.match(await said(world, 'lint'), /checked 3 reports/);
  });

  threat('markup in what is written', async () => {
    const name = `a"><script>alert(1)<&'.md`;
    const { world } = repository({ [name]: attackedReport('committee-report'), 'javascript:alert(1).md': UNFIT });
    const outputs: Record<string, string> = {};
    for (const format of ['html', 'sarif', 'junit', 'json', 'gitlab', 'github'])
      outputs[format] = await said(world, 'lint', '--format', format);
    outputs['status'] = await said(world, 'status', '--all', '--format', 'html');
    assert.match(outputs['status'] ?? '', /&lt;script&gt;/);
    for (const page of ['html', 'status'])
      assert.doesNotMatch(outputs[page] ?? '', /<script|<img|<iframe|<svg|<base|<object|href="(?!https:)[a-z]+:/i);
    for (const json of ['sarif', 'json', 'gitlab']) JSON.parse(outputs[json] ?? '');
    assertXml(outputs['junit'] ?? '');
    // In SARIF [text](1) is a link: what comes from a report is plain text there, and never Markdown.
    assert.doesNotMatch(outputs['sarif']?.replace(/"rules":\[.*?\n/s, '') ?? '', /"markdown":/);
    for (const line of (outputs['github'] ?? '').split('\n')) assert.match(line, /^(?!::)|^::(?:error|warning|notice) /);
    assert.ok(ATTACKS.length > 10);
  });

  threat('marks that a terminal acts on', () => {
    const escape = '\u001b[2J\u001b]0;owned\u0007\u009b31m\u0008\u202e';
    const { world } = repository({
      ['a\u001b[31m.md']: paper(
        { title: `"TBC ${escape}"`, unknown: escape },
        `TBC ${escape}\n\n[a](${escape}.md) ![](${escape})\n`,
      ),
      'council.yaml': `name: ${escape}\nrules: { "${escape}": off }\ntemplates: "${escape}*.json"\n`,
    });
    for (const argv of [
      ['lint'],
      ['status', '--all'],
      ['lint', `no-${escape}.md`],
      ['explain', escape],
      ['new', escape, `b${escape}.md`],
      ['lint', '--format', escape],
    ]) {
      const { stdout, stderr } = spawnSync(process.execPath, [BIN, ...argv], { cwd: join(world.folder, 'repo'), encoding: 'utf8', env: { ...process.env, FORCE_COLOR: '0' } }); // prettier-ignore
      assert.doesNotMatch(stdout + stderr, /[\0-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/, argv[0]);
    }
  });

  threat('commands to the machine of a CI', () => {
    const commands = ['::stop-commands::x', '::error file=a::no', '##[add-mask]a', '##vso[task.setvariable variable=PATH]a', "##teamcity[buildStop comment='a']"]; // prettier-ignore
    const { world } = repository({
      ...Object.fromEntries(commands.map((command, i) => [`${command}-${i}.md`, paper({ title: `'TBC ${command}'`, unknown: `'${command}'`, committee: `'${command} ${command}'` }, `TBC ${command}\n\n${command} TBC\n\n[a](${command}.md)\n`)])),
      'council.yaml': `name: '${commands[0]}'\nrules: { '${commands[0]}': off, '${commands[2]}': off }\n`,
    }); // prettier-ignore
    for (const argv of [
      ['lint'],
      ['lint', '--format', 'github'],
      ['status', '--all'],
      ...commands.flatMap((command) => [
        ['lint', `${command}.md`],
        ['explain', command],
        ['new', command, `${command}.md`],
      ]),
    ]) {
      const { stdout, stderr } = spawnSync(process.execPath, [BIN, ...argv], { cwd: join(world.folder, 'repo'), encoding: 'utf8', env: { ...process.env, COLUMNS: '40' } }); // prettier-ignore
      const ours = /^::(?:error|warning|notice) file=[^:]*(?:,line=\d+,endLine=\d+(?:,col=\d+,endColumn=\d+)?,title=[a-z-]+)?::/;
      for (const line of (stdout + stderr).split('\n')) {
        if (argv.includes('github') && ours.test(line)) continue;
        assert.doesNotMatch(line, /^\s*::|##\w*\[/, argv[0]);
      }
    }
  });

  threat('an untrusted folder', async () => {
    const files = {
      '/work/council.yaml': 'templates: own.schema.json\n',
      '/work/own.schema.json':
        '{ "title": "Own", "x-layout": "labelled-values", "$ref": "scrutiny:report", "properties": { "template": {}, "title": {} } }',
    };
    const text = '---\ntemplate: own\ntitle: x\n---\n\nText\n';
    const open = async (trusted: boolean): Promise<string[]> => {
      const editor = await TestClient.start({ files, options: { trusted } });
      await editor.open('file:///work/a.md', text);
      const found = await editor.findings('file:///work/a.md');
      await editor.stop();
      return found;
    };
    assert.deepEqual(await open(true), []);
    assert.match((await open(false)).join(), /template-unknown/);
  });

  threat('another site asks the preview', async () => {
    const world = new TempRepository({ 'a.md': paper(), 'secret.txt': SECRET });
    const io = { stdout: process.stdout, stderr: process.stderr, stdin: () => Promise.resolve(new Uint8Array()), cwd: world.folder, env: {}, isTty: false, columns: 80, fileSystem: nodeFileSystem }; // prettier-ignore
    const server = await startPreview(io, world.folder, 0);
    const ask = (path: string, method = 'GET', headers: Record<string, string> = {}): Promise<{ status: number; text: string; policy: string }> =>
      new Promise((resolve, reject) => {
        const asked = request(new URL(path, server.url), { method, headers }, (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (part: string) => (text += part));
          response.on('end', () => resolve({ status: response.statusCode ?? 0, text, policy: String(response.headers['content-security-policy']) }));
        });
        asked.on('error', reject).end();
      }); // prettier-ignore
    try {
      const { port } = new URL(server.url);
      assert.equal((await ask('')).status, 200);
      for (const host of ['attack.example', `attack.example:${port}`, '0.0.0.0', `127.0.0.1.attack.example:${port}`, `[::1]:${port}`])
        assert.equal((await ask('', 'GET', { host })).status, 404, host);
      for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) assert.equal((await ask('', method)).status, 404, method);
      for (const path of ['/', '/x/', '../', 'secret.txt', 'report?file=secret.txt', 'report?file=../../etc/passwd', 'report?file=%2fetc%2fpasswd', 'report?file=a.md%00', '%2e%2e/', '//attack.example/'])
        assert.doesNotMatch((await ask(path).catch(() => ({ text: '' }))).text, /secret of|root:/, path);
      const { policy, text } = await ask('report?file=a.md');
      assert.match(policy, /default-src 'none'.*frame-ancestors 'none'/);
      assert.match(text, /library/);
    } finally {
      await server.close();
    } // prettier-ignore
  });

  it('names the tests that there are', () => {
    const named = [...SECURITY.matchAll(/\*\*(.+?)\*\* \| (.*) \|$/gm)].filter(
      ([, , holds]) => !/`test\/(?:robustness|rules|linter|workspace)\//.test(holds ?? ''),
    );
    assert.deepEqual(named.map(([, name]) => name).sort(), [...own].sort());
    for (const [, file = ''] of SECURITY.matchAll(/`(test\/\w+\/[\w.]+)`/g))
      assert.ok(existsSync(new URL(`../../${file}`, import.meta.url)), file);
  });

  it('is right that nothing is installed beside what is shipped', () => {
    const shipped = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as Record<string, unknown>;
    for (const key of ['dependencies', 'optionalDependencies', 'peerDependencies', 'bundleDependencies'])
      assert.equal(shipped[key], undefined, key);
  });
});
