import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
import { CORPUS, examples, hasReal, REAL, type Sample } from './support/samples.ts';
import { generateReport, type Label } from './support/generatedReports.ts';
import { compare } from './support/labelledCorpus.ts';
import { MISTAKES } from './support/mistakes.ts';
import { skipWithout } from './support/skip.ts';

const northmoor = readFileSync(new URL('../examples/northmoor/council.yaml', import.meta.url), 'utf8');

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

describe('the labelled corpus', () => {
  it('has 36 of its 41 mistakes found, and nothing found that is none', async () => {
    const { labelled, missed, findings, wrong } = compare(CORPUS, await lintFolder(fileURLToPath(CORPUS), '2027-01-18'));
    assert.deepEqual(
      { labelled, missed: missed.length, findings, wrong },
      { labelled: 41, missed: 5, findings: 36, wrong: [] },
      missed.join('\n'),
    );
  });
});

describe('real reports', () => {
  const categories = 'placeholder,missing-field,empty-field,incomplete-risk,unexplained-none,missing-reason,numbering';

  it('are judged as a clerk labelled them (needs ../shared/corpus)', async function () {
    if (!hasReal) skipWithout(this, 'the real reports in ../shared/corpus');
    const folder = fileURLToPath(REAL);
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
  const reports = Array.from({ length: 200 }, (_, i) => generateReport(i));

  it('have exactly the mistakes that were made in them, each on its line', () => {
    const known = knowledge();
    for (const { name, text, labels } of reports) {
      const report = parsePaper(text);
      const { findings } = lint(report, known);
      const found = findings.map(({ rule, span }) => ({ rule, line: report.lines.placeAt(span.start).line }));
      assert.deepEqual(sorted(found), sorted(labels), name);
    }
  });

  it('have mistakes of every kind, in one report of five', () => {
    const kinds = new Set(reports.flatMap(({ labels }) => labels.map(({ rule }) => rule)));
    assert.deepEqual([...kinds].sort(), Object.keys(MISTAKES).sort());
    assert.equal(reports.filter(({ labels }) => labels.length > 0).length, 44);
  });

  it('are the same for the same seed and place, and differ for others', () => {
    assert.deepEqual(generateReport(7), reports[7]);
    assert.notEqual(generateReport(7, 2).text, reports[7]?.text);
    assert.equal(new Set(reports.map(({ text }) => text)).size, reports.length);
  });
});

function sorted(labels: readonly Label[]): Label[] {
  return [...labels].sort((a, b) => a.line - b.line || (a.rule < b.rule ? -1 : 1));
}
