import assert from 'node:assert/strict';
import { parseFragment, type DefaultTreeAdapterMap } from 'parse5';
import sax from 'sax';
import type { Span } from '../../server/src/text/span.ts';

/** @throws unless the span lies in a text of this length and does not run backwards */
export function assertInside(span: Span, length: number, what: string): void {
  const { start, end } = span;
  assert.ok(Number.isInteger(start) && Number.isInteger(end), `${what}: ${start} to ${end} is no span`);
  assert.ok(0 <= start && start <= end && end <= length, `${what}: ${start} to ${end} is not within 0 to ${length}`);
}

/** Looks for spans in all that an object holds; getters and lazy parts are read as they come. */
export function assertSpansInside(root: unknown, length: number): void {
  const seen = new Set<object>();
  const todo: [unknown, string][] = [[root, '']];
  for (let next = todo.pop(); next; next = todo.pop()) {
    const [value, path] = next;
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    const { start, end } = value as Partial<Span>;
    if (typeof start === 'number' && typeof end === 'number') assertInside({ start, end }, length, path);
    for (const [key, part] of Object.entries(value)) todo.push([part, `${path}.${key}`]);
  }
}

type Element = DefaultTreeAdapterMap['element'];

const HARMLESS_ATTRIBUTE =
  /^(?:id|class|href|src|alt|width|height|start|scope|rowspan|role|tabindex|aria-[a-z]+|title|lang|data-line|data-end)$/;
const HARMLESS_ELEMENT =
  /^(?:main|div|section|span|p|h[1-6]|ul|ol|li|table|caption|thead|tbody|tr|th|td|figure|figcaption|blockquote|pre|code|hr|br|strong|em|s|a|img|sup)$/;

/** @throws where HTML, read as a browser reads it, holds more than text, its marks, safe links and pictures of its own */
export function assertHarmless(html: string): void {
  const visit = (node: DefaultTreeAdapterMap['parentNode'] | Element): void => {
    if ('tagName' in node) {
      assert.match(node.tagName, HARMLESS_ELEMENT);
      for (const { name, value } of node.attrs) {
        assert.match(name, HARMLESS_ATTRIBUTE);
        if (name === 'href') assert.match(value, /^(?:https?:\/\/|mailto:|tel:|#)/i);
        if (name === 'src') assert.match(value, /^data:image\/(?:png|jpeg|gif|webp|svg\+xml);base64,/);
      }
    }
    for (const child of node.childNodes) if ('childNodes' in child) visit(child);
  };
  visit(parseFragment(html));
}

/** @throws where a text is no well-formed XML */
export function assertXml(xml: string): void {
  const parser = sax.parser(true);
  parser.onerror = (error) => {
    throw error;
  };
  parser.write(xml).close();
  // The parser lets through what XML cannot hold.
  assert.doesNotMatch(
    xml,
    /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/,
  );
}
