import assert from 'node:assert/strict';
import { asBlock, tablesOf } from '../../client/src/reports/tables.ts';

describe('a table from the clipboard', () => {
  it('of Excel becomes Markdown, numbers to the right', () => {
    const html = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>td {color:black}</style></head><body>
<!--StartFragment--><table border=0 cellpadding=0><col width=64><tr height=20><td height=20 class=xl65>Library</td><td>Cost</td><td>Share</td></tr>
<tr><td>Coldbeck</td><td align=right>£12,500</td><td>45%</td></tr>
<tr><td>North &amp; South</td><td>(300.50)</td><td></td></tr></table><!--EndFragment--></body></html>`;
    assert.equal(
      tablesOf(html),
      `| Library | Cost | Share |
| --- | ---: | ---: |
| Coldbeck | £12,500 | 45% |
| North & South | (300.50) |  |`,
    );
  });

  it('of Word, with paragraphs in its cells and cells that were merged, has every cell in its column', () => {
    const html = `<table class=MsoTableGrid><thead><tr><th colspan=2><p class=MsoNormal><b>Hours<o:p></o:p></b></p></th><th rowspan=2>Note</th></tr></thead>
<tbody><tr><td><p>Mon</p><p>to Fri</p></td><td>9<br>to 5</td></tr><tr><td rowspan=2>Sat</td><td>10</td><td>x</td></tr><tr><td>11</td><td>y</td></tr></tbody></table>`;
    assert.equal(
      tablesOf(html),
      `| Hours |  | Note |
| --- | --- | --- |
| Mon to Fri | 9 to 5 |  |
| Sat | 10 | x |
|  | 11 | y |`,
    );
  });

  it('stays text: what Markdown would take for marks is escaped', () => {
    assert.equal(tablesOf('<table><tr><td>a|b</td><td>*c* [d](e) &lt;f&gt; `g` h_i \\</td></tr></table>'), '| a\\|b | \\*c\\* \\[d\\](e) \\<f> \\`g\\` h\\_i \\\\ |\n| --- | --- |'); // prettier-ignore
  });

  it('brings a table within a cell as text, and two tables one after the other', () => {
    const inner = '<table><tr><td>a<table><tr><td>b</td></tr></table></td></tr></table>';
    assert.equal(tablesOf(`${inner}<p> </p>${inner}`), '| a b |\n| --- |\n\n| a b |\n| --- |');
  });

  it('is left to the editor where there is other text, or no table', () => {
    for (const html of ['<p>Words</p>', '<p>Words</p><table><tr><td>a</td></tr></table>', '', '<table></table>', 'plain | text'])
      assert.equal(tablesOf(html), undefined, html);
  });

  it('takes no harm from what is broken or very large', () => {
    assert.equal(tablesOf('<table><tr><td>a<td>b<tr><td>c'), '| a | b |\n| --- | --- |\n| c |  |');
    assert.ok(tablesOf(`<table><tr>${'<td colspan=100>a</td>'.repeat(500)}</tr></table>`) === undefined);
    assert.equal(tablesOf(`${'<table><tr><td>'.repeat(100)}a`), '| a |\n| --- |');
    assert.equal(tablesOf(`${'<table><tr><td>'.repeat(100_000)}a`), undefined);
    assert.equal(tablesOf(`${'<div>'.repeat(100_000)}<table><tr><td>a`), undefined);
  });
});

describe('a table that is pasted', () => {
  const table = '| a |\n| --- |';

  it('has a blank line between it and the text above and below, in the line ending of the text', () => {
    assert.equal(asBlock(table, { before: '', after: '', above: '1.1 The costs:' }, '\n'), '\n| a |\n| --- |');
    assert.equal(asBlock(table, { before: '', after: '', above: '', below: '1.2 Next' }, '\r\n'), '| a |\r\n| --- |\r\n');
    assert.equal(asBlock(table, { before: '', after: '', above: '| x |', below: '# 2' }, '\r\n'), '\r\n| a |\r\n| --- |\r\n');
  });

  it('has none added where there is one, or no text', () => {
    for (const place of [{}, { before: '  ' }, { above: '', below: '' }, { above: '  ', below: '\t' }])
      assert.equal(asBlock(table, { before: '', after: '', ...place }, '\n'), table);
  });

  it('stands on lines of its own where it is pasted into a line, before it or behind it', () => {
    const [above, below] = ['Above', 'Below'];
    assert.equal(asBlock(table, { before: '1.1 The', after: ' costs', above, below }, '\n'), '\n\n| a |\n| --- |\n\n');
    assert.equal(asBlock(table, { before: '1.1 The costs', after: '', above, below }, '\n'), '\n\n| a |\n| --- |\n');
    assert.equal(asBlock(table, { before: '', after: '1.1 The costs', above, below }, '\n'), '\n| a |\n| --- |\n\n');
    assert.equal(asBlock(table, { before: '1.1 The costs', after: '', above: '', below: '' }, '\n'), '\n\n| a |\n| --- |');
  });
});
