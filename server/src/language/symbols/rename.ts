import type { Paper } from '../../paper/paper.ts';
import { namesOf } from '../../analysis/appendices.ts';
import { shapeOf } from '../../analysis/acronyms.ts';
import type { RuleContext } from '../../analysis/ruleContext.ts';
import { replaceAt } from '../../fixes/textEdits.ts';
import { addKey } from '../../fixes/frontMatterEdits.ts';
import { linkEdits } from '../../fixes/renumberReferences.ts';
import { quote } from '../../text/suggest.ts';
import type { Edit } from '../../text/edit.ts';
import type { Path } from '../../text/path.ts';
import { contains, type Span } from '../../text/span.ts';
import { usesOf } from './councilSymbols.ts';
import type { SymbolTable } from './symbolTable.ts';
import { resolveSymbolAt, type ResolvedSymbol } from './resolveSymbol.ts';
import type { Definition } from './definitions.ts';

/** What may be renamed, as the author finds it. */
export interface Renamable {
  readonly span: Span;
  readonly name: string;
}

/** What came of it: the edits, or why there are none. */
export type Renamed = { readonly edits: readonly Edit[] } | { readonly problem: string };

/** A label as a report writes it, with or without the word before it. */
const LABEL = /^(?:(?:appendix|annexe?)\s+)?([A-Za-z]\d{0,2}|\d{1,2}[A-Za-z]?|[IVXivx]{1,5})$/i;
/** The label at the end of `Appendix B`, or at the start of a title such as `Appendix B - Plan`. */
const IN_LABEL = /^((?:appendix|annexe?)\s+)?([A-Za-z]\d{0,2}|\d{1,2}[A-Za-z]?|[IVXivx]{1,5})(?=$|[\s.):-])/i;
/** What people copy unchanged: the titles of other documents, names, addresses. */
const OTHERS = new Set(['background-papers', 'officer-contact', 'executive-director', 'lead-officer', 'portfolio-holder', 'signed-off', 'committee', 'also-considered-by']); // prettier-ignore

/** The appendix label or acronym at an offset, which can be given another name; nothing elsewhere. */
export function renamableAt(report: Paper, context: RuleContext, cast: SymbolTable, offset: number): Renamable | undefined {
  const meant = resolveSymbolAt(report, context, cast, offset);
  if (!meant) return undefined;
  if (meant.kind === 'known') {
    if (meant.known.kind !== 'acronym' || usesOf(context.acronyms.get(meant.known.name)).every(isOthers)) return undefined;
    const written = report.text.slice(meant.span.start, meant.span.end);
    const isPlural = shapeOf(written)?.plural === true;
    return { span: { start: meant.span.start, end: meant.span.end - (isPlural ? 1 : 0) }, name: isPlural ? written.slice(0, -1) : written }; // prettier-ignore
  }
  const named = appendixOf(meant, cast);
  if (!named) return undefined;
  const span = meant.mention?.span ?? labelSpan(named, report)?.span;
  return span && { span, name: report.text.slice(span.start, span.end) };
}

/** Gives the appendix or acronym at an offset another name, everywhere it is meant. */
export function rename(report: Paper, context: RuleContext, cast: SymbolTable, offset: number, name: string): Renamed {
  const meant = resolveSymbolAt(report, context, cast, offset);
  if (!meant || !renamableAt(report, context, cast, offset)) return { problem: 'Only the label of an appendix and an acronym can be renamed.' }; // prettier-ignore
  return meant.kind === 'known'
    ? renameAcronym(meant.known.name, name.trim(), report, context)
    : renameAppendix(meant.key, name.trim(), report, context, cast);
}

