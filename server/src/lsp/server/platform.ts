import type { Layout, Picture } from '../../layout/model.ts';
import type { FileSystem } from '../../workspace/files/fileSystem.ts';

/** Prints a page (HTML that needs no other file) as a PDF; or says, in plain words, why it cannot. Never rejects. */
export type PrintPdf = (html: string) => Promise<{ readonly pdf: Uint8Array } | { readonly problem: string }>;

/** Draws as PNG the pictures of a layout that not every program can show in a Word file, as far as it can. */
export type DrawForWord = (layout: Layout) => Promise<ReadonlyMap<Picture, Uint8Array>>;

/** What the server needs of the place that it runs in. */
export interface Platform {
  /** The disk; absent where there is none, as in a browser. */
  readonly files?: FileSystem;
  /** Absent where nothing can print, as in a browser's worker. */
  readonly printPdf?: PrintPdf;
  /** Draws what a Word file needs drawn; absent where nothing can. Never rejects. */
  readonly drawForWord?: DrawForWord;
  /** Waits until what is already queued in the event loop has had its turn. */
  readonly turn: () => Promise<void>;
  readonly now: () => Date;
  /** Does something after a time in milliseconds, unless the process ends before; the result calls it off. */
  readonly after: (milliseconds: number, action: () => void) => () => void;
}
