import assert from 'node:assert/strict';
import type { FileLookup } from '../../server/src/analysis/ruleContext.ts';
import { FileIndex } from '../../server/src/workspace/reports/fileIndex.ts';
import { MemoryFiles, type Content } from '../support/memoryFiles.ts';

const REPORT = '/council/reports/2026/report.md';
const FILES = {
  '/council/.git/HEAD': '',
  '/council/reports/2026/figures/Pier view.svg': '',
  '/council/reports/2026/plan.md': '---\ntemplate: partner-paper\n---\n# The plan: 1st draft\n\n## Costs\n\n## Costs\n',
  '/council/appendices/map.pdf': '',
  '/council/appendices/100% sure?.md': '',
  '/etc/passwd': '',
};

function around(extra: Readonly<Record<string, Content>> = {}, locked: readonly string[] = [], root?: string): FileLookup {
  return new FileIndex(new MemoryFiles({ ...FILES, ...extra }, locked), root).lookupFor(REPORT);
}

describe('the files round a report', () => {
  it('are there under every way of writing their paths', () => {
    const paths = ['plan.md', './plan.md', 'plan.md#costs', 'figures/Pier view.svg', 'figures/Pier%20view.svg', 'figures\\Pier view.svg', 'figures%5CPier%20view.svg', '../../appendices/map.pdf', '../2026/plan.md', 'map/../plan.md'.slice(7), '../../appendices/100% sure?.md', ' plan.md ']; // prettier-ignore
    assert.deepEqual(paths.filter((path) => !around().has(path)), []); // prettier-ignore
  });
  it('are not there under others', () => {
    const paths = ['Plan.md', 'PLAN.MD', 'figures', 'figures/', '', '.', '..', 'plan.md/', 'plan.md/x', 'no/../plan.md', 'figures/plan.md', '/council/reports/2026/plan.md', 'C:/plan.md', '//server/share/plan.md', '\\\\server\\share\\plan.md', 'plan.md\0', '%']; // prettier-ignore
    assert.deepEqual(paths.filter((path) => around().has(path)), []); // prettier-ignore
  });
  it('end with the repository, also where links lead out of it', () => {
    assert.equal(around().has('../../../etc/passwd'), false);
    assert.equal(around({ '/council/reports/2026/secret': { link: '/etc/passwd' } }).has('secret'), false);
    assert.equal(around({ '/council/reports/2026/etc': { link: '/etc' } }).has('etc/passwd'), false);
    assert.equal(around({ '/council/reports/2026/loop': { link: 'loop' } }).has('loop'), false);
    assert.equal(around({ '/council/reports/2026/m': { link: '/council/appendices/map.pdf' } }).has('m'), true);
    assert.equal(around({}, [], '/council/reports').has('../../appendices/map.pdf'), false);
  });
  it('end nowhere outside of a repository', () => {
    const files = new FileIndex(new MemoryFiles({ '/a/b/report.md': '', '/a/c/plan.md': '' })).lookupFor('/a/b/report.md');
    assert.deepEqual([files.has('../c/plan.md'), files.has('../../../../a/c/plan.md')], [true, false]);
  });
  it('in a folder that cannot be read may be there', () => {
    assert.equal(around({}, ['/council/appendices']).has('../../appendices/else.pdf'), true);
  });
  it('have the names of their headings', () => {
    assert.deepEqual(around().headings('plan.md#costs'), ['the-plan-1st-draft', 'costs', 'costs-1']);
    assert.equal(around().headings('figures/Pier view.svg'), undefined);
    assert.equal(around().headings('no.md'), undefined);
    assert.equal(around({}, ['/council/reports/2026/plan.md']).headings('plan.md'), undefined);
  });
  it('are offered by likeness: other letters or ending, elsewhere, nearly the same', () => {
    assert.deepEqual(around().near('Plan.pdf'), ['plan.md']);
    assert.deepEqual(around().near('FIGURES/pier-view.svg'), ['figures/Pier view.svg']);
    assert.deepEqual(around().near('pier view.svg'), ['figures/Pier view.svg']);
    assert.deepEqual(around({ '/council/reports/map.pdf': '' }).near('map.pdf'), ['../map.pdf']);
    assert.deepEqual(around().near('figures/plan.md'), ['plan.md']);
    assert.deepEqual(around().near('../../appendices/mop.pdf'), ['../../appendices/map.pdf']);
    assert.deepEqual(around().near('../../appendices/map-final-v2.pdf'), ['../../appendices/map.pdf']);
    assert.deepEqual(around().near('../../../etc/passw'), []);
    assert.deepEqual(around().near(''), []);
  });
  it('are read when somebody asks, and once', () => {
    const memory = new MemoryFiles(FILES);
    const surroundings = new FileIndex(memory);
    surroundings.lookupFor(REPORT);
    assert.deepEqual(memory.reads, []);
    for (let i = 0; i < 3; i++) surroundings.lookupFor(REPORT).headings('plan.md');
    assert.deepEqual(memory.reads, ['/council/reports/2026/plan.md']);
  });
});
