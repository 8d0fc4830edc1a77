import type { Position, Range } from 'vscode-languageserver';
import { readCouncilDocument, type CouncilDocument } from '../../language/councilYaml/councilDocument.ts';
import { buildSymbolTable, type SymbolTable } from '../../language/symbols/symbolTable.ts';
import type { GeneratedNumber } from '../../language/symbols/definitions.ts';
import type { LineIndex } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import { offsetAt, rangeOf } from './convert.ts';
import type { CheckedReport } from './reportChecker.ts';
import type { DocumentDiagnosis, OpenDocument } from './documents.ts';
import { generatedNumbers } from '../handlers/generatedNumbers.ts';
import type { DocumentProvider } from './documentProvider.ts';

/** A document at the version that the editor has, as it was read for its diagnosis: whatever is asked of it is asked of this. */
export interface DocumentContext {
  readonly document: OpenDocument;
  readonly diagnosis: DocumentDiagnosis;
  readonly lines: LineIndex;
  /** Absent for what is no report. */
  readonly report?: CheckedReport;
  /** Absent for what is no `council.yaml`. */
  readonly council?: CouncilDocument;
}

const councils = new WeakMap<DocumentDiagnosis, CouncilDocument>();

/** An open report or `council.yaml`; nothing for any other document. */
export async function documentContextFor(documents: DocumentProvider, uri: string): Promise<DocumentContext | undefined> {
  const found = await documents.diagnose(uri);
  if (!found) return undefined;
  const { document, diagnosis } = found;
  if (diagnosis.report) return { ...found, lines: diagnosis.report.report.lines, report: diagnosis.report };
  if (document.kind !== 'council') return undefined;
  let council = councils.get(diagnosis);
  if (!council) councils.set(diagnosis, (council = readCouncilDocument(document.text)));
  return { ...found, lines: council.lines, council };
}

const numbers = new WeakMap<CheckedReport, readonly GeneratedNumber[]>();

/** The numbers that the layout gives, found out when something first asks. */
export function generatedNumbersOf(read: CheckedReport): readonly GeneratedNumber[] {
  let given = numbers.get(read);
  if (!given) numbers.set(read, (given = generatedNumbers(read)));
  return given;
}

const casts = new WeakMap<CheckedReport, SymbolTable>();

/** What a report names, read when something first asks. */
export function symbolsOf(read: CheckedReport): SymbolTable {
  let cast = casts.get(read);
  if (!cast) casts.set(read, (cast = buildSymbolTable(read.report, read.checked.context, generatedNumbersOf(read))));
  return cast;
}

export function offsetIn({ lines }: DocumentContext, position: Position): number {
  return offsetAt(lines, position);
}

export function rangeIn({ lines }: DocumentContext, span: Span): Range {
  return rangeOf(lines, span);
}
