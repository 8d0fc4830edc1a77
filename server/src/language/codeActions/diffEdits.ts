import { diffLines } from 'diff';
import type { Edit } from '../../text/edit.ts';

/** The edits, whole lines each, that turn one text into another. */
export function diffEdits(before: string, after: string): Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  let open: { start: number; end: number; text: string } | undefined;
  const close = (): void => {
    if (open) edits.push({ span: { start: open.start, end: open.end }, text: open.text });
    open = undefined;
  };
  for (const { value, added, removed } of diffLines(before, after)) {
    if (!added && !removed) {
      close();
      at += value.length;
      continue;
    }
    open ??= { start: at, end: at, text: '' };
    if (added) open.text += value;
    else open.end = at += value.length;
  }
  close();
  return edits;
}
