import type { Path } from '../../text/path.ts';
import type { Span } from '../../text/span.ts';
import { skipBlanks, type YamlText } from './yamlLine.ts';
import type { Member, YamlCursor } from './cursorTypes.ts';

/** A bracket that is open, and what was read between it and the cursor. */
interface Level {
  readonly open: '[' | '{';
  readonly path: Path;
  readonly members: Member[];
  readonly items: string[];
  /** Where the entry or item that is being read begins. */
  from: number;
  /** Its key, where one was read. */
  key: Span | undefined;
  holdsOffset: boolean;
}

interface Found {
  readonly level: Level;
  readonly entry: Span;
  readonly key: Span | undefined;
}

/**
 * Where an offset stands in a value in brackets, closed or not.
 * @param start offset of the opening bracket
 * @param path of the value
 * @returns nothing behind the closing bracket
 */
export function flowCursor({ text, span }: YamlText, start: number, path: Path, offset: number): YamlCursor | undefined {
  const levels: Level[] = [];
  let found = undefined as Found | undefined;
  const close = (level: Level, at: number): void => {
    const value = trim(text, { start: valueStart(level), end: at });
    const mine = level.from <= offset && offset <= at && !level.holdsOffset;
    if (mine) found = { level, entry: value, key: level.key };
    else if (level.open === '[') level.items.push(text.slice(value.start, value.end));
    else addMember(level, level.key ?? trim(text, { start: level.from, end: at }), value, text);
    level.holdsOffset = false;
    [level.from, level.key] = [at + 1, undefined];
  };
  for (let at = start; at < span.end; at++) {
    const character = text[at];
    const level = levels.at(-1);
    if (character === '[' || character === '{') {
      if (level && text.slice(valueStart(level), at).trim() !== '') continue;
      levels.push({ open: character, path: level ? below(level, text) : path, members: [], items: [], from: at + 1, key: undefined, holdsOffset: false }); // prettier-ignore
    } else if (!level) break;
    else if (character === ']' || character === '}') {
      close(level, at);
      levels.pop();
      const outer = levels.at(-1);
      if (!outer) break;
      if (found?.level === level) outer.holdsOffset = true;
    } else if (character === ',') close(level, at);
    else if (character === ':' && level.open === '{' && !level.key && /[\s,}]/.test(text[at + 1] ?? ' ')) {
      level.key = trim(text, { start: level.from, end: at });
    } else if ((character === '"' || character === "'") && text.slice(valueStart(level), at).trim() === '') {
      const end = text.indexOf(character, at + 1);
      const line = text.indexOf('\n', at);
      if (end !== -1 && (line === -1 || end < line)) at = end;
    } else if (character === '\n' && at >= offset && !found) {
      // Never closed: what comes after the cursor's line is something else.
      close(level, text[at - 1] === '\r' ? at - 1 : at);
      break;
    }
  }
  const open = levels.at(-1);
  if (!found && open) close(open, span.end);
  return found && placeOf(found, offset, text);
}

function placeOf({ level, entry, key }: Found, offset: number, text: string): YamlCursor {
  const { path, members, items, open } = level;
  const name = ({ start, end }: Span): string => text.slice(start, end);
  const common = { column: 0, flow: true, members, items, below: false };
  const inside = (span: Span): Span => (offset < span.start || offset > span.end ? { start: offset, end: offset } : span);
  if (key && offset < key.start) return { ...common, kind: 'bare', path, typed: { start: offset, end: offset } };
  if (key && offset <= key.end) return { ...common, kind: 'key', path, typed: key };
  if (key) return { ...common, kind: 'value', path: [...path, name(key)], typed: inside(entry) };
  if (open === '{') return { ...common, kind: 'bare', path, typed: inside(entry) };
  return { ...common, kind: 'value', path: [...path, items.length], typed: inside(entry) };
}

function valueStart({ key, from }: Level): number {
  return key ? key.end + 1 : from;
}

function below(level: Level, text: string): Path {
  if (level.open === '[') return [...level.path, level.items.length];
  return level.key ? [...level.path, text.slice(level.key.start, level.key.end)] : level.path;
}

function addMember(level: Level, key: Span, value: Span, text: string): void {
  const name = text.slice(key.start, key.end);
  if (name !== '')
    level.members.push({ key: name, keySpan: key, value: level.key ? value : { start: key.end, end: key.end }, more: false });
}

function trim(text: string, { start, end }: Span): Span {
  const from = skipSpace(text, start, end);
  return { start: from, end: Math.max(from, start + text.slice(start, end).trimEnd().length) };
}

function skipSpace(text: string, from: number, end: number): number {
  let at = skipBlanks(text, from, end);
  while (at < end && /\s/.test(text[at] ?? '')) at++;
  return at;
}
