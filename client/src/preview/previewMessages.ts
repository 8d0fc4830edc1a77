import type { PreviewChange, PreviewFinding } from '../../../server/src/lsp/protocol/protocol.ts';

/** How a preview and the editor of its report move together: settings with the names of VS Code's own for Markdown. */
export interface Behaviour {
  readonly scrollEditor: boolean;
  readonly doubleClick: boolean;
}

/** What the extension tells the page of a preview. */
export type ToPage =
  | { readonly type: 'show'; readonly state: PageState; readonly change: PreviewChange; readonly behaviour: Behaviour }
  /** There is nothing to show, and why. */
  | { readonly type: 'say'; readonly state: PageState; readonly text: string }
  /** Shows a line of the report at the top. The line counts from 1, its fraction is how far into it. */
  | { readonly type: 'scroll'; readonly line: number };

/** What the page tells the extension. */
export type FromPage =
  /** It has loaded, or cannot use what changes another state than its own: it wants all there is to show. */
  | { readonly type: 'ready' }
  /** A person has scrolled: the line at the top. */
  | { readonly type: 'scrolled'; readonly line: number }
  /** A person wants to write at a line. */
  | { readonly type: 'edit'; readonly line: number }
  /** A person wants to see the text of a finding. */
  | { readonly type: 'find'; readonly range: PreviewFinding['range'] };

/** What is kept of a preview when VS Code is closed. */
export interface PageState {
  /** The URI of the report. */
  readonly uri: string;
  /** It stays with its report when another is opened. */
  readonly isLocked: boolean;
}