function renameAcronym(key: string, name: string, report: Paper, context: RuleContext): Renamed {
  if (name.length > 60 || !/^[\p{L}\p{N}][\p{L}\p{N} &/'’-]*$/u.test(name)) return { problem: `${quote(name)} is no acronym. Write letters, as they are to stand in the report.` }; // prettier-ignore
  const other = shapeOf(name)?.key;
  if (other !== undefined && other !== key && context.acronyms.has(other)) return { problem: `The report has ${quote(name)} already, for something else.` }; // prettier-ignore
  const uses = usesOf(context.acronyms.get(key)).filter((use) => !isOthers(use));
  const edits = uses.flatMap(({ span, plural, path }): Edit[] => edit(span, plural ? `${name}s` : name, path, report, context));
  return { edits: merged([...edits, ...linkEdits(edits, report, context)]) };
}

/** True for a use in other people's words. */
function isOthers({ path, quoted }: { path: Path; quoted: boolean }): boolean {
  return quoted || OTHERS.has(String(path[0])) || path.at(-1) === 'file' || path.at(-1) === 'url';
}

function renameAppendix(key: string, name: string, report: Paper, context: RuleContext, cast: SymbolTable): Renamed {
  const label = LABEL.exec(name)?.[1];
  if (label === undefined) return { problem: `${quote(name)} is no label of an appendix. Write a number or a letter, such as 2 or B.` }; // prettier-ignore
  const [meaning] = namesOf(label);
  const taken = cast.names.all().find((one) => one.kind === 'appendix' && one.key !== key && namesOf(labelOf(one.name))[0] === meaning); // prettier-ignore
  if (taken) return { problem: `There is an ${taken.name} already. Choose another label.` };
  const mentions = cast.mentions.filter((mention) => mention.key === key && !mention.isLink);
  const edits = [
    ...cast.names.get(key).flatMap((named) => nameEdits(named, label, report, context)),
    ...mentions.flatMap(({ span, path }) => edit(span, label, path, report, context)),
  ];
  return { edits: merged([...edits, ...linkEdits(edits.filter(({ span }) => span.start >= report.body.span.start), report, context)]) }; // prettier-ignore
}

/** The label in the cover's list or in the heading; one that nobody has typed is added. */
function nameEdits(named: Definition, label: string, report: Paper, context: RuleContext): Edit[] {
  const found = labelSpan(named, report);
  if (found) return edit(found.span, label, found.path, report, context);
  const added = named.value && addKey([...named.value.path, 'label'], `Appendix ${label}`, report, context);
  return added ? [added] : [];
}

/** Where an appendix has its label; nothing where the form gives it one. */
function labelSpan({ value, span }: Definition, { text }: Paper): { span: Span; path: Path } | undefined {
  if (!value) return { span, path: ['body'] };
  const parts = ['label', 'title'].flatMap((key) => value.parts.find(({ path }) => path.at(-1) === key) ?? []);
  for (const part of parts.length > 0 ? parts : [value]) {
    const isLabel = part.path.at(-1) === 'label';
    const found = IN_LABEL.exec(part.text?.text ?? '');
    // A title that begins with "A" or "2" need not begin with a label.
    if (!found?.[2] || !part.text || (!isLabel && found[1] === undefined)) continue;
    const at = found[0].length - found[2].length;
    const own = part.text.spanOf(at, at + found[2].length);
    return text.slice(own.start, own.end) === found[2] ? { span: own, path: part.path } : undefined;
  }
  return undefined;
}

function edit(span: Span, text: string, path: Path, report: Paper, context: RuleContext): Edit[] {
  const made = replaceAt({ path, span }, text, report, context);
  return made && contains(span, made.span) ? [made] : [];
}

/** Edits that are the same are made once. */
function merged(edits: readonly Edit[]): Edit[] {
  return [...new Map(edits.map((one) => [`${one.span.start} ${one.span.end}`, one])).values()].sort((a, b) => a.span.start - b.span.start); // prettier-ignore
}

function labelOf(name: string): string {
  return name.split(' ').at(-1) ?? '';
}

function appendixOf(meant: ResolvedSymbol, cast: SymbolTable): Definition | undefined {
  if (meant.kind !== 'own' || meant.mention?.isLink) return undefined;
  return cast.names.get(meant.key).find(({ kind }) => kind === 'appendix');
}
