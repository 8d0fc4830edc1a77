import type { Council } from '../council/council.ts';
import type { Paper } from '../paper/paper.ts';
import { builtInTemplates } from '../template/builtInTemplates.ts';
import { readFields, type Fields } from '../template/fields.ts';
import type { Template } from '../template/template.ts';
import type { Span } from '../text/span.ts';
import { BodyLayout } from './body/bodyLayout.ts';
import { layoutCover } from './cover/coverLayout.ts';
import type { Block, Heading, Inline, Layout } from './model.ts';
import { appendixId, ValuePrinter } from './cover/valuePrinter.ts';
import { plainPath, LayoutContext, type Asset } from './layoutContext.ts';

export interface LayoutOptions {
  readonly council: Council;
  /** Without it no picture is shown. */
  readonly asset?: Asset;
}

/** The form in which a report is laid out that names none that is known: the one that prints the most. */
const FALLBACK = 'committee-report';

/**
 * Lays out a report as the committee will see it. Never throws, and reads no file by itself.
 * @param fields the report's own, read by its template; without a template it is laid out as a committee report
 */
export function createLayout(report: Paper, fields: Fields, { council, asset }: LayoutOptions): Layout {
  const template = fields.template ?? builtInTemplates.get(FALLBACK);
  if (!template) throw new Error('there is no built-in template');
  const known = fields.template ? fields : readFields(report, template);
  if (report.excess) return tooLarge(template, council);
  const bench = new LayoutContext(report, asset, appendicesOf(known));
  const body = new BodyLayout(report, known, template, bench);
  const print = new ValuePrinter(known, bench, (span) => body.within(span));
  const logo = council.logo === undefined ? undefined : bench.picture(council.logo, 'council');
  const gap = report.split.open ?? { start: 0, end: 0 };
  const masthead = { name: council.name ?? '', logo };
  const { before, after } = layoutCover({ template, fields: known, print, council: masthead, gap });
  const end = { start: report.text.length, end: report.text.length };
  const blocks = [...before, ...body.layOut(), ...after, ...footnote(template, body.footnoteSpan() ?? end)];
  return {
    ...identity(template, known, council),
    blocks: inLevels(blocks),
    notes: bench.numberNotes(blocks),
    pictures: bench.allPictures(),
  };
}

function identity(template: Template, fields: Fields, { colour }: Council): Omit<Layout, 'blocks' | 'notes' | 'pictures'> {
  const line = (key: string): string => fields.text([key]).replace(/\s+/g, ' ').trim();
  return {
    kind: template.layout,
    title: line('title') || template.title,
    committee: line('committee'),
    colour,
    exempt: fields.get(['status'])?.data === 'exempt',
  };
}

function tooLarge(template: Template, { colour }: Council): Layout {
  const span = { start: 0, end: 0 };
  const say = (text: string): Inline[] => [{ kind: 'text', text }];
  const blocks: Block[] = [
    { kind: 'heading', level: 1, span, content: say(template.title) },
    { kind: 'paragraph', role: 'missing', span, content: say('This report is too large to be laid out.') },
  ];
  return { kind: template.layout, title: template.title, committee: '', colour, exempt: false, blocks, notes: [], pictures: [] };
}

function footnote({ footnote: text }: Template, span: Span): Block[] {
  return text === undefined ? [] : [{ kind: 'paragraph', role: 'footnote', span, content: [{ kind: 'text', text }] }];
}

/** The ids of the appendices by the files they are kept in, for links in the text. */
function appendicesOf(fields: Fields): Map<string, string> {
  const items = fields.list(['appendices']).filter(({ blank }) => !blank);
  const files = items.map(({ path }) => fields.text([...path, 'file']).trim());
  return new Map(files.flatMap((file, i) => (file === '' ? [] : [[plainPath(file), appendixId(i)] as const])));
}

/** The blocks with headings that never leave out a level, and one only of the first. */
function inLevels(blocks: readonly Block[]): Block[] {
  let last = 0;
  const levelOf = ({ level }: Heading): Heading['level'] => {
    last = Math.min(Math.max(2, level), last + 1);
    return last as Heading['level'];
  };
  const visit = (block: Block): Block => {
    switch (block.kind) {
      case 'heading':
        return { ...block, level: levelOf(block) };
      case 'list':
        return { ...block, items: block.items.map((item) => item.map(visit)) };
      case 'quote':
        return { ...block, blocks: block.blocks.map(visit) };
      case 'cover':
        return { ...block, rows: block.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => cell.map(visit)) })) };
      default:
        return block;
    }
  };
  return blocks.map(visit);
}
