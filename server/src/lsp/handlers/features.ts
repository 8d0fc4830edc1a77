import { MarkupKind, type Connection, type Hover } from 'vscode-languageserver';
import { lint } from '../../linter/lint.ts';
import { codeActions, glossaryAction, suppressFinding } from '../../language/codeActions/codeActions.ts';
import { complete } from '../../language/completion/completion.ts';
import { completeCouncil, hoverCouncil } from '../../language/councilYaml/councilYaml.ts';
import { formatDocument } from '../../language/yaml/formatDocument.ts';
import { hover } from '../../language/hover/hover.ts';
import { parsePaper } from '../../paper/paper.ts';
import { registerAnnotationHandlers } from './annotations.ts';
import type { ClientFeatures } from '../server/clientCapabilities.ts';
import { toCodeActions } from './codeActionHandler.ts';
import { completionItems, textEdits } from './completionItems.ts';
import { offsetAt, spanOf } from '../documents/convert.ts';
import type { CheckedReport } from '../documents/reportChecker.ts';
import type { DocumentDiagnosis, OpenDocument } from '../documents/documents.ts';
import { registerNavigationHandlers } from './navigation.ts';
import { symbolsOf, offsetIn, documentContextFor, rangeIn } from '../documents/documentContext.ts';
import {
  RULE,
  SHOW_RULE,
  SUPPRESSION,
  type RuleParams,
  type SuppressionParams,
  type SuppressionResult,
} from '../protocol/protocol.ts';
import { TEXT, type TextParams, type TextResult } from '../protocol/protocol.ts';
import { documentedRule, ruleAddress } from '../../linter/ruleDocs.ts';
import { explainRule } from './ruleDocsRequest.ts';
import type { DocumentProvider } from '../documents/documentProvider.ts';
import { registerStructureHandlers } from './structure.ts';

/** Answers what an editor asks about a place in an open document. */
export function registerHandlers(connection: Connection, documents: DocumentProvider, client: ClientFeatures): void {
  registerAnnotationHandlers(connection, documents, client);
  registerStructureHandlers(connection, documents, client);
  registerNavigationHandlers(connection, documents, client);
  connection.onCompletion(async ({ textDocument, position }) => {
    const opened = await documentContextFor(documents, textDocument.uri);
    if (opened?.council) {
      return completionItems(completeCouncil(opened.council, offsetIn(opened, position)), opened.lines, client);
    }
    const found = await documents.diagnose(textDocument.uri);
    if (!found) return [];
    const { document, diagnosis } = found;
    const read = diagnosis.report ?? readBeginning(document, diagnosis);
    if (!read) return [];
    const { report, checked } = read;
    const offset = offsetAt(report.lines, position);
    const completions = complete(report, offset, checked.context, documents.surroundings(document.path));
    return completionItems(completions, report.lines, client);
  });

  connection.onHover(async ({ textDocument, position }): Promise<Hover | null> => {
    const opened = await documentContextFor(documents, textDocument.uri);
    if (!opened) return null;
    const { report, council, diagnosis } = opened;
    const offset = offsetIn(opened, position);
    const said = report
      ? hover(report.report, offset, report.checked, symbolsOf(report))
      : council && hoverCouncil(council, offset, diagnosis.council.file?.findings ?? [], diagnosis.council.knowledge.today);
    const kind = client.markdown ? MarkupKind.Markdown : MarkupKind.PlainText;
    return said ? { contents: { kind, value: said.markdown }, range: rangeIn(opened, said.span) } : null;
  });

  connection.onCodeAction(async ({ textDocument, range, context }) => {
    const found = await documents.diagnose(textDocument.uri);
    if (!found?.diagnosis.report) return [];
    const { report, checked } = found.diagnosis.report;
    const isForAll = context.only?.some((kind) => kind.startsWith('source')) === true;
    const offered = isForAll
      ? [...codeActions(report, spanOf(report.lines, range), checked), ...glossaryAction(report, checked)]
      : codeActions(report, spanOf(report.lines, range), checked);
    const target = { uri: textDocument.uri, version: found.diagnosis.version, lines: report.lines };
    return toCodeActions(offered, target, context, client);
  });

  connection.onRequest(TEXT, ({ uri }: TextParams): TextResult => documents.textOf(uri));
  connection.onDocumentFormatting(async ({ textDocument }) => {
    const opened = await documentContextFor(documents, textDocument.uri);
    if (!opened?.report) return [];
    const { report, checked } = opened.report;
    return textEdits(formatDocument(report, checked.context), report.lines);
  });

  connection.onRequest(RULE, ({ rule }: RuleParams) => explainRule(rule));
  connection.onRequest(SUPPRESSION, async (params: SuppressionParams) =>
    suppression(await documents.diagnose(params.uri), params),
  );
  connection.onExecuteCommand(({ command, arguments: [argument] = [] }) => {
    if (command === SHOW_RULE) showRule(connection, client, argument);
  });
}

/** A text is taken for a report that is being begun while it has no more characters, or where there is a council.yaml. */
const BEGINNING = 200;

/** What may become a report: a new file, or one where reports are kept. */
function readBeginning({ kind, text }: OpenDocument, { council }: DocumentDiagnosis): CheckedReport | undefined {
  if (kind !== 'report' || (!council.file && text.length > BEGINNING)) return undefined;
  const report = parsePaper(text);
  return { report, checked: lint(report, council.knowledge, []) };
}

function suppression(
  found: { document: OpenDocument; diagnosis: DocumentDiagnosis } | undefined,
  { rule, range, reason }: SuppressionParams,
): SuppressionResult {
  if (!found?.diagnosis.report) return null;
  const { report, checked } = found.diagnosis.report;
  const { start } = spanOf(report.lines, range);
  const finding = checked.findings.find((one) => one.rule === rule && one.span.start === start);
  const edits = finding && suppressFinding(report, finding, reason);
  return edits ? textEdits(edits, report.lines) : null;
}

/** For editors that have no page of their own for rules: the web page, or a message. */
function showRule(connection: Connection, { showsDocuments }: ClientFeatures, argument: unknown): void {
  const id = typeof argument === 'object' && argument !== null && 'rule' in argument ? String(argument.rule) : '';
  const rule = documentedRule(id);
  if (!rule) return;
  if (showsDocuments) void connection.window.showDocument({ uri: ruleAddress(id), external: true });
  else connection.window.showInformationMessage(`${rule.docs.summary} ${rule.docs.why}`);
}
