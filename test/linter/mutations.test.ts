import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { diffLines } from 'diff';
import { lint } from '../../server/src/linter/lint.ts';
import { linesOfEntry } from '../../server/src/paper/yaml/yamlEntryLines.ts';
import type { LintOptions } from '../../server/src/analysis/ruleContext.ts';
import { rules } from '../../server/src/rules/index.ts';
import type { Rule } from '../../server/src/rules/rule.ts';
import type { Finding } from '../../server/src/text/finding.ts';
import { contains, touches, type Span } from '../../server/src/text/span.ts';
import { nodeFileSystem } from '../../server/src/workspace/files/nodeFileSystem.ts';
import { FileIndex } from '../../server/src/workspace/reports/fileIndex.ts';
import { examples } from '../support/samples.ts';
import { knowledge, readMarks, report } from '../support/ruleExamples.ts';

/** A report without a mistake, each of whose keys every template knows; its body leaves the numbers to the layout. */
const GOOD = readFileSync(new URL('../fixtures/good.md', import.meta.url), 'utf8');
const northmoor = readFileSync(new URL('../../examples/northmoor/council.yaml', import.meta.url), 'utf8');

/** These are about the front matter as a whole, so that no keys can be laid under their examples. */
const WHOLE: readonly string[] = ['field-order'];

/** The example with what it does not say taken from the good report: keys behind its template, the body behind its own. */
function laidOver(example: string, keys: ReadonlySet<string>, hasBody: boolean): string {
  const base = report(GOOD);
  const lines = (base.frontMatter.root?.entries ?? []).flatMap((entry) => {
    const { start, end } = linesOfEntry(GOOD, entry);
    return keys.has(entry.key) ? [] : [GOOD.slice(start, end)];
  });
  const whole = example.replace(/^(⟦?template:.*\n)/m, (line) => line + lines.join(''));
  return hasBody ? whole : whole + GOOD.slice(base.body.span.start);
}

function keysOf(example: string): string[] {
  return (report(readMarks(example).text).frontMatter.root?.entries ?? []).map(({ key }) => key);
}

/** The stretches of a text that another one does not have, line by line. */
function changesIn(text: string, other: string): Span[] {
  let at = 0;
  return diffLines(other, text).flatMap(({ value, added, removed }) => {
    const start = at;
    if (!removed) at += value.length;
    return added || removed ? [{ start, end: at }] : [];
  });
}

/** What each finding says, and of which text, wherever that stands. */
function sayings(text: string, findings: readonly Finding[]): string[] {
  return findings.map(({ rule, message, span }) => `${rule} “${text.slice(span.start, span.end).slice(0, 40)}”: ${message}`);
}

function findIn(text: string, known: LintOptions): readonly Finding[] {
  return lint(report(text), known).findings;
}

describe('one mistake in a good report is found, and nothing is said of the rest', () => {
  it('which by itself is good', () => {
    assert.deepEqual(findIn(GOOD, knowledge()), []);
  });

  for (const rule of rules) it(`for ${rule.id}`, () => assertFindsItsMistake(rule));

  function assertFindsItsMistake({ id, severity, docs }: Rule): void {
    const known = knowledge(`${docs.council ?? ''}\n${severity === 'off' ? `rules: { ${id}: warning }` : ''}`, docs.files);
    const keys = new Set(WHOLE.includes(id) ? [...keysOf(GOOD)] : [...keysOf(docs.bad), ...keysOf(docs.good)]);
    const hasBody = report(readMarks(docs.good).text).body.markdown.passages.length > 0;
    const bad = readMarks(laidOver(readMarked(docs.bad), keys, hasBody));
    const good = readMarks(laidOver(readMarked(docs.good), keys, hasBody)).text;
    const found = findIn(bad.text, known);
    const changed = [...changesIn(bad.text, good), ...bad.spans];
    const own = found.filter(({ rule }) => rule === id).map(({ span }) => bad.text.slice(span.start, span.end));
    for (const span of bad.spans)
      assert.ok(own.includes(bad.text.slice(span.start, span.end)), `${id} does not find its mistake`);
    const whole = lint(report(good), known).context.fields;
    const inGood = changesIn(good, bad.text);
    const isChanged = ({ span, path }: Finding): boolean => {
      // Of a field that is gone, what says so stands elsewhere.
      const value = path && whole.get(path);
      return (
        changed.some((change) => touches(change, span)) ||
        inGood.some((change) => value?.keySpan && contains(change, value.keySpan))
      );
    };
    const outside = found.filter((finding) => !isChanged(finding));
    const before = sayings(good, findIn(good, known));
    assert.deepEqual(sayings(bad.text, outside).filter((saying) => !before.includes(saying)), []); // prettier-ignore
  }
});

/** An example with its marks, a body under the front matter that {@link readMarks} gives it. */
function readMarked(example: string): string {
  const plain = readMarks(example).text;
  return /^⟦?---/.test(example) ? example : plain.slice(0, plain.indexOf('---\n', 4) + 4) + example;
}

describe('each mistake of the reports as received, made alone in the report as it should be,', () => {
  const around = new FileIndex(nodeFileSystem);
  const lines = readFileSync(new URL('../fixtures/as-received.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const pinned = new Set(lines.map((line) => line.replace(/:\d+/, '')));
  const found = new Set<string>();
  examples.slice(0, 4).forEach((sample, i) => {
    const known = { ...knowledge(northmoor), files: around.lookupFor(sample.path) };
    it(`is found in ${sample.name}`, () => {
      const parts = diffLines(sample.text, examples[4 + i]?.text ?? '');
      parts.forEach((part, k) => {
        if (!part.added && !part.removed) return;
        if (part.added && parts[k - 1]?.removed) return;
        const added = part.added ? part : parts[k + 1]?.added ? parts[k + 1] : undefined;
        const start = parts.slice(0, k).filter((one) => !one.added).reduce((sum, { value }) => sum + value.length, 0); // prettier-ignore
        const end = start + (part.removed ? part.value.length : 0);
        const text = sample.text.slice(0, start) + (added?.value ?? '') + sample.text.slice(end);
        const place = { start, end: start + (added?.value.length ?? 0) };
        const findings = findIn(text, known);
        for (const { rule } of findings) found.add(`${sample.name} ${rule}`);
        // What the mistake makes wrong elsewhere (a reference to what is gone) is among the mistakes that are known.
        const outside = findings.filter(({ rule, span }) => !touches(place, span) && !pinned.has(`${sample.name} ${rule}`));
        assert.deepEqual(sayings(text, outside), [], added?.value ?? `without: ${part.value}`);
      });
    });
  });

  it('so that each rule which finds something in them does so by one of them', () => {
    assert.deepEqual([...pinned].filter((line) => !found.has(line)), []); // prettier-ignore
  });
});
