import type { MarkdownImage } from '../../paper/markdown/inline.ts';
import type { Paper } from '../../paper/paper.ts';
import type { Fix } from '../../text/finding.ts';
import { replaceAt } from '../../fixes/textEdits.ts';
import { imageAt, imagesOf, isDecorative, isUndescribed } from '../../analysis/images.ts';
import { defineRule } from '../rule.ts';

const SKELETON = '[insert what the image shows]';

export default defineRule({
  id: 'image-alt',
  severity: 'error',
  isCompleteness: true,
  docs: {
    summary: 'An image without a description, or with one that says nothing, such as “Figure 1” or the name of its file.',
    why: 'Who cannot see the image learns nothing from it: a screen reader would read out a file name, or nothing at all.',
    source: 'WCAG 2.2, success criterion 1.1.1; Public Sector Bodies Accessibility Regulations 2018',
    bad: '10.1 Visits have risen.\n\n⟦![](visits.png)⟧\n',
    good: `10.1 Visits have risen.\n\n![${SKELETON}](visits.png)\n`,
  },
  *check(_report, context) {
    for (const { image, text } of imagesOf(context)) {
      if (!isUndescribed(image) || isDecorative(image)) continue;
      const what = image.alt.trim() === '' ? 'This image has no description' : 'The description of this image says nothing of it';
      const message = `${what}. Write in the square brackets what it shows, or mark it as decorative if it says nothing that the text does not.`;
      yield { span: image.span, path: text.path, message };
    }
  },
  fixes({ path = ['body'], span }, report, context) {
    const found = imageAt(context, span.start);
    if (!found) return [];
    const offer = (title: string, written: string | undefined): Fix[] => {
      const edit = written === undefined ? undefined : replaceAt({ path, span }, written, report, context);
      return edit ? [{ title, edits: [edit], safe: false }] : [];
    };
    return [
      ...offer('Add a description to fill in', withAlt(found.image, report, SKELETON)),
      ...offer('Mark it as decorative', asDecorative(found.image, report)),
    ];
  },
});

/** The image as written, with another description. */
function withAlt({ span }: MarkdownImage, report: Paper, alt: string): string | undefined {
  const written = report.text.slice(span.start, span.end);
  const end = closingBracket(written);
  return end === undefined ? undefined : `![${alt}${written.slice(end)}`;
}

function asDecorative(image: MarkdownImage, report: Paper): string | undefined {
  const written = withAlt(image, report, '');
  return written?.endsWith(')') && image.title === '' ? `${written.slice(0, -1).trimEnd()} "decorative")` : undefined;
}

/** Where the description ends: at the bracket that closes the first one. */
function closingBracket(written: string): number | undefined {
  let depth = 0;
  for (let i = 1; i < written.length; i++) {
    if (written[i] === '\\') i++;
    else if (written[i] === '[') depth++;
    else if (written[i] === ']' && --depth === 0) return i;
  }
  return undefined;
}
