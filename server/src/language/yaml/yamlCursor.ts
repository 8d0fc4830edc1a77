import type { Member, YamlCursor } from './cursorTypes.ts';
import type { Path } from '../../text/path.ts';
import type { Span } from '../../text/span.ts';
import { flowCursor } from './flowCursor.ts';
import { readYamlLine, type YamlLine, type YamlText } from './yamlLine.ts';

/** A step from a value to what it stands in. */
interface Step {
  readonly key: string | number;
  readonly line: number;
  readonly column: number;
}

/**
 * Where an offset stands in a YAML text, told by indentation alone, so that it is known while the text is still broken.
 * @returns nothing in comments, in block or multi-line text, and where nothing can be told
 */
export function findYamlCursor(yaml: YamlText, offset: number): YamlCursor | undefined {
  if (offset < yaml.span.start || offset > yaml.span.end) return undefined;
  const number = yaml.lines.lineAt(offset);
  const line = readYamlLine(yaml, number);
  if (line.comment && offset > line.comment.start) return undefined;
  const empty = line.blank && !line.comment;
  // An empty line inside block text is text too.
  if (empty && isProse(stepsTo(yaml, number, nextColumn(yaml, number)), yaml, number)) return undefined;
  const typedAt = empty ? offset - line.start : line.column;
  const steps = stepsTo(yaml, number, typedAt, line);
  const flow = flowAround(yaml, steps, line, offset);
  if (flow) return flow;
  if (isProse(steps, yaml, number)) return undefined;
  const column = line.key || line.dashes.length > 0 ? typedAt : (columnBelow(yaml, steps.at(-1)) ?? typedAt);
  return blockPlace(yaml, { number, line, column, path: steps.map(({ key }) => key) }, offset);
}

/** True on a line of text in block style or that goes on over several lines: a `#` there begins no comment. */
export function isInText(yaml: YamlText, offset: number): boolean {
  const number = yaml.lines.lineAt(offset);
  const line = readYamlLine(yaml, number);
  return isProse(stepsTo(yaml, number, line.column, line), yaml, number);
}

function blockPlace(
  yaml: YamlText,
  { number, line, column, path }: { number: number; line: YamlLine; column: number; path: Path },
  offset: number,
): YamlCursor | undefined {
  const below = nextColumn(yaml, number) > column;
  const block = { column, flow: false, members: membersAt(yaml, number, column) };
  const { key, value } = line;
  if (key && offset <= key.span.end && offset >= key.span.start) {
    return { ...block, kind: 'key', path, typed: key.span, items: [], below };
  }
  if (key) {
    if (offset < key.span.start || isBlockHeader(yaml.text.slice(value.start, value.end))) return undefined;
    return {
      ...block,
      kind: 'value',
      path: [...path, key.name],
      typed: value.start > offset ? { start: offset, end: value.end } : around(value, offset),
      items: [],
      below,
    };
  }
  const inDash = line.dashes.length > 0 && offset < line.start + (line.dashes.at(-1) ?? 0) + 1;
  if (inDash || isBlockHeader(yaml.text.slice(value.start, value.end))) return undefined;
  if (offset < value.start && value.start < value.end) return undefined;
  const items = itemsAt(yaml, number, line.dashes.at(-1) ?? column);
  return { ...block, kind: 'bare', path, typed: around(value, offset), items, below };
}

/** The text that the offset stands in or beside. */
function around(value: Span, offset: number): Span {
  return { start: Math.min(value.start, offset), end: Math.max(value.end, offset) };
}

/** The steps from the top to what stands at a column of a line. */
function stepsTo(yaml: YamlText, number: number, column: number, own?: YamlLine): Step[] {
  const steps: Step[] = [];
  // A list may stand at the column of its key, any other value must be deeper.
  const at = { column, isItem: false };
  const first = yaml.lines.lineAt(yaml.span.start);
  const climb = (line: YamlLine, here: number): void => {
    const deeper = line.column < at.column || (at.isItem && line.column === at.column && line.dashes.length === 0);
    const text = line.key !== undefined || line.value.end > line.value.start;
    if (here !== number && deeper && text && (line.key || line.column < at.column)) {
      steps.unshift({ key: line.key?.name ?? '', line: here, column: line.column });
      [at.column, at.isItem] = [line.column, false];
    }
    for (const dash of [...line.dashes].reverse()) {
      if (dash >= at.column) continue;
      steps.unshift({ key: itemsAbove(yaml, here, dash), line: here, column: dash });
      [at.column, at.isItem] = [dash, true];
    }
  };
  if (own) climb(own, number);
  for (let here = number - 1; here >= first && (at.column > 0 || at.isItem); here--) {
    const line = readYamlLine(yaml, here);
    if (!line.blank) climb(line, here);
  }
  return steps;
}

