import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'front-matter-unclosed',
  severity: 'error',
  tags: ['not-suppressible'],
  docs: {
    summary: 'The front matter has no closing line of three dashes, or something stands before its opening one.',
    why: 'Without both lines, the first of them at the very top, no program finds the committee, the date or anything else.',
    source: 'The report format: the front matter stands between two lines of three dashes',
    bad: '⟦---⟧\ntemplate: committee-report\ntitle: Winter gritting routes\n\n## 10. Introduction\n',
    good: '---\ntemplate: committee-report\ntitle: Winter gritting routes\n---\n\n## 10. Introduction\n',
  },
  *check({ split, text }) {
    if (!split.open) return;
    if (split.before) {
      const stray = text.slice(split.before.start, split.before.end).trim();
      yield {
        span: split.open,
        message:
          stray === ''
            ? 'There are blank lines before the opening “---”. Delete them: it must be the first line.'
            : 'There is text before the opening “---”. Move it below the front matter: “---” must be the first line.',
      };
    }
    if (!split.close) {
      yield {
        span: split.open,
        message: 'The front matter is not closed. Put a line of three dashes, “---”, under its last key.',
      };
    }
  },
  fixes(_finding, { split, text, lineEnd }) {
    const { before, yaml, close } = split;
    // Nothing can be moved below front matter before it ends.
    if (before && close) {
      const stray = text.slice(before.start, before.end).trim();
      const moved = { span: { start: split.body.start, end: split.body.start }, text: lineEnd + stray + lineEnd };
      const edits = [{ span: before, text: '' }, ...(stray === '' ? [] : [moved])];
      return [{ title: stray === '' ? 'Delete the blank lines' : 'Move the text below the front matter', edits, safe: false }];
    }
    if (!yaml) return [];
    const end = yaml.start + text.slice(yaml.start, yaml.end).trimEnd().length;
    const edit = { span: { start: end, end }, text: `${lineEnd}---` };
    return [{ title: 'Close the front matter', edits: [edit], safe: false }];
  },
});
