import createMarkdownIt, { type MarkdownIt, type StateInline, type Token } from 'markdown-it';
import footnotes from 'markdown-it-footnote';

/** An inline token with the offset, in its block's content, at which its source begins. */
export interface PlacedToken extends Token {
  at?: number;
}

/** What {@link placeTokens} keeps on the state of one inline parse. */
interface PlacingState extends StateInline {
  /** Where the piece of Markdown begins that is being read. */
  mark: number;
  /** Where the text begins that waits to become a token. */
  pendingFrom: number;
}

/**
 * The one Markdown parser, for rules and layout alike. Text tokens are kept apart where the source differs from the text
 * (escapes, entities), so that each has its place; nothing is fetched, and HTML is only told apart, never trusted.
 */
export const markdownIt = createParser();

function createParser(): MarkdownIt {
  const md = createMarkdownIt({ html: true }).use(footnotes).use(placeTokens).use(takeShortCuts);
  md.disable(['text_join', 'fragments_join', 'footnote_inline']);
  return md;
}

/** A markdown-it plugin that gives inline tokens the offset of their source (`at`), which markdown-it itself does not. */
function placeTokens(md: MarkdownIt): void {
  const [readText] = md.inline.ruler.getRules('');
  if (!readText) throw new Error('markdown-it has no rules');
  // The first rule is tried at the beginning of every piece, so it is the one to note where that is.
  md.inline.ruler.at('text', (state, silent) => {
    if (!silent) {
      (state as PlacingState).mark = state.pos;
      if (state.pending === '') (state as PlacingState).pendingFrom = state.pos;
    }
    return readText(state, silent);
  });
  md.inline.State = class extends md.inline.State {
    mark = 0;
    pendingFrom = 0;

    override pushPending(): Token {
      return place(super.pushPending(), this.pendingFrom);
    }

    override push(type: string, tag: string, nesting: Token['nesting']): Token {
      return place(super.push(type, tag, nesting), this.mark);
    }
  };
}

/** In whatever is not plain text. */
const MARK = /[\n\\`~*_[\]<&!]/;
/** An address that is written as it should be. */
const PLAIN_ADDRESS = /^(?:https?:\/\/[a-z0-9.-]{1,60}(?=\/|$)|(?!\/\/))[\w./#-]*$/;

/** A markdown-it plugin that spares the parser what would change nothing: half of the work in most reports. */
function takeShortCuts(md: MarkdownIt): void {
  const [normalize] = md.core.ruler.getRules('');
  if (!normalize) throw new Error('markdown-it has no rules');
  md.core.ruler.at('normalize', (state) => {
    if (state.src.includes('\r') || state.src.includes('\0')) normalize(state);
  });
  md.core.ruler.at('inline', ({ tokens, env, Token }) => {
    for (const { type, content, children } of tokens) {
      if (type !== 'inline' || !children) continue;
      if (content === '' || MARK.test(content)) {
        md.inline.parse(content, md, env, children);
      } else {
        const text = new Token('text', '', 0);
        text.content = content;
        children.push(place(text, 0));
      }
    }
  });
  const normalizeLink = md.normalizeLink.bind(md);
  md.normalizeLink = (address) => (PLAIN_ADDRESS.test(address) ? address : normalizeLink(address));
}

function place(token: PlacedToken, at: number): Token {
  token.at = at;
  return token;
}
