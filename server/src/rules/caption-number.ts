import type { Caption } from '../report/captions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'caption-number',
  severity: 'warning',
  docs: {
    summary: 'Figures or tables have the same number twice, or are not numbered in the order in which they stand.',
    why: 'The text points to figures and tables by their numbers, and readers look for them in order.',
    source: 'House style: figures and tables are numbered once, in order',
    bad: '## 10. Use\n\nTable 1: Visitors\n\n| Year | Visitors |\n|---|---|\n| 2025 | 6,100 |\n\nTable ⟦1⟧: Takings\n\n| Year | Takings |\n|---|---|\n| 2025 | £9,400 |\n',
    good: '## 10. Use\n\nTable 1: Visitors\n\n| Year | Visitors |\n|---|---|\n| 2025 | 6,100 |\n\nTable 2: Takings\n\n| Year | Takings |\n|---|---|\n| 2025 | £9,400 |\n',
  },
  *check(report) {
    const last = new Map<string, Caption>();
    const seen = new Set<string>();
    for (const caption of report.body.captions) {
      const { kind, label, parts, part, span, continued } = caption;
      const series = `${kind} ${part}`;
      const key = `${series} ${parts.join('.')}`;
      const before = last.get(series);
      const name = `${kind === 'table' ? 'Table' : 'Figure'} `;
      if (seen.has(key)) {
        if (!continued)
          yield {
            span,
            path: ['body'],
            message: `There are two captions ${name}${label}. Give this ${kind} a number of its own.`,
          };
        continue;
      }
      if (before && comesFirst(parts, before.parts)) {
        yield {
          span,
          path: ['body'],
          message: `${name}${label} stands after ${name}${before.label}. Number the ${kind}s in the order in which they stand.`,
        };
      }
      seen.add(key);
      last.set(series, caption);
    }
  },
});

function comesFirst(a: readonly number[], b: readonly number[]): boolean {
  const i = a.findIndex((part, k) => part !== b[k]);
  return i === -1 ? a.length < b.length : (a[i] ?? 0) < (b[i] ?? 0);
}
