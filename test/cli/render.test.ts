import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { startPreview } from '../../server/src/cli/preview/previewServer.ts';
import { nodeFileSystem } from '../../server/src/workspace/files/nodeFileSystem.ts';
import { paper, TempRepository } from '../support/tempRepository.ts';

const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>';

describe('scrutiny render', () => {
  let world: TempRepository;
  beforeEach(() => {
    world = new TempRepository({ 'a.md': paper({}, 'Text.\n\n![A dot](dot.svg)\n'), 'dot.svg': PICTURE });
  });
  afterEach(() => TempRepository.removeAll());

  it('writes HTML and Word, pictures and all, and leaves nothing beside them', async () => {
    assert.deepEqual(await world.run(['render', 'a.md', '-o', 'a.html']), { code: 0, stdout: 'a.html\n', stderr: '' });
    assert.deepEqual((await world.run(['render', 'a.md', '-o', 'a.docx'])).code, 0);
    assert.match(world.read('a.html'), /^<!doctype html>[^]*<img src="data:image\/svg\+xml;base64,[^"]*" alt="A dot"/);
    assert.equal(world.read('a.docx').slice(0, 2), 'PK');
    assert.deepEqual(readdirSync(world.folder).sort(), ['.git', 'a.docx', 'a.html', 'a.md', 'dot.svg']);
  });

  it('says what to do for a PDF where there is no browser', async () => {
    const { code, stderr } = await world.run(['render', 'a.md', '-o', 'b.pdf'], { env: { SCRUTINY_BROWSER: '/no/browser' } });
    assert.equal(code, 2);
    assert.match(
      stderr,
      /^scrutiny: b\.pdf: a PDF needs Chrome, Edge or Chromium, and none was found\. Write FILE\.html instead/,
    );
  });

  it('says in one line what it cannot do', async () => {
    const says = async (...argv: string[]): Promise<string> => {
      const { code, stderr } = await world.run(['render', ...argv]);
      assert.equal(code, 2);
      return stderr;
    };
    assert.match(await says('a.md', '-o', 'a.txt'), /must end in \.html, \.docx or \.pdf/);
    assert.match(await says('none.md', '-o', 'a.html'), /none\.md: it cannot be read: it does not exist/);
    assert.match(await says('a.md', '-o', 'a.md/a.html'), /a\.md\/a\.html: it cannot be written: /);
    world.write('note.md', '# Note\n');
    assert.match(await says('note.md', '-o', 'a.html'), /note\.md: it is no report/);
  });

  it('shows no picture from outside the repository, by whatever way', async () => {
    mkdirSync(join(world.folder, 'inner', '.git'), { recursive: true });
    world.write('secret.svg', PICTURE);
    symlinkSync('../secret.svg', join(world.folder, 'inner/link.svg'));
    const pictures = ['../secret.svg', 'link.svg', join(world.folder, 'secret.svg'), `file://${world.folder}/secret.svg`];
    world.write('inner/a.md', paper({}, pictures.map((path) => `![x](${path})`).join('\n\n')));
    await world.run(['render', 'inner/a.md', '-o', 'a.html']);
    assert.doesNotMatch(world.read('a.html'), /<img/);
  });
});

describe('scrutiny preview', () => {
  afterEach(() => TempRepository.removeAll());

  /** What the server answers to a request: its status, and the text. */
  async function get(url: string, host?: string): Promise<[number, string]> {
    return new Promise((resolve, reject) => {
      const options = host === undefined ? {} : { headers: { host } };
      request(url, options, (response) => {
        const chunks: string[] = [];
        response.setEncoding('utf8').on('data', (text: string) => chunks.push(text));
        response.on('end', () => resolve([response.statusCode ?? 0, chunks.join('')]));
      }).on('error', reject).end(); // prettier-ignore
    });
  }

  it('lists reports, shows each, and answers nobody without the secret or by another name', async () => {
    const world = new TempRepository({
      'a.md': paper({ title: 'Fish & <chips>' }),
      'b.md': paper({ title: '' }),
      'c.txt': 'secret',
    });
    const io = { stdout: process.stdout, stderr: process.stderr, stdin: () => Promise.resolve(new Uint8Array()), cwd: world.folder, env: {}, isTty: false, columns: 80, fileSystem: nodeFileSystem }; // prettier-ignore
    const server = await startPreview(io, world.folder, 0);
    try {
      const [status, list] = await get(server.url);
      assert.equal(status, 200);
      assert.match(list, /Fish &amp; &lt;chips&gt;<\/a><br>a\.md<\/th><td>nothing found/);
      assert.match(list, /b\.md<\/th><td><span class="error">1 error/);
      const [, report] = await get(`${server.url}report?file=a.md`);
      assert.match(report, /<h1[^>]* data-line="5">Fish &amp; &lt;chips&gt;<\/h1>/);
      const { origin, port } = new URL(server.url);
      for (const [url, host] of [
        [`${origin}/`, undefined], [`${origin}/wrong/`, undefined], [server.url, 'attack.example'], [server.url, `attack.example:${port}`],
        [`${server.url}report?file=c.txt`, undefined], [`${server.url}report?file=../../etc/passwd`, undefined], [`${server.url}c.txt`, undefined],
      ] as const) {
        assert.equal((await get(url, host))[0], 404, `${url} ${host}`);
      } // prettier-ignore
    } finally {
      await server.close();
    }
  });

  it('tells the page when a file changes', async () => {
    const world = new TempRepository({ 'a.md': paper() });
    const io = { stdout: process.stdout, stderr: process.stderr, stdin: () => Promise.resolve(new Uint8Array()), cwd: world.folder, env: {}, isTty: false, columns: 80, fileSystem: nodeFileSystem }; // prettier-ignore
    const server = await startPreview(io, world.folder, 0);
    try {
      const told = new Promise<string>((resolve, reject) => {
        request(`${server.url}changes`, (response) => {
          response.setEncoding('utf8').on('data', (text: string) => (text.includes('changed') ? resolve(text) : writeFileSync(join(world.folder, 'b.md'), paper()))); // prettier-ignore
        }).on('error', reject).end(); // prettier-ignore
      });
      assert.equal(await told, 'data: changed\n\n');
      assert.ok(existsSync(join(world.folder, 'b.md')));
    } finally {
      await server.close();
    }
  });
});
