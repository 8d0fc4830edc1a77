import type { HtmlBlock } from '../../layout/html/htmlWriter.ts';
import type { LineIndex } from '../../text/lines.ts';
import {
  movedFinding,
  shifted,
  type PreviewContent,
  type PreviewChange,
  type PreviewFinding,
  type Shift,
  type Splice,
} from '../protocol/protocol.ts';

/** A preview as it was given to a client. */
export interface SentPreview extends Pick<PreviewContent, 'version' | 'title' | 'stage' | 'deadline' | 'styles'> {
  readonly id: number;
  /** The report's text, and its lines. */
  readonly text: string;
  readonly textLines: LineIndex;
  readonly kind: string;
  readonly blocks: readonly HtmlBlock[];
  readonly findings: readonly PreviewFinding[];
}

const NO_SHIFT: Shift = { from: 0, by: 0 };

/** What a client needs that has one preview to have another; all of it for one that has none. */
export function diffPreview(before: SentPreview | undefined, now: SentPreview): PreviewChange {
  const { id, version, title, stage, deadline, kind, styles, blocks, findings } = now;
  const all = { id, version, title, stage, kind, ...(deadline ? { deadline } : {}) };
  if (!before) return { ...all, styles, blocks: whole(blocks), findings: whole(findings), lines: NO_SHIFT, places: NO_SHIFT };
  const lines = shiftOfLines(before, now);
  const found = diffList(before.findings, findings, (a, b) => isSameFinding(movedFinding(a, lines), b));
  const places = { from: found.start + found.removed, by: found.added.length - found.removed };
  const isSame = (a: HtmlBlock, b: HtmlBlock): boolean =>
    a.html === b.html && shifted(a.line, lines) === b.line && shifted(a.place, places) === b.place;
  const isStyled = before.styles.base === styles.base && before.styles.screen === styles.screen;
  return {
    ...all,
    since: before.id,
    ...(isStyled && before.styles.print === styles.print ? {} : { styles }),
    blocks: diffList(before.blocks, blocks, isSame),
    findings: found,
    lines,
    places,
  };
}

function whole<T>(added: readonly T[]): Splice<T> {
  return { start: 0, removed: 0, added };
}

/** The shortest stretch of a list that has to be replaced to have another. */
export function diffList<T>(before: readonly T[], now: readonly T[], isSame: (a: T, b: T) => boolean): Splice<T> {
  const isSameAt = (i: number, j: number): boolean => {
    const [a, b] = [before[i], now[j]];
    return a !== undefined && b !== undefined && isSame(a, b);
  };
  let start = 0;
  while (isSameAt(start, start)) start++;
  let [end, nowEnd] = [before.length, now.length];
  while (end > start && nowEnd > start && isSameAt(end - 1, nowEnd - 1)) {
    end--;
    nowEnd--;
  }
  return { start, removed: end - start, added: now.slice(start, nowEnd) };
}

/** Which lines (from 1) come to stand elsewhere by a change of the text: all behind the last that has changed. */
function shiftOfLines(before: SentPreview, now: SentPreview): Shift {
  const [a, b] = [before.text, now.text];
  const shortest = Math.min(a.length, b.length);
  let start = 0;
  while (start < shortest && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  let same = 0;
  while (same < shortest - start && a.charCodeAt(a.length - 1 - same) === b.charCodeAt(b.length - 1 - same)) same++;
  return { from: before.textLines.lineAt(a.length - same) + 2, by: now.textLines.count - before.textLines.count };
}

function isSameFinding(a: PreviewFinding, b: PreviewFinding): boolean {
  return (
    a.rule === b.rule &&
    a.severity === b.severity &&
    a.message === b.message &&
    a.range.start.line === b.range.start.line &&
    a.range.start.character === b.range.start.character &&
    a.range.end.line === b.range.end.line &&
    a.range.end.character === b.range.end.character
  );
}
