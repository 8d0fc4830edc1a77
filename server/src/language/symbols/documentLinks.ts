import type { Paper } from '../../paper/paper.ts';
import type { RuleContext } from '../../analysis/ruleContext.ts';
import { readLinks, spanOfAddress } from '../../analysis/links.ts';
import { trimmedSpanOf } from '../../analysis/notApplicable.ts';
import type { Span } from '../../text/span.ts';
import { decoded, type SymbolTable } from './symbolTable.ts';

/** A stretch of a report that leads somewhere. */
export interface DocumentLink {
  readonly span: Span;
  /** What happens, for whoever points at it. */
  readonly tooltip: string;
  readonly target: LinkTarget;
}

export type LinkTarget =
  /** Begins with `https:`, `http:` or `mailto:`. */
  | { readonly kind: 'address'; readonly address: string }
  /** A file that is there, by its path from the report's folder. */
  | { readonly kind: 'file'; readonly path: string }
  /** An offset of the report. */
  | { readonly kind: 'place'; readonly offset: number };

/** No other scheme is followed: an editor may run commands that stand in an address. */
const FOLLOWED = /^(?:https?:\/\/|mailto:)[^\s<>"]+$/i;

/** The links of a report: files of appendices, addresses of background papers, what text and fields link and refer to. */
export function documentLinks(report: Paper, context: RuleContext, cast: SymbolTable): readonly DocumentLink[] {
  const { fields, files } = context;
  const found: DocumentLink[] = [];
  const add = (span: Span, address: string): void => {
    const path = files?.has(address) ? decoded(address) : decoded(address.replace(/[?#].*$/s, ''));
    if (FOLLOWED.test(address)) found.push({ span, tooltip: 'Open the page', target: { kind: 'address', address } });
    else if (path !== '' && files?.has(path)) found.push({ span, tooltip: `Open ${path}`, target: { kind: 'file', path } });
  };
  for (const value of fields.all()) {
    const isLink = value.path.at(-1) === 'file' || value.path.at(-1) === 'url';
    if (isLink && value.text && !value.blank) add(trimmedSpanOf(value), value.text.text.trim());
  }
  for (const link of readLinks(context)) add(spanOfAddress(report, link) ?? link.span, link.address);
  for (const { key, span, whole, isLink } of cast.mentions) {
    const [named] = cast.names.get(key);
    if (!named) continue;
    found.push({
      span: isLink ? span : whole,
      tooltip: `Go to ${named.name}`,
      target: { kind: 'place', offset: named.span.start },
    });
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}
