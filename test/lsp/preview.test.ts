import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import {
  EXPORT,
  PREVIEW,
  PREVIEW_CHANGE,
  PREVIEWS_CHANGED,
  type ExportResult,
  type PreviewContent,
  type PreviewChange,
} from '../../server/src/lsp/protocol/protocol.ts';
import { paper } from '../support/tempRepository.ts';
import { TestClient, until, type EditorOptions } from '../support/testClient.ts';

const REPORT = 'file:///work/reports/library.md';
const LOGO = readFileSync(new URL('../../examples/northmoor/brand/logo.svg', import.meta.url), 'utf8');
const COUNCIL = 'name: Northmoor Council\nlogo: brand/logo.svg\n';
const TEXT = `---
template: partner-paper
committee: Cabinet
date: 2026-12-15
title: The library in Stanmere
purpose: For Information
officer-contact:
  name: Hannah Lisle
  title: Library Services Manager
  tel: 01632 960142
  email: hannah.lisle@northmoor.gov.uk
---

## 1. What is planned

1.1 The library opens on TBC, the the day of the fair.
`;

describe('the preview that the server gives', () => {
  const open = async (text: string, options: EditorOptions = {}): Promise<TestClient> => {
    const editor = await TestClient.start(options);
    await editor.open(REPORT, text);
    return editor;
  };
  const ask = (editor: TestClient, uri = REPORT): Promise<PreviewContent | null> =>
    editor.connection.sendRequest(PREVIEW, { uri });
  const body = (preview: PreviewContent | null): string => (preview?.html ?? '').replace(/^[^]*?(?=<h2)/, '');

  it('is the report as HTML, with its lines and with what was found in it', async () => {
    const editor = await open(TEXT);
    const preview = await ask(editor);
    assert.equal(
      body(preview),
      `<h2 id="s-1-what-is-planned" data-line="14"><span class="number">1. </span>What is planned</h2>
<p id="p-1.1" class="numbered" data-line="16"><span class="number">1.1 </span>The library opens on ` +
        '<mark class="info unfinished" data-finding="0" title="The report still says “TBC”. Find out and write it in, or say when it will be known.">TBC</mark>, ' +
        '<mark class="warning" data-finding="1" title="“the” stands twice. Delete one of them.">the the</mark> day of the fair.' +
        '<span class="flags"><button type="button" class="flag info" data-finding="0"><span class="said">Note: The report still says “TBC”. Find out and write it in, or say when it will be known.</span></button>' +
        '<button type="button" class="flag warning" data-finding="1"><span class="said">Warning: “the” stands twice. Delete one of them.</span></button></span></p>\n</main>\n',
    );
    const { version, title, stage, deadline, findings } = preview ?? {};
    assert.deepEqual([version, title, stage], [1, 'The library in Stanmere', 'draft']);
    assert.deepEqual(deadline, { day: 'Monday 7 December 2026', left: '11 working days left' });
    assert.deepEqual(
      findings?.map(({ rule, severity, range: { start, end } }) => [rule, severity, start, end]),
      [
        ['to-be-confirmed', 3, { line: 15, character: 25 }, { line: 15, character: 28 }],
        ['doubled-word', 2, { line: 15, character: 30 }, { line: 15, character: 37 }],
      ],
    );
    await editor.stop();
  });

  it('is of the newest version, with all that was typed before', async () => {
    const editor = await open(TEXT);
    for (const word of ['a', 'an', 'and']) await editor.replace(REPORT, 'TBC', `${word} TBC`);
    const preview = await ask(editor);
    assert.equal(preview?.version, 4);
    assert.match(preview.html, /opens on a an and <mark/);
    await editor.stop();
  });

  it('names pictures by the URIs of their files, and shows none from outside the council’s folder', async () => {
    const files = { '/work/council.yaml': COUNCIL, '/work/brand/logo.svg': LOGO, '/secret.svg': LOGO };
    const text = TEXT.replace('name: Hannah Lisle', 'name: A').concat('\n![A plan](../../secret.svg)\n');
    const editor = await open(text.replace('partner-paper', 'board-paper'), { files });
    const { html } = (await ask(editor)) ?? { html: '' };
    assert.deepEqual([...html.matchAll(/<img[^>]*>/g)].map(([image]) => image), ['<img src="file:///work/brand/logo.svg?v=hr7sch-q0" alt="">']); // prettier-ignore
    assert.match(html, /Picture not found: A plan/);
    await editor.stop();
  });

  it('reads a picture once, and again when it has changed: then its address is another', async () => {
    const files = { '/work/council.yaml': COUNCIL, '/work/brand/logo.svg': LOGO };
    const editor = await open(TEXT.replace('partner-paper', 'board-paper'), { files });
    const address = async (): Promise<string | undefined> => /<img src="([^"]*)"/.exec((await ask(editor))?.html ?? '')?.[1];
    const reads = (): number => editor.files.reads.filter((path) => path.endsWith('logo.svg')).length;
    const first = await address();
    await editor.replace(REPORT, 'TBC', 'Monday');
    assert.equal(await address(), first);
    assert.equal(reads(), 1);
    await editor.tell('file:///work/council.yaml', 2);
    assert.equal(await address(), first);
    editor.files.writeFile('/work/brand/logo.svg', new TextEncoder().encode(LOGO.replace('<svg ', '<svg id="new" ')));
    await editor.tell('file:///work/brand/logo.svg', 2);
    const second = await address();
    assert.match(second ?? '', /^file:\/\/\/work\/brand\/logo\.svg\?v=/);
    assert.notEqual(second, first);
    await editor.stop();
  });

  it('asks a client without a disk for the pictures, once, and again when they have changed', async () => {
    const files = { '/web/council.yaml': COUNCIL, '/web/brand/logo.svg': LOGO };
    const editor = await TestClient.start({ web: true, folders: ['memfs:/web'], files, options: { files: true } });
    const uri = 'memfs:/web/reports/a.md';
    await editor.open(uri, TEXT.replace('partner-paper', 'board-paper'));
    const wanted = /<img src="memfs:\/web\/brand\/logo\.svg\?v=hr7sch-q0" alt="">/;
    assert.match((await ask(editor, uri))?.html ?? '', wanted);
    assert.match((await ask(editor, uri))?.html ?? '', wanted);
    assert.equal(editor.asked.filter((one) => one.endsWith('logo.svg')).length, 1);
    await editor.tell('memfs:/web/brand/logo.svg', 2);
    assert.match((await ask(editor, uri))?.html ?? '', wanted);
    assert.equal(editor.asked.filter((one) => one.endsWith('logo.svg')).length, 2);
    await editor.stop();
  });

  it('is none of what is no report, or not open', async () => {
    const editor = await open('# Notes\n');
    assert.equal(await ask(editor), null);
    assert.equal(await ask(editor, 'file:///work/nothing.md'), null);
    await editor.stop();
  });

  it('shows at the place of a field that it is missing, but for those that have none', async () => {
    const editor = await open('---\ntemplate: committee-report\ncommittee: Cabinet\n---\n');
    const preview = await ask(editor);
    const { html = '', findings = [] } = preview ?? {};
    assert.match(html, /<h1[^>]*>[^<]* not given<span class="flags"><button type="button" class="flag info"/);
    const shown = new Set([...html.matchAll(/<button[^>]* data-finding="(\d+)"/g)].map(([, place]) => Number(place)));
    assert.ok(findings.length > 5);
    assert.deepEqual(
      findings.filter((_, place) => !shown.has(place)).map(({ message }) => message.split('.')[0]),
      ['Date of Meeting is missing', 'Purpose is missing'],
    );
    await editor.stop();
  });

  it('is told in changes to a client that follows it: the blocks that are others, and how far lines have moved', async () => {
    const editor = await open(`${TEXT}\n1.2 It is on the the corner.\n`);
    const follow = (since?: number): Promise<PreviewChange | null> =>
      editor.connection.sendRequest(PREVIEW_CHANGE, { uri: REPORT, ...(since === undefined ? {} : { since }) });
    const told = async (since?: number): Promise<unknown[]> => {
      const change = await follow(since);
      assert.equal(change?.since, since);
      const { blocks, findings, lines, places, styles } = change ?? {};
      last = change?.id;
      return [blocks?.start, blocks?.removed, blocks?.added.map(({ html, line, place }) => [html.replace(/<span class="flags">.*<\/span>(?=<\/p>)/, '').replace(/ title="[^"]*"/g, ''), line, place]), findings?.start, findings?.removed, findings?.added.map(({ rule }) => rule), lines?.by, places?.by, styles !== undefined]; // prettier-ignore
    };
    let last: number | undefined;
    const all = await follow();
    last = all?.id;
    assert.equal(all?.blocks.added.length, 10);
    assert.equal(all.kind, 'report paper');
    const paragraph = (words: string): string =>
      `<p id="p-1.1" class="numbered" data-line="0"><span class="number">1.1 </span>The library opens on ${words} day of the fair.</p>\n`;
    const TBC = '<mark class="info unfinished" data-finding="0">TBC</mark>';
    const THE = '<mark class="warning" data-finding="1">the the</mark>';
    await editor.replace(REPORT, 'opens on', 'opens on a');
    assert.deepEqual(await told(last), [8, 1, [[paragraph(`a ${TBC}, ${THE}`), 16, 0]], 0, 2, ['to-be-confirmed', 'doubled-word'], 0, 0, false]); // prettier-ignore
    await editor.replace(REPORT, '## 1.', '\n\n## 1.');
    assert.deepEqual(await told(last), [7, 1, [['<h2 id="s-1-what-is-planned" data-line="0"><span class="number">1. </span>What is planned</h2>\n', 16, 0]], 3, 0, [], 2, 0, false]); // prettier-ignore
    await editor.replace(REPORT, 'TBC', 'Monday');
    assert.deepEqual(await told(last), [8, 1, [[paragraph(`a Monday, ${THE.replace('"1"', '"0"')}`), 18, 0]], 0, 2, ['doubled-word'], 0, -1, false]); // prettier-ignore
    // What is not the last that was told is not built upon.
    assert.equal((await follow((last ?? 0) - 1))?.since, undefined);
    await editor.stop();
  });

  it('is answered before the findings that were asked for first, since drawing those takes an editor time', async () => {
    const files = { '/web/council.yaml': COUNCIL, '/web/brand/logo.svg': LOGO };
    const editor = await TestClient.start({ web: true, folders: ['memfs:/web'], files, options: { files: true } });
    const uri = 'memfs:/web/reports/a.md';
    await editor.open(uri, TEXT.replace('partner-paper', 'board-paper'));
    const order: string[] = [];
    // It waits for a picture.
    await Promise.all([
      editor.pull(uri).then(() => order.push('findings')),
      editor.connection.sendRequest(PREVIEW_CHANGE, { uri }).then(() => order.push('preview')),
    ]);
    assert.deepEqual(order, ['preview', 'findings']);
    await editor.stop();
  });

  it('tells a client that has asked for one when something else has changed that it shows', async () => {
    const editor = await open(TEXT, { files: { '/work/council.yaml': COUNCIL } });
    let told = 0;
    editor.connection.onNotification(PREVIEWS_CHANGED, () => {
      told++;
    });
    await editor.open('file:///work/council.yaml', COUNCIL, 'yaml');
    await editor.replace('file:///work/council.yaml', 'Northmoor', 'Southmoor');
    await editor.findings(REPORT);
    assert.equal(told, 0);
    await ask(editor);
    await editor.replace('file:///work/council.yaml', 'Southmoor', 'Eastmoor');
    await until('the news', () => told > 0);
    await editor.stop();
  });
});

describe('the export', () => {
  const ask = (editor: TestClient, format: string): Promise<ExportResult> =>
    editor.connection.sendRequest(EXPORT, { uri: REPORT, format });
  const bytes = (result: ExportResult): Buffer => Buffer.from('content' in result ? result.content : '', 'base64');

  it('is HTML or a Word document of what is open, saved or not, without any marks', async () => {
    const editor = await TestClient.start();
    await editor.open(REPORT, TEXT);
    await editor.replace(REPORT, 'TBC', 'TBC (typed)');
    const html = bytes(await ask(editor, 'html')).toString();
    assert.match(html, /^<!doctype html>[^]*opens on TBC \(typed\), the the day/);
    assert.doesNotMatch(html, /<mark|<button|data-line/);
    assert.equal(
      bytes(await ask(editor, 'docx'))
        .subarray(0, 2)
        .toString(),
      'PK',
    );
    await editor.stop();
  });

  it('says why there is none, and what to do', async () => {
    const editor = await TestClient.start();
    await editor.open(REPORT, paper());
    assert.deepEqual(await ask(editor, 'pdf'), {
      problem:
        'A PDF cannot be made in a browser. Export the report as HTML instead, open that in a browser and print it as PDF.',
    });
    await editor.edit(REPORT, 0, editor.text(REPORT).length, '# Notes\n');
    assert.deepEqual(await ask(editor, 'html'), {
      problem: 'This is no report: it has no line “template: …” between lines of ---.',
    });
    await editor.stop();
  });
});
