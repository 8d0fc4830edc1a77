import assert from 'node:assert/strict';
import JSZip from 'jszip';
import { writeHtml } from '../../server/src/layout/html/htmlFile.ts';
import { writeWord } from '../../server/src/layout/docx/docxWriter.ts';
import { allLayouts, laidOut, linesOfHtml, linesOfWord } from '../support/layouts.ts';

/** The parts of a Word file by their names. */
async function open(file: Uint8Array): Promise<(name: string) => Promise<string>> {
  const zip = await JSZip.loadAsync(file);
  return async (name) => (await zip.file(name)?.async('string')) ?? '';
}

describe('a Word file', () => {
  for (const { name, layout } of allLayouts()) {
    it(`of ${name} says what the HTML says, block for block`, async () => {
      const part = await open(await writeWord(layout));
      const notes = linesOfWord(await part('word/footnotes.xml'));
      assert.deepEqual([...linesOfWord(await part('word/document.xml')), ...notes], linesOfHtml(writeHtml(layout)));
    });
  }

  it('has a title, a language, headings, header rows, words for pictures and page numbers', async () => {
    const layout = allLayouts().find(({ name }) => name.includes('bus'))?.layout;
    assert.ok(layout);
    const part = await open(await writeWord(layout));
    const document = await part('word/document.xml');
    const styles = [...document.matchAll(/<w:pStyle w:val="(Heading\d)"\/>/g)].map(([, style]) => style);
    assert.deepEqual([...new Set(styles)], ['Heading1', 'Heading2']);
    assert.equal(styles.length, layout.blocks.filter(({ kind }) => kind === 'heading').length);
    assert.equal(document.match(/<w:tblHeader\/>/g)?.length, 2);
    assert.match(document, /descr="Grouped bar chart of journeys/);
    assert.match(document, /<w:numPr>/);
    assert.match(await part('docProps/core.xml'), /<dc:title>Supported bus services from August 2027<\/dc:title>/);
    assert.match(await part('word/styles.xml'), /<w:lang w:val="en-GB"\/>/);
    assert.match(await part('word/footer1.xml'), /PAGE[^]*NUMPAGES/);
  });

  it('has footnotes of its own, and nothing that XML cannot hold', async () => {
    const text = '---\ntemplate: partner-paper\ntitle: A & B <\u0007\n---\n\nText[^a] \u0001 and more.\n\n[^a]: The *note*.\n';
    const part = await open(await writeWord(laidOut(text)));
    assert.match(await part('word/document.xml'), /<w:footnoteReference w:id="1"\/>/);
    assert.deepEqual(linesOfWord(await part('word/footnotes.xml')), ['The note.']);
    assert.deepEqual(linesOfWord(await part('word/document.xml')), [
      'Northmoor Council',
      'A & B <\ufffd',
      'Text \ufffd and more.',
    ]);
  });
});
