import assert from 'node:assert/strict';
import { lint, fixesFor } from '../../server/src/linter/lint.ts';
import { rules } from '../../server/src/rules/index.ts';
import { defineRule } from '../../server/src/rules/rule.ts';
import { formatPath } from '../../server/src/text/path.ts';
import { knowledge, report } from '../support/ruleExamples.ts';

const docs = { summary: '', why: '', source: '', bad: '', good: '' };
const REPORT =
  '---\ntemplate: partner-paper\ncommittee:\ndate: 2026-12-08\ntitle: Review of contract #12\n---\n\n## 1. Start\n\n1.1 Text.\n';

function found(text: string, { council = '', stage = 'publish' as const, only = rules } = {}): string[] {
  return lint(report(text), { ...knowledge(council), stage }, only).findings.map(
    ({ rule, severity, path }) => `${severity} ${rule}${path ? ` ${formatPath(path)}` : ''}`,
  );
}

describe('check', () => {
  it('gives findings in the order of the text', () => {
    assert.deepEqual(found(REPORT), ['error field-empty committee', 'warning value-cut title']);
  });

  it('takes severities from council.yaml', () => {
    assert.deepEqual(found(REPORT, { council: 'rules: { value-cut: error, field-empty: off }' }), ['error value-cut title']);
    assert.deepEqual(
      found('---\ntemplate: partner-paper\ntitle: a\ndate: 2026-12-08\ncommittee: b\n---\n', {
        council: 'rules: { field-order: info }',
      }),
      ['info field-order date'],
    );
  });

  it('makes what is only unfinished a note in stage draft, whatever council.yaml says', () => {
    const draft = { ...knowledge('rules: { field-empty: error }'), stage: 'draft' as const };
    assert.deepEqual(
      lint(report(REPORT), draft).findings.map(({ severity }) => severity),
      ['info', 'warning'],
    );
  });

  it('lets one rule speak of a value, the first in order', () => {
    const text = REPORT.replace('2026-12-08', '[soon');
    assert.deepEqual(
      found(text).filter((line) => line.endsWith('date')),
      ['error value-needs-quotes date'],
    );
  });

  it('goes on when a rule throws, and says so', () => {
    const broken = defineRule({
      id: 'field-empty',
      severity: 'error',
      docs,
      *check() {
        yield { span: { start: 0, end: 1 }, message: 'first' };
        throw new Error('boom');
      },
      fixes() {
        throw new Error('boom');
      },
    });
    assert.deepEqual(found(REPORT, { only: [broken, ...rules.filter(({ id }) => id === 'value-cut')] }), [
      'error internal-error',
      'warning value-cut title',
    ]);
  });

  it('gives no fixes for a rule that has none', () => {
    const { findings, context } = lint(report(REPORT), knowledge());
    const finding = {
      ...findings[0],
      rule: 'internal-error',
      severity: 'error' as const,
      message: '',
      span: { start: 0, end: 0 },
    };
    assert.deepEqual(fixesFor(finding, report(REPORT), context), []);
  });

  it('applies only the rules that need no template where it is unknown', () => {
    assert.deepEqual(found('---\ntemplate: poster\ntitle: a #1\n---\n'), [
      'error template-unknown template',
      'warning value-cut title',
    ]);
  });

  it('says nothing of missing fields where part of the front matter cannot be read', () => {
    assert.deepEqual(found('---\ntemplate: partner-paper\ncommittee: A\n\tdate: 2026-12-08\n---\n'), [
      'error front-matter-syntax',
    ]);
  });
});

describe('suppressions', () => {
  const titled = (title: string, body = ''): string =>
    `---\ntemplate: partner-paper\ncommittee: A\ndate: 2026-12-08\n${title}\n---\n${body}`;

  it('on a key cover its whole value', () => {
    const invalid = 'portfolio-holder:\n  name: A\n  portfolio: B\n  post: C';
    assert.deepEqual(found(titled(`title: T\n${invalid}`)), ['warning field-unknown portfolio-holder.post']);
    assert.deepEqual(
      found(titled(`title: T\n${invalid.replace(':\n', ': # scrutiny-disable-line field-unknown -- agreed\n')}`)),
      [],
    );
    assert.deepEqual(found(titled(`title: T\n${invalid} # scrutiny-disable-line field-unknown -- agreed`)), []);
  });

  it('are themselves found when they suppress nothing or no rule', () => {
    assert.deepEqual(found(titled('title: T # scrutiny-disable-line value-cut -- why')), ['info suppression-unused']);
    const { findings } = lint(report(titled('title: T # scrutiny-disable-line value-cutt')), knowledge());
    assert.match(findings[0]?.message ?? '', /Did you mean “value-cut”/);
  });

  it('wait quietly for a rule that is turned off', () => {
    const text = titled('title: T # scrutiny-disable-line value-cut -- why');
    assert.deepEqual(found(text, { council: 'rules: { value-cut: off }' }), []);
  });

  const spot = defineRule({
    id: 'value-cut',
    severity: 'warning',
    docs,
    *check({ text }) {
      for (const { index } of text.matchAll(/bad/g)) yield { span: { start: index, end: index + 3 }, message: '' };
    },
  });
  const inBody = (body: string): number =>
    found(titled('title: T', body), { only: [spot] }).filter((line) => line.includes('value-cut')).length;

  it('in the body cover the next line, or all up to the end of it', () => {
    assert.equal(inBody('\nbad\n\nbad\n'), 2);
    assert.equal(inBody('\n<!-- scrutiny-disable-next-line value-cut -- why -->\n\nbad\n\nbad\n'), 1);
    assert.equal(inBody('\n<!-- scrutiny-disable value-cut -->\n\nbad\n\nbad\n'), 0);
    assert.equal(inBody('\n<!-- scrutiny-disable value-cut -->\n\nbad\n\n<!-- scrutiny-enable value-cut -->\n\nbad\n'), 1);
    assert.equal(inBody('\n<!-- scrutiny-disable other-rule, value-cut -- why -->\n\nbad\n'), 0);
  });

  it('work inside a field too', () => {
    const text = titled('title: T\nexecutive-summary: |\n  <!-- scrutiny-disable-next-line value-cut -- why -->\n  bad\n\n  bad');
    assert.equal(found(text, { only: [spot] }).length, 1);
  });
});
