import {
  CompletionItemKind,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
  TextEdit,
  type CompletionItem,
} from 'vscode-languageserver';
import { plainText } from '../../language/completion/completion.ts';
import { type Completion, type CompletionKind } from '../../language/completion/completionTypes.ts';
import type { Edit } from '../../text/edit.ts';
import type { LineIndex } from '../../text/lines.ts';
import type { ClientFeatures } from '../server/clientCapabilities.ts';
import { rangeOf } from '../documents/convert.ts';
import { SUGGEST } from '../protocol/protocol.ts';

const KINDS: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  template: CompletionItemKind.Struct,
  committee: CompletionItemKind.Module,
  date: CompletionItemKind.Constant,
  person: CompletionItemKind.Variable,
  file: CompletionItemKind.File,
  section: CompletionItemKind.Text,
  rule: CompletionItemKind.Reference,
};

/** Edits as the protocol has them. */
export function textEdits(edits: readonly Edit[], lines: LineIndex): TextEdit[] {
  return edits.map(({ span, text }) => TextEdit.replace(rangeOf(lines, span), text));
}

/** Completions as an editor takes them, in their order. */
export function completionItems(completions: readonly Completion[], lines: LineIndex, client: ClientFeatures): CompletionItem[] {
  const digits = String(completions.length).length;
  return completions.map((completion, i) => completionItem(completion, String(i).padStart(digits, '0'), lines, client));
}

function completionItem(completion: Completion, sortText: string, lines: LineIndex, client: ClientFeatures): CompletionItem {
  const { label, kind, detail, documentation, edit, more, filterText } = completion;
  const isSnippet = completion.snippet && client.snippets;
  const newText = completion.snippet && !client.snippets ? plainText(edit.text) : edit.text;
  return {
    label,
    kind: KINDS[kind],
    sortText,
    filterText,
    textEdit: TextEdit.replace(rangeOf(lines, edit.span), newText),
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    insertTextMode: InsertTextMode.asIs,
    ...(detail === undefined ? {} : { detail }),
    ...(documentation === undefined ? {} : { documentation: { kind: MarkupKind.Markdown, value: documentation } }),
    ...(more.length > 0 ? { additionalTextEdits: textEdits(more, lines) } : {}),
    ...(completion.again && client.options.commands?.includes(SUGGEST)
      ? { command: { title: 'Suggest', command: SUGGEST } }
      : {}),
  };
}
