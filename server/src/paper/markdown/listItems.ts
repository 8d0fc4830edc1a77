import type { SourceText } from '../../text/sourceText.ts';
import type { Span } from '../../text/span.ts';
import { readLines, type Paper } from '../paper.ts';

/** The items of the first list that stands directly in a stretch of the body, each with what is nested in it. */
export function readList(report: Paper, within: Span): SourceText[] | undefined {
  const list = report.body.markdown.lists.find(
    ({ depth, span }) => depth === 0 && within.start <= span.start && span.end <= within.end,
  );
  return list?.markers.map((marker, i) => {
    const end = list.markers[i + 1]?.start ?? list.span.end;
    const raw = report.text.slice(marker.end, end);
    return readLines(report.text, { start: marker.end, end: marker.end + raw.trimEnd().length });
  });
}
