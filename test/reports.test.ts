import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LintOptions } from '../server/src/analysis/ruleContext.ts';
import { lint } from '../server/src/linter/lint.ts';
import { nodeFileSystem } from '../server/src/workspace/files/nodeFileSystem.ts';
import { FileIndex } from '../server/src/workspace/reports/fileIndex.ts';
import { parsePaper } from '../server/src/paper/paper.ts';
import { run, type JsonEntry } from './support/tempRepository.ts';
import { knowledge } from './support/ruleExamples.ts';
import { CORPUS, examples, hasCorpus, type Sample } from './support/samples.ts';

const northmoor = readFileSync(new URL('../examples/northmoor/council.yaml', import.meta.url), 'utf8');
const generator = fileURLToPath(new URL('../../shared/bench/gen.mjs', import.meta.url));

async function lintFolder(folder: string, today: string): Promise<JsonEntry[]> {
  const { stdout } = await run(['lint', folder, '--format', 'json', '--today', today], {});
  return JSON.parse(stdout) as JsonEntry[];
}

/** What an example report is checked with: its council, and the files round it. */
function known({ path }: Sample): LintOptions {
  return { ...knowledge(northmoor), files: new FileIndex(nodeFileSystem).lookupFor(path) };
}

describe('the example reports', () => {
  it('of Northmoor have no finding', () => {
    for (const sample of examples.slice(0, 4)) {
      assert.deepEqual(lint(parsePaper(sample.text), known(sample)).findings, [], sample.name);
    }
  });

  it('as received have the mistakes that were put into them, each on its line', () => {
    const found = examples.slice(4).flatMap((sample) => {
      const report = parsePaper(sample.text);
      const { findings } = lint(report, known(sample));
      return findings.map(({ rule, span }) => `${sample.name}:${report.lines.placeAt(span.start).line} ${rule}`);
    });
    const expected = readFileSync(new URL('fixtures/as-received.txt', import.meta.url), 'utf8')
      .trim()
      .split('\n');
    assert.deepEqual(found, expected);
  });
});

describe('real reports', () => {
  const categories = 'placeholder,missing-field,empty-field,incomplete-risk,unexplained-none,missing-reason,numbering';

  it('are judged as a clerk labelled them (needs ../shared/corpus)', async function () {
    if (!hasCorpus) return this.skip();
    const folder = fileURLToPath(CORPUS);
    const work = mkdtempSync(join(tmpdir(), 'scrutiny-corpus-'));
    try {
      const findings = join(work, 'findings.json');
      writeFileSync(findings, JSON.stringify(await lintFolder(folder, '2026-11-22')));
      const evaluate = (...options: string[]): string =>
        spawnSync(process.execPath, [join(folder, 'evaluate.mjs'), folder, findings, ...options], { encoding: 'utf8' }).stdout;
      const first = Number(/recall ([\d.]+)/.exec(evaluate('--only', categories))?.[1]);
      assert.equal(first, 1);
      const [, recall, precision] = /recall ([\d.]+).*precision ([\d.]+)/.exec(evaluate()) ?? [];
      assert.ok(Number(recall) >= 0.97, `recall ${recall}`);
      assert.ok(Number(precision) >= 0.97, `precision ${precision}`);
    } finally {
      rmSync(work, { recursive: true });
    }
  });
});

describe('generated reports', () => {
  /** Before any of their meetings: no report is published late. */
  const BEFORE_ALL = '2010-01-01';
  /** The rule that finds each kind of mistake that the generator makes. */
  const RULES: Record<string, string[]> = {
    'missing-residual': ['risk-incomplete'],
    'invalid-email': ['email-invalid'],
    'unknown-key': ['field-unknown'],
    'wrong-enum': ['field-invalid'],
    placeholder: ['placeholder'],
  };

  it('have exactly the mistakes that were made in them (needs ../shared/bench)', async function () {
    if (!existsSync(generator)) return this.skip();
    const work = mkdtempSync(join(tmpdir(), 'scrutiny-generated-'));
    try {
      const manifest = join(work, 'manifest.json');
      spawnSync(process.execPath, [generator, '--out', join(work, 'reports'), '--n', '300', '--manifest', manifest]);
      const { files } = JSON.parse(readFileSync(manifest, 'utf8')) as { files: Record<string, string[]> };
      assert.ok(Object.keys(files).length > 40);
      for (const { file, findings } of await lintFolder(join(work, 'reports'), BEFORE_ALL)) {
        const name = file.replace(/^.*\//, '');
        const made = (files[name] ?? []).flatMap((kind) => RULES[kind] ?? [kind]).sort();
        assert.deepEqual(findings.map(({ rule }) => rule).sort(), made, name);
      }
    } finally {
      rmSync(work, { recursive: true });
    }
  }).timeout(60_000);
});
