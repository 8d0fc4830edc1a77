import { SEVERITY_WORDS } from '../../text/finding.ts';
import type { Colours } from '../terminal/colour.ts';
import type { Formatter } from './formatter.ts';
import { positionWidth, type FileResult, type ReportedFinding, type FormatterNeeds } from '../lint/fileResult.ts';
import { summarise, type Asked } from '../lint/summary.ts';
import type { RunTotals } from '../lint/runTotals.ts';
import { columnsOf, makePrintable, wrap } from '../terminal/displayWidth.ts';

const SEVERITY_WIDTH = 7;
/** A message narrower than this is hard to read, so on a narrow terminal it goes under the place. */
const LEAST_MESSAGE = 36;
/** Longer lines are hard to read on any terminal. */
const MOST_MESSAGE = 84;

/** For people: every finding with its message, its line and its place in the line. */
export class TextFormatter implements Formatter {
  readonly wants: FormatterNeeds;

  constructor(
    private readonly colours: Colours,
    private readonly width: number,
    private readonly asked: Asked,
  ) {
    this.wants = { snippets: width };
  }

  start(): string {
    return '';
  }

  file({ file, findings }: FileResult): string {
    if (findings.length === 0) return '';
    const width = Math.max(...findings.map(positionWidth));
    const blocks = findings.map((finding) => [
      ...this.message(finding, `${finding.line}:${finding.column}`.padEnd(width)),
      ...this.source(finding, width),
      '',
    ]);
    return [this.colours.strong(makePrintable(file)), ...blocks.flat(), ''].join('\n');
  }

  end(tally: RunTotals): string {
    return summarise(tally, this.asked, this.colours, this.width);
  }

  /** `  12:3  error    What is wrong.  rule-name`, the message indented where it goes on. */
  private message(finding: ReportedFinding, place: string): string[] {
    const { faint, [finding.severity]: paint } = this.colours;
    const word = SEVERITY_WORDS[finding.severity];
    const head = `  ${faint(place)}  ${paint(word)}`;
    const indent = 2 + place.length + 2 + SEVERITY_WIDTH + 2;
    const beside = this.width - indent >= LEAST_MESSAGE;
    const room = Math.min(MOST_MESSAGE, beside ? this.width - indent : this.width - 4);
    const lines = wrap(makePrintable(finding.message), room);
    const tail = finding.fixable ? `${finding.rule}, fixable` : finding.rule;
    if (columnsOf(lines.at(-1) ?? '') + 2 + tail.length <= room) lines.push(`${lines.pop() ?? ''}  ${faint(tail)}`);
    else lines.push(faint(tail));
    if (!beside) return [head, ...lines.map((line) => `    ${line}`)];
    const gap = ' '.repeat(SEVERITY_WIDTH - word.length + 2);
    return lines.map((line, i) => (i === 0 ? `${head}${gap}${line}` : ' '.repeat(indent) + line));
  }

  /** The line that the finding stands in, and marks beneath it. */
  private source({ snippet, severity }: ReportedFinding, width: number): string[] {
    if (!snippet) return [];
    const { line, source, marks } = snippet;
    const gutter = (text: string): string => this.colours.faint(`  ${text.padStart(width)} |`);
    return [`${gutter(String(line))} ${source}`.trimEnd(), `${gutter('')} ${this.colours[severity](marks)}`];
  }
}
