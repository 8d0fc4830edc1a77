import type { Caption } from '../../paper/structure/captions.ts';
import type { Paper } from '../../paper/paper.ts';
import { renumber, type Move } from '../../fixes/renumberReferences.ts';
import { defineRule } from '../rule.ts';

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
    for (const { kind, caption, before } of findFaults(report.body.captions)) {
      const { label, span } = caption;
      const name = nameOf(caption);
      const message =
        kind === 'repeated'
          ? `There are two captions ${name}${label}. Give this ${caption.kind} a number of its own.`
          : `${name}${label} stands after ${name}${before.label}. Number the ${caption.kind}s in the order in which they stand.`;
      yield { span, path: ['body'], message };
    }
  },
  fixes({ span }, report, context) {
    const fault = findFaults(report.body.captions).find(({ caption }) => caption.span.start === span.start);
    if (!fault) return [];
    const fixes = renumber(movesFor(fault, report), fault.caption.kind, report, context);
    if (fault.kind === 'repeated') return fixes;
    return fixes.map((fix) => ({ ...fix, title: `Number the ${fault.caption.kind}s in the order in which they stand` }));
  },
});

interface CaptionFault {
  readonly kind: 'repeated' | 'misplaced';
  readonly caption: Caption;
  /** For `misplaced` the caption that it should stand before; for `repeated` the one of the same number. */
  readonly before: Caption;
}

function findFaults(captions: readonly Caption[]): CaptionFault[] {
  const last = new Map<string, Caption>();
  const seen = new Map<string, Caption>();
  return captions.flatMap((caption): CaptionFault[] => {
    const { kind, parts, part, continued } = caption;
    const series = `${kind} ${part}`;
    const key = `${series} ${parts.join('.')}`;
    const earlier = seen.get(key);
    const before = last.get(series);
    if (earlier) return continued ? [] : [{ kind: 'repeated', caption, before: earlier }];
    seen.set(key, caption);
    last.set(series, caption);
    return before && comesFirst(parts, before.parts) ? [{ kind: 'misplaced', caption, before }] : [];
  });
}

function nameOf({ kind }: Caption): string {
  return kind === 'table' ? 'Table ' : 'Figure ';
}

/**
 * The new numbers of captions: from a repeated one on the next each, until there is room; misplaced ones change among themselves.
 * None where a number has a letter, or stands in an image's description.
 */
function movesFor({ kind, caption }: CaptionFault, { body, text }: Paper): Move[] {
  const series = body.captions.filter((other) => other.kind === caption.kind && other.part === caption.part);
  const isPlain = series.every(
    ({ label, span, parts }) => text.slice(span.start, span.end) === label && parts.join('.') === label,
  );
  if (!isPlain) return [];
  const moves = kind === 'repeated' ? follow(series, caption) : inOrder(series);
  return moves.map(({ caption: { label, span, kind: what }, to }) => ({ kind: what, number: label, span, to }));
}

interface NewLabel {
  readonly caption: Caption;
  readonly to: string;
}

function follow(series: readonly Caption[], first: Caption): NewLabel[] {
  let before = first.parts;
  const labels: NewLabel[] = [];
  for (const caption of series.slice(series.indexOf(first))) {
    const isSame = caption.continued && labels.length > 0 && caption.label === labels.at(-1)?.caption.label;
    if (!isSame) {
      const inSeries =
        caption.parts.length === before.length && caption.parts.slice(0, -1).every((part, i) => part === before[i]);
      if (labels.length > 0 && (!inSeries || comesFirst(before, caption.parts))) break;
      before = [...before.slice(0, -1), (before.at(-1) ?? 0) + 1];
    }
    labels.push({ caption, to: before.join('.') });
  }
  return labels;
}

/** The numbers that there are, in order. */
function inOrder(series: readonly Caption[]): NewLabel[] {
  const own = series.filter(({ continued }) => !continued);
  const isUnique = new Set(own.map(({ label }) => label)).size === own.length && own.length === series.length;
  const sorted = own.map(({ parts }) => parts).sort((a, b) => (comesFirst(a, b) ? -1 : 1));
  return isUnique ? own.map((caption, i) => ({ caption, to: (sorted[i] ?? caption.parts).join('.') })) : [];
}

function comesFirst(a: readonly number[], b: readonly number[]): boolean {
  const i = a.findIndex((part, k) => part !== b[k]);
  return i === -1 ? a.length < b.length : (a[i] ?? 0) < (b[i] ?? 0);
}
