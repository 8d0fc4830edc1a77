import { anchorOf, readAnchors } from '../../paper/markdown/anchors.ts';
import type { Paper } from '../../paper/paper.ts';
import { closestMatch, quote } from '../../text/suggest.ts';
import type { Fix } from '../../text/finding.ts';
import type { RuleContext } from '../../analysis/ruleContext.ts';
import { replaceAt } from '../../fixes/textEdits.ts';
import { readLinks, spanOfAddress, type PlacedLink } from '../../analysis/links.ts';
import { defineRule } from '../rule.ts';

/** An address with its scheme, `https:`; a single letter is a disk on somebody's computer. */
const ABSOLUTE = /^[a-z][a-z0-9+.-]+:/i;
const WEB = /^(?:www\.[\w-]+\.|[\w.-]+\.(?:gov\.uk|org\.uk|co\.uk|ac\.uk|nhs\.uk|police\.uk)(?:[/?#]|$))/i;
const EMAIL = /^[\w.+'-]+@[\w-]+(?:\.[\w-]+)+$/;

/** As many headings are compared with what a link was meant to say. */
const MOST_COMPARED = 500;
/** For so many broken links: a report with more of them needs no advice on each. */
const MOST_ADVISED = 100;

/** What is wrong with a link, and the addresses that it may have been meant to have. */
interface Fault {
  readonly message: string;
  readonly meant: readonly string[];
}

export default defineRule({
  id: 'link-broken',
  severity: 'error',
  docs: {
    summary: 'A link leads to a file or a heading that is not there, or its address lacks its beginning.',
    why: 'Whoever follows it finds nothing, and a picture that is not there leaves a hole in the page.',
    source: 'House style: every link of a published report leads somewhere',
    bad: '## 10. Background\n\n10.1 The [survey](⟦piers.md⟧) of the [pier](⟦www.northmoor.example/pier⟧) is set out in the part on [costs](⟦#cost⟧).\n\n## 11. Costs\n\n11.1 The work costs £84,000.\n',
    good: '## 10. Background\n\n10.1 The [survey](pier.md) of the [pier](https://www.northmoor.example/pier) is set out in the part on [costs](#11-costs).\n\n## 11. Costs\n\n11.1 The work costs £84,000.\n',
    files: { 'pier.md': '# Survey of the pier\n' },
  },
  *check(report, context) {
    let anchors: Anchors | undefined;
    let advised = 0;
    for (const link of readLinks(context)) {
      const fault = judge(link, context, () => (anchors ??= anchorsOf(report, context)), advised < MOST_ADVISED);
      if (fault) advised++;
      if (fault) yield { span: spanOfAddress(report, link) ?? link.span, path: link.path, message: fault.message };
    }
  },
  fixes({ span, path }, report, context) {
    for (const link of readLinks(context)) {
      const at = spanOfAddress(report, link);
      if (at?.start !== span.start) continue;
      const fault = judge(link, context, () => anchorsOf(report, context));
      return (fault?.meant ?? []).flatMap((address): Fix[] => {
        const edit = replaceAt({ ...(path ? { path } : {}), span: at }, address, report, context);
        return edit ? [{ title: `Change to “${address}”`, edits: [edit], safe: false }] : [];
      });
    }
    return [];
  },
});

function judge({ address, kind }: PlacedLink, { files }: RuleContext, own: () => Anchors, advises = true): Fault | undefined {
  const written = decode(address).trim();
  // A link to nothing has a rule of its own, and what begins with / lies on a website that nobody asks.
  if (/^#?$/.test(written) || /^[/?]/.test(written) || ABSOLUTE.test(written)) return undefined;
  if (WEB.test(written) || EMAIL.test(written)) return withoutScheme(written);
  if (written.startsWith('#')) return kind === 'link' ? lacksHeading(written, own(), advises) : undefined;
  if (!files || written.endsWith('/')) return undefined;
  if (!files.has(address)) {
    const near = files.near(address);
    const what = kind === 'link' ? 'This link leads to' : 'This picture is to come from';
    const advice = near[0] === undefined ? 'Put the file there, or correct the link.' : `Did you mean “${near[0]}”?`;
    return { message: `${what} ${quote(written)}, but there is no such file. ${advice}`, meant: near.map(encode) };
  }
  const hash = written.indexOf('#');
  const headings = hash === -1 || files.has(address.replaceAll('#', '%23')) ? undefined : files.headings(address);
  const found = headings && lacksHeading(written.slice(hash), shortenedOnce(headings), advises);
  return found && { ...found, meant: found.meant.map((anchor) => encode(written.slice(0, hash)) + anchor) };
}

function withoutScheme(address: string): Fault {
  const scheme = EMAIL.test(address) ? 'mailto:' : 'https://';
  const message = `Without ${scheme} in front of it, ${quote(address)} is taken for a file beside the report. Write ${scheme} in front.`;
  return { message, meant: [scheme + address] };
}

/** The headings that a link can lead to. */
interface Anchors {
  /** By what a link may call them: `11-costs`, or `costs` for short. */
  readonly byName: ReadonlyMap<string, string>;
  /** The names that a broken link is compared with; of very many headings only the first. */
  readonly compared: readonly string[];
}

/** The headings of the body, and the fields that the template prints under a heading of their own. */
function anchorsOf({ body }: Paper, { template }: RuleContext): Anchors {
  const labels = (template?.fields ?? []).flatMap((field) => (field.kind === 'group' ? field.fields : [field]));
  return shortened([
    ...readAnchors(body.markdown),
    ...labels.map(({ label, number }) => anchorOf(number === undefined ? label : `${number}. ${label}`)),
  ]);
}

const known = new WeakMap<readonly string[], Anchors>();

/** By the headings of a file, which many links may lead to. */
function shortenedOnce(headings: readonly string[]): Anchors {
  const anchors = known.get(headings) ?? shortened(headings);
  known.set(headings, anchors);
  return anchors;
}

function shortened(anchors: readonly string[]): Anchors {
  const short = anchors.map((anchor) => [anchor.replace(/^\d+-/, ''), anchor] as const);
  const byName = new Map([...short.reverse(), ...anchors.map((anchor) => [anchor, anchor] as const)]);
  return { byName, compared: [...byName.keys()].slice(0, MOST_COMPARED) };
}

function lacksHeading(hash: string, { byName, compared }: Anchors, advises: boolean): Fault | undefined {
  const name = hash.slice(1).toLowerCase();
  if (byName.has(name) || name === 'top') return undefined;
  const meant = advises ? (closestMatch(name, compared) ?? compared.find((anchor) => anchor.startsWith(name))) : undefined;
  const near = byName.get(meant ?? '');
  const advice = near === undefined ? 'Correct the link, or take it out.' : `Did you mean “#${near}”?`;
  return { message: `No heading answers to ${quote(hash)}. ${advice}`, meant: near === undefined ? [] : [`#${near}`] };
}

function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** A path as a link can hold it. */
function encode(path: string): string {
  return path.replace(/[ ()<>#?%]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
