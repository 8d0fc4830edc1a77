import MarkdownIt from 'markdown-it';
import footnotes from 'markdown-it-footnote';
import { parseDocument } from 'yaml';
import { splitFrontMatter } from '../../server/src/paper/yaml/splitFrontMatter.ts';

const markdown = new MarkdownIt({ html: true, linkify: false }).use(footnotes);

/** What the two parsers do with a report by themselves: the floor that all else is measured against. */
export function parseAlone(text: string): void {
  const { yaml, body } = splitFrontMatter(text);
  if (yaml)
    parseDocument(text.slice(yaml.start, yaml.end), {
      version: '1.2',
      prettyErrors: false,
      uniqueKeys: false,
      logLevel: 'silent',
    });
  markdown.parse(text.slice(body.start, body.end), {});
}
