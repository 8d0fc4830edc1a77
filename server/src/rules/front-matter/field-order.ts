import { linesOfEntry } from '../../paper/yaml/yamlEntryLines.ts';
import { startOfLine } from '../../text/lines.ts';
import type { AstEntry, Mapping, AstNode } from '../../paper/yaml/yamlNode.ts';
import type { Paper } from '../../paper/paper.ts';
import type { Field } from '../../template/field.ts';
import type { Edit } from '../../text/edit.ts';
import type { Path } from '../../text/path.ts';
import type { RuleContext } from '../../analysis/ruleContext.ts';
import { defineRule } from '../rule.ts';
import { isValidFix } from '../../fixes/validateFix.ts';

export default defineRule({
  id: 'field-order',
  severity: 'off',
  hasSafeFixes: true,
  docs: {
    summary: 'Keys that do not stand in the order of the form.',
    why: 'Reports that all have the same order are easier to compare and to check.',
    source: 'The schema of the template',
    bad: '---\ntemplate: committee-report\ntitle: Gritting\n# agreed with the chair\n⟦date⟧: 2026-12-08\npurpose: For Decision\n---\n',
    good: '---\ntemplate: committee-report\n# agreed with the chair\ndate: 2026-12-08\ntitle: Gritting\npurpose: For Decision\n---\n',
  },
  *check(report, { template }) {
    if (!template) return;
    for (const { path, mapping, fields } of groups(report.frontMatter.root, template.fields, [])) {
      const sorted = inOrder(mapping.entries, fields);
      const late = mapping.entries.find((entry, i) => i > 0 && place(entry, fields) < place(mapping.entries[i - 1], fields));
      if (!late || sorted.every((entry, i) => entry === mapping.entries[i])) continue;
      yield {
        span: late.keySpan,
        path: [...path, late.key],
        message: `“${late.key}” comes earlier in the form. Put the keys in the form's order.`,
      };
    }
  },
  fixes({ path = [] }, report, { template }: RuleContext) {
    const found = [...groups(report.frontMatter.root, template?.fields ?? [], [])].find(
      (group) => group.path.length === path.length - 1 && group.path.every((step, i) => step === path[i]),
    );
    if (!found) return [];
    const fix = { title: 'Put the keys in order', edits: [reorder(report, found.mapping, found.fields)], safe: true };
    return isValidFix(fix, report) ? [fix] : [];
  },
});

interface Group {
  readonly path: Path;
  readonly mapping: Mapping;
  readonly fields: readonly Field[];
}

/** The mappings of the front matter that are written in block style, with the fields they may hold. */
function* groups(node: AstNode | undefined, fields: readonly Field[], path: Path): Iterable<Group> {
  if (node?.kind !== 'mapping' || node.flow) return;
  yield { path, mapping: node, fields };
  for (const { key, value } of node.entries) {
    const field = fields.find((candidate) => candidate.key === key);
    yield* groups(value, field?.fields ?? [], [...path, key]);
  }
}

function place(entry: AstEntry | undefined, fields: readonly Field[]): number {
  return fields.findIndex((field) => field.key === entry?.key);
}

/** The entries in the order of the fields; a key that is no field stays behind the one it follows. */
function inOrder(entries: readonly AstEntry[], fields: readonly Field[]): AstEntry[] {
  let last = -1;
  const places = new Map(entries.map((entry) => [entry, (last = place(entry, fields) === -1 ? last : place(entry, fields))]));
  return [...entries].sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
}

/** One edit over the whole mapping: each key moves with its value and the comments above it. */
function reorder(report: Paper, mapping: Mapping, fields: readonly Field[]): Edit {
  const { text } = report;
  const spans = mapping.entries.map((entry) => linesOfEntry(text, entry));
  const start = commentsAbove(text, spans[0]?.start ?? 0);
  const blocks = new Map(
    mapping.entries.map((entry, i) => {
      const from = i === 0 ? start : (spans[i - 1]?.end ?? start);
      return [entry, text.slice(from, spans[i]?.end ?? from)];
    }),
  );
  const sorted = inOrder(mapping.entries, fields).map((entry) => blocks.get(entry) ?? '');
  return { span: { start, end: spans.at(-1)?.end ?? start }, text: sorted.join('') };
}

function commentsAbove(text: string, lineStart: number): number {
  let start = lineStart;
  for (;;) {
    const before = startOfLine(text, Math.max(0, start - 1));
    if (before >= start || !/^[ \t]*#/.test(text.slice(before, start))) return start;
    start = before;
  }
}
