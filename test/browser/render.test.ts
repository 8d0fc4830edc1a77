import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import JSZip from 'jszip';
import { decodeImage } from '../../server/src/layout/decodeImage.ts';
import { paper, TempRepository } from '../support/tempRepository.ts';
import { browserPath } from './browser.ts';

describe('scrutiny render, with a browser', () => {
  let world: TempRepository;
  beforeEach(() => {
    world = new TempRepository({ 'a.md': paper({}, 'Text.\n\n![A dot](dot.svg)\n') });
    world.write('dot.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>');
  });
  afterEach(() => TempRepository.removeAll());

  it('prints a tagged PDF by a browser', async () => {
    const env = { SCRUTINY_BROWSER: await browserPath() };
    assert.deepEqual(await world.run(['render', 'a.md', '-o', 'a.pdf'], { env }), { code: 0, stdout: 'a.pdf\n', stderr: '' });
    const pdf = readFileSync(join(world.folder, 'a.pdf'), 'latin1');
    assert.match(pdf, /^%PDF-/);
    assert.match(pdf, /\/StructTreeRoot[^]*\/Marked true|\/Marked true[^]*\/StructTreeRoot/);
  });

  it('draws for Word, if there is a browser, what not every program can show', async () => {
    world.write(
      'dot.svg',
      '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="20"><rect width="10" height="20" fill="red"/></svg>',
    );
    const drawn = async (browser: string): Promise<Uint8Array> => {
      await world.run(['render', 'a.md', '-o', 'a.docx'], { env: { SCRUTINY_BROWSER: browser } });
      const word = await JSZip.loadAsync(readFileSync(join(world.folder, 'a.docx')));
      assert.equal(word.file(/\.svg$/).length, 1);
      return (await word.file(/\.png$/)[0]?.async('uint8array')) ?? assert.fail('there is no PNG');
    };
    const { type, width, height } = decodeImage(await drawn(await browserPath())) ?? assert.fail('it is no picture');
    assert.deepEqual([type, width, height], ['png', 30, 60]);
    assert.deepEqual(decodeImage(await drawn('/no/browser'))?.width, 1);
  });
});
