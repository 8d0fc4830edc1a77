import type { MarkdownImage } from '../paper/markdown/inline.ts';
import { foldPunctuation } from '../text/foldPunctuation.ts';
import type { RuleContext } from './ruleContext.ts';
import { withMarkdown, type Prose } from './prose.ts';

interface PlacedImage {
  readonly image: MarkdownImage;
  readonly text: Prose;
}

/** The image that begins at an offset of the source. */
export function imageAt(context: RuleContext, start: number): PlacedImage | undefined {
  return imagesByStart(context).get(start);
}

/** All are looked up once: a report may have thousands, each with its fixes. */
function imagesByStart(context: RuleContext): ReadonlyMap<number, PlacedImage> {
  return context.memo.get(imagesByStart, () => new Map([...imagesOf(context)].map((one) => [one.image.span.start, one])));
}

/** The images of a report, each with the text that it stands in. */
export function* imagesOf({ prose }: RuleContext): Iterable<PlacedImage> {
  for (const text of withMarkdown(prose, /!\[/)) for (const image of text.markdown.images) yield { image, text };
}

const FILE_NAME = /^[^\s]+\.(?:png|jpe?g|gif|svg|webp|bmp|tiff?|emf|wmf)$/;
const NUMBERED =
  /^(?:(?:chart|diagram|fig|figure|graph|graphic|icon|image|img|logo|map|photo|photograph|pic|picture|placeholder|screenshot|screen shot|table)s?\.?[ _-]?(?:\d[\d ._-]*)?|alt(?:ernative)? text|untitled(?:[ _-]?\d+)?|description)$/;

/** True for a description that says nothing of what the image shows: none at all, "image", "Figure 3", the name of a file. */
export function isUndescribed({ alt, src }: MarkdownImage): boolean {
  const said = foldPunctuation(alt)
    .trim()
    .toLowerCase()
    .replace(/(?<![.:])[.:]+$/, '');
  return said === '' || said === src.toLowerCase() || FILE_NAME.test(said) || NUMBERED.test(said);
}

/** True for an image that its author marked as saying nothing: `![](line.png "decorative")`. */
export function isDecorative({ title }: MarkdownImage): boolean {
  return title.trim().toLowerCase() === 'decorative';
}
