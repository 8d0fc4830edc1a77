import type { Paper } from '../../paper/paper.ts';
import type { Value } from '../../template/value.ts';
import type { Edit } from '../../text/edit.ts';
import type { Path } from '../../text/path.ts';
import type { Span } from '../../text/span.ts';
import { inQuotes } from '../../fixes/frontMatterEdits.ts';
import { readTitleParsedAsKey, type TitleParsedAsKey } from '../../analysis/titleParsedAsKey.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'value-needs-quotes',
  severity: 'error',
  docs: {
    summary: 'A text that YAML takes for something else, because of its first character or of a colon in it.',
    why: 'A colon and a space make a key, a bracket a list and * a reference, so the text would be lost or printed wrongly.',
    source: 'YAML 1.2',
    bad: '---\ntemplate: committee-report\ntitle: ⟦Gritting: routes for the winter⟧\nrecommendations:\n  - ⟦That the committee: (a) approve the routes⟧\n---\n',
    good: "---\ntemplate: committee-report\ntitle: 'Gritting: routes for the winter'\nrecommendations:\n  - 'That the committee: (a) approve the routes'\n---\n",
  },
  *check(report, { fields }) {
    const unclosed = new Set(report.frontMatter.problems.map(({ span }) => span.start));
    for (const value of fields.all()) {
      if (value.needsQuotes && !unclosed.has(value.span.start))
        yield { span: value.span, path: value.path, message: messageFor(value) };
      const lost = readTitleParsedAsKey(value);
      if (lost) yield { span: trimmed(report, lost.node.span), path: value.path, message: describe(lost) };
    }
  },
  fixes({ span, path = [] }, report, { fields }) {
    const value = fields.get(path);
    const lost = value && readTitleParsedAsKey(value);
    if (lost) return [{ title: `Make it the ${lost.field.key}`, edits: [titleFor(lost, path, report)], safe: false }];
    const text = report.text.slice(span.start, span.end);
    // What is pasted may end in blanks that are none to YAML.
    const end = span.end + (/^[^\S\r\n]+(?=[\r\n]|$)/.exec(report.text.slice(span.end))?.[0].length ?? 0);
    const edit = { span: { start: span.start, end }, text: inQuotes(text) };
    return [{ title: 'Put quotes round the text', edits: [edit], safe: false }];
  },
});

function messageFor({ text }: Value): string {
  const first = text?.text[0] ?? '';
  const cause = /[\w(]/.test(first) ? 'it holds a colon with a space' : `it begins with ${first}`;
  return `This text must stand in quotation marks, because ${cause}. Put quotation marks round it.`;
}

function describe({ field }: TitleParsedAsKey): string {
  return `Because of the colon this is read as a key and its value, and not as a ${field.key}. Write “${field.key}:” in front, and quotation marks round the text.`;
}

/** The item with its title, and with its label where that is not the one that its place gives it. */
function titleFor({ node, before, after, field }: TitleParsedAsKey, path: Path, report: Paper): Edit {
  const span = trimmed(report, node.span);
  const isLabel = path[0] === 'appendices' && /^(?:appendix|annexe?|attachment)\s+\S{1,6}$/i.test(before) && after !== '';
  const given = before.toLowerCase() === `appendix ${Number(path.at(-1)) + 1}`;
  const title = isLabel ? after : [before, after].filter(Boolean).join(': ');
  const start = report.lines.placeAt(node.span.start).column - 1;
  const separator = node.flow ? ', ' : `${report.lineEnd}${' '.repeat(start)}`;
  const lines = [...(isLabel && !given ? [`label: ${before}`] : []), `${field.key}: ${inQuotes(title)}`];
  return { span: node.flow ? { start: span.start + 1, end: span.end - 1 } : span, text: lines.join(separator) };
}

function trimmed({ text }: Paper, { start, end }: Span): Span {
  return { start, end: start + text.slice(start, end).trimEnd().length };
}
