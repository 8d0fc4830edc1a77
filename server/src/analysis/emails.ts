import type { SourceText } from '../text/sourceText.ts';
import type { Path } from '../text/path.ts';
import type { RuleContext } from './ruleContext.ts';

/** RFC 5321 as far as it is used: no quoted local parts, no addresses by number. */
const ADDRESS = /^[\w.!#$%&'*+/=?^`{|}~-]+@([a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,})$/i;

/** The domain of an address in lower case; nothing where the text is no address. */
export function domainOf(text: string): string | undefined {
  const address = text.trim();
  const domain = ADDRESS.exec(address)?.[1]?.toLowerCase();
  if (domain === undefined || /^\.|\.@|\.\.|@-|-\.|\.-/.test(address)) return undefined;
  return domain;
}

/** The values that hold addresses of email. */
export function emailFields({ fields }: RuleContext): { readonly path: Path; readonly text: SourceText }[] {
  return fields.valuesOf('email').flatMap(({ path, text, blank }) => (text && !blank ? [{ path, text }] : []));
}

/** True for a domain and those below it. */
export function isOf(domain: string, owner: string): boolean {
  const plain = owner.toLowerCase().replace(/^@/, '');
  return domain === plain || domain.endsWith(`.${plain}`);
}
