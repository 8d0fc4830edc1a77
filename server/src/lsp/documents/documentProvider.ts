import type { CompletionSurroundings } from '../../language/completion/completionTypes.ts';
import type { ReadReport } from '../diagnostics/workspaceScanner.ts';
import type { DocumentDiagnosis, OpenDocument } from './documents.ts';

/** What request handlers may ask of the session: the open documents, and what is known of the files around them. */
export interface DocumentProvider {
  /** Resolves when all that the client sent before has been processed. */
  upToDate(): Promise<void>;
  /** Returns an open document with its current diagnosis, or `undefined` if no document of that URI is open. */
  diagnose(uri: string): Promise<{ document: OpenDocument; diagnosis: DocumentDiagnosis } | undefined>;
  /** Returns the text of an open document, or `null` if none of that URI is open. */
  textOf(uri: string): string | null;
  /** Returns what is around a report, for completion; read when it is asked for. */
  surroundings(path: string): CompletionSurroundings;
  /** Returns the URI of a file, in the form in which the client gives its folder's. */
  uriOf(path: string): string;
  /** Yields the reports of a council whose texts have a word, given in lower case. */
  reportsWith(councilFile: string, word: string): AsyncIterable<{ readonly uri: string; readonly read: ReadReport }>;
}
