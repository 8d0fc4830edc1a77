import type { YamlFault } from '../../paper/yaml/frontMatter.ts';
import { defineRule } from '../rule.ts';

const MESSAGES: Record<YamlFault, string> = {
  'duplicate-key': 'This key is given twice, and only the last one counts. Keep one and delete the other.',
  tab: 'This line is indented with a tab. Use spaces instead.',
  indentation: 'This line is not indented like its neighbours. Give keys that belong together the same number of spaces.',
  'colon-space': 'There must be a space behind the colon after a key.',
  'quote-unclosed': 'The quotation mark that opens this text is never closed. Close it at the end of the text, or take it away.',
  escape: 'Inside double quotation marks a backslash has a meaning of its own. Use single quotation marks round the text.',
  alias: 'A value that begins with * stands for another one, and this one goes round in circles. Put quotation marks round it.',
  key: 'This cannot be a key. Write the name of a field, a colon and a space.',
  'not-a-mapping': 'The front matter must be made of keys and values, such as “title: Winter gritting routes”.',
  'document-end': 'A line of three dots ends the front matter, and what follows is lost. Delete it.',
  unreadable: 'This line cannot be read. Check its indentation, its colon and its quotation marks.',
};

export default defineRule({
  id: 'front-matter-syntax',
  severity: 'error',
  docs: {
    summary: 'The YAML of the front matter cannot be read: a key given twice, a tab, wrong indentation, an open quotation mark.',
    why: 'What cannot be read is not printed, and nothing else can be said of it.',
    source: 'YAML 1.2',
    bad: '---\ntemplate: committee-report\ntitle: Winter gritting routes\n⟦title⟧: Gritting routes in winter\n---\n',
    good: '---\ntemplate: committee-report\ntitle: Gritting routes in winter\n---\n',
  },
  *check({ frontMatter }) {
    for (const { fault, span } of frontMatter.problems) yield { span, message: MESSAGES[fault] };
  },
});