/** True when one of the steps has text behind it: what is indented below goes on with that text. */
function isProse(steps: readonly Step[], yaml: YamlText, own: number): boolean {
  return steps.some(({ line, key }, i) => {
    if (line === own || steps[i + 1]?.line === line) return false;
    const { value, key: beside } = readYamlLine(yaml, line);
    if (typeof key === 'number' && beside) return false;
    return key === '' || !/^(?:[&!]\S*)?$/.test(yaml.text.slice(value.start, value.end));
  });
}

function isBlockHeader(text: string): boolean {
  return /^(?:[&!]\S*\s+)?[|>][-+\d]{0,2}$/.test(text);
}

/** The place in a value in brackets that begins on the offset's line or above it. */
function flowAround(yaml: YamlText, steps: readonly Step[], line: YamlLine, offset: number): YamlCursor | undefined {
  const { text } = yaml;
  for (const [i, step] of steps.entries()) {
    const { value } = readYamlLine(yaml, step.line);
    const last = steps[i + 1]?.line !== step.line;
    if (!last || value.start >= offset || !/[[{]/.test(text[value.start] ?? '')) continue;
    const path = steps.slice(0, i + 1).map(({ key }) => key);
    return flowCursor(yaml, value.start, path, offset);
  }
  // In block text a bracket is a bracket.
  const number = yaml.lines.lineAt(offset);
  if (!/[[{]/.test(text[line.value.start] ?? '') || offset <= line.value.start || isProse(steps, yaml, number)) return undefined;
  const path = [...steps.map(({ key }) => key), ...(line.key ? [line.key.name] : [])];
  return flowCursor(yaml, line.value.start, path, offset);
}

/** The keys of the block mapping that a column of a line belongs to. */
function membersAt(yaml: YamlText, number: number, column: number): Member[] {
  const members: Member[] = [];
  const own = readYamlLine(yaml, number);
  const add = (line: YamlLine, at: number): void => {
    if (!line.key || line.column !== column) return;
    const next = at + 1 < yaml.lines.count ? readYamlLine(yaml, at + 1) : undefined;
    const more = next !== undefined && next.start < yaml.span.end && !next.blank && firstColumn(next) > column;
    const end = Math.max(line.key.span.end + 1, line.value.start);
    const value = line.value.end > line.value.start ? line.value : { start: end, end };
    members.push({ key: line.key.name, keySpan: line.key.span, value, more });
  };
  if (own.dashes.length === 0 || own.column !== column) {
    for (let at = number - 1; at >= yaml.lines.lineAt(yaml.span.start); at--) {
      const line = readYamlLine(yaml, at);
      if (line.blank) continue;
      add(line, at);
      if (firstColumn(line) < column) break;
    }
    members.reverse();
  }
  for (let at = number + 1; at < yaml.lines.count && yaml.lines.start(at) < yaml.span.end; at++) {
    const line = readYamlLine(yaml, at);
    if (line.blank) continue;
    if (firstColumn(line) < column) break;
    add(line, at);
  }
  return members;
}

function firstColumn(line: YamlLine): number {
  return line.dashes[0] ?? line.column;
}

/** The column at which what stands in a step begins; nothing where nothing stands in it yet. */
function columnBelow(yaml: YamlText, step: Step | undefined): number | undefined {
  if (!step) return undefined;
  const line = readYamlLine(yaml, step.line);
  if (typeof step.key === 'number' && line.key) return line.column;
  const column = nextColumn(yaml, step.line);
  return column > step.column ? column : undefined;
}

/** The column of the next line that is not empty; 0 at the end. */
export function nextColumn(yaml: YamlText, number: number): number {
  for (let at = number + 1; at < yaml.lines.count && yaml.lines.start(at) < yaml.span.end; at++) {
    const line = readYamlLine(yaml, at);
    if (!line.blank || line.comment) return line.blank ? line.column : firstColumn(line);
  }
  return 0;
}

/** How many items stand above one whose dash is at a column of a line. */
function itemsAbove(yaml: YamlText, number: number, dash: number): number {
  let count = 0;
  for (let at = number - 1; at >= yaml.lines.lineAt(yaml.span.start); at--) {
    const line = readYamlLine(yaml, at);
    if (line.blank) continue;
    if (line.dashes.includes(dash)) count++;
    if (firstColumn(line) < dash || (firstColumn(line) === dash && line.dashes.length === 0)) break;
  }
  return count;
}

/** The texts of the other items of the list whose dash is at a column of a line. */
function itemsAt(yaml: YamlText, number: number, dash: number): string[] {
  const items: string[] = [];
  const first = yaml.lines.lineAt(yaml.span.start);
  for (const step of [-1, 1]) {
    for (let at = number + step; at >= first && at < yaml.lines.count && yaml.lines.start(at) < yaml.span.end; at += step) {
      const line = readYamlLine(yaml, at);
      if (line.blank) continue;
      if (firstColumn(line) < dash || (firstColumn(line) === dash && line.dashes.length === 0)) break;
      if (line.dashes.at(-1) === dash) items.push(yaml.text.slice(line.value.start, line.value.end));
    }
  }
  return items;
}
