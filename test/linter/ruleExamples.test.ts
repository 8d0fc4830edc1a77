import assert from 'node:assert/strict';
import { lint, fixesFor } from '../../server/src/linter/lint.ts';
import { rules } from '../../server/src/rules/index.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { knowledge, readMarks, report, wholeReport } from '../support/ruleExamples.ts';

describe('the documentation of every rule is true', () => {
  for (const rule of rules) {
    describe(rule.id, () => {
      const { bad, good, council, files } = rule.docs;
      const marked = readMarks(bad);
      const known = knowledge(`${council ?? ''}\n${rule.severity === 'off' ? `rules: { ${rule.id}: warning }` : ''}`, files);
      const run = (text: string) => {
        const { findings, context } = lint(report(text), known, [rule]);
        return { findings: findings.filter((finding) => finding.rule !== 'suppression-unused'), context };
      };

      it('finds exactly what is marked in the wrong example', () => {
        assert.ok(marked.spans.length > 0, 'the wrong example marks nothing');
        const shown = run(marked.text).findings.map(({ rule: id, span }) => ({
          id,
          ...span,
          text: marked.text.slice(span.start, span.end),
        }));
        const wanted = marked.spans.map((span) => ({ id: rule.id, ...span, text: marked.text.slice(span.start, span.end) }));
        assert.deepEqual(shown, wanted);
      });

      it('is silent on the right example', () => {
        assert.deepEqual(run(wholeReport(good)).findings, []);
      });

      it('finds the same with other line ends and a byte-order mark', () => {
        const windows = run(`\ufeff${marked.text.replace(/\r?\n/g, '\r\n')}`).findings;
        assert.deepEqual(
          windows.map(({ message }) => message),
          run(marked.text).findings.map(({ message }) => message),
        );
      });

      if (rule.fixes) {
        it('says that it has safe fixes exactly if one of them is safe', () => {
          const { findings, context } = run(marked.text);
          const isSafe = findings.some((finding) => fixesFor(finding, report(marked.text), context).some(({ safe }) => safe));
          assert.equal(isSafe, rule.hasSafeFixes ?? false);
        });

        it('fixes the wrong example into the right one', () => {
          let text = marked.text;
          let { findings, context } = run(text);
          for (let finding = findings[0]; finding; finding = findings[0]) {
            const fix = fixesFor(finding, report(text), context)[0];
            assert.ok(fix, `no fix for: ${finding.message}`);
            text = applyEdits(text, fix.edits);
            const left = findings.length;
            ({ findings, context } = run(text));
            assert.ok(findings.length < left, `the fix leaves its finding: ${fix.title}`);
          }
          assert.equal(text, wholeReport(good));
        });
      }
    });
  }
});
