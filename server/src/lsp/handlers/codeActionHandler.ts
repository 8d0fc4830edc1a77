import type { CodeAction, CodeActionContext, Command, Diagnostic } from 'vscode-languageserver';
import type { Action } from '../../language/codeActions/codeActions.ts';
import type { Finding } from '../../text/finding.ts';
import type { LineIndex } from '../../text/lines.ts';
import type { ClientFeatures } from '../server/clientCapabilities.ts';
import { textEdits } from './completionItems.ts';
import { diagnosticOf, rangeOf } from '../documents/convert.ts';
import { SHOW_RULE, SUPPRESS, type RuleParams, type SuppressArgument } from '../protocol/protocol.ts';

/** The text that actions change. */
export interface Target {
  readonly uri: string;
  readonly version: number;
  readonly lines: LineIndex;
}

/** Actions as an editor takes them: those of the kinds that it asked for. */
export function toCodeActions(
  actions: readonly Action[],
  target: Target,
  context: CodeActionContext,
  client: ClientFeatures,
): CodeAction[] {
  const { only } = context;
  const isWanted = ({ kind }: Action): boolean =>
    // What is done to the whole report on request is no answer to a light bulb.
    only ? only.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`)) : !kind.startsWith('source.');
  return actions.filter(isWanted).map((action) => codeAction(action, target, context.diagnostics, client));
}

function codeAction(action: Action, target: Target, shown: readonly Diagnostic[], client: ClientFeatures): CodeAction {
  const { title, kind, finding, preferred, edits } = action;
  const command = commandOf(action, target, client);
  const asks = command?.command === SUPPRESS;
  const diagnostics = finding ? shownFor(finding, target.lines, shown) : [];
  return {
    title,
    kind,
    ...(preferred ? { isPreferred: true } : {}),
    ...(diagnostics.length > 0 ? { diagnostics } : {}),
    ...(edits.length > 0 && !asks ? { edit: workspaceEdit(action, target, client) } : {}),
    ...(command ? { command } : {}),
  };
}

function workspaceEdit(
  { edits }: Action,
  { uri, version, lines }: Target,
  client: ClientFeatures,
): NonNullable<CodeAction['edit']> {
  const changes = textEdits(edits, lines);
  return client.versionedEdits
    ? { documentChanges: [{ textDocument: { uri, version }, edits: changes }] }
    : { changes: { [uri]: changes } };
}

/** The diagnostics that the editor shows for a finding: they are known again by their rule and range. */
function shownFor(finding: Finding, lines: LineIndex, shown: readonly Diagnostic[]): Diagnostic[] {
  const { code, range } = diagnosticOf(finding, lines);
  const place = JSON.stringify(range);
  return shown.filter((diagnostic) => diagnostic.code === code && JSON.stringify(diagnostic.range) === place);
}

/** What the editor is to do beside the edits: an own command where it has one, else one that the server runs. */
function commandOf(
  { title, command }: Action,
  { uri, version, lines }: Target,
  { options }: ClientFeatures,
): Command | undefined {
  if (command?.name === 'show-rule') {
    const params: RuleParams = { rule: command.rule };
    return { title, command: SHOW_RULE, arguments: [params] };
  }
  if (command?.name !== 'suppress' || !options.commands?.includes(SUPPRESS)) return undefined;
  const { rule, span } = command.finding;
  const argument: SuppressArgument = { uri, version, rule, range: rangeOf(lines, span) };
  return { title, command: SUPPRESS, arguments: [argument] };
}
