import { report, times } from '../support/hostileTexts.ts';

const letter = (i: number): string => String.fromCharCode(97 + i);

/** More texts that some part might be slow at; each grows with the number. */
export const MORE_TEXTS: Readonly<Record<string, (size: number) => string>> = {
  'values that YAML cannot read': (n) => report(times(n, (i) => `k${i}: [a][b]: c: d\n`)),
  'keys without a space behind the colon': (n) => report(times(n, (i) => `key-${i}:value\n`)),
  'quotation marks that nothing closes': (n) => report(times(n, (i) => `k${i}: "a\n`)),
  'brackets that nothing closes': (n) => report(times(n, (i) => `k${i}: [a\n`)),
  'tabs for indentation': (n) => report(times(n, (i) => `k${i}:\n\t- a\n`)),
  'one key over and over': (n) => report(times(n, () => 'title: a\n')),
  'long keys that are no keys': (n) => report(times(n / 100, () => `${'a '.repeat(4000)}: b: c\n`)),
  'nested mappings': (n) => report(times(Math.min(n, 200), (i) => `${' '.repeat(i)}a:\n`)),
  'nested brackets': (n) => report(`a: ${'['.repeat(n)}\n`),
  'aliases of aliases': (n) => report(`a: &a [x, x, x, x, x, x, x, x, x]\n${times(Math.min(n / 100, 20), (i) => `k${i}: &${letter(i + 1)} [${times(9, () => `*${letter(i)}, `)}]\n`)}`),
  'aliases of a long list': (n) => report(`a: &a [${'x, '.repeat(n)}]\n${times(n, (i) => `k${i}: *a\n`)}`),
  'comments in the front matter': (n) => report(times(n, () => '# scrutiny-disable-line doubled-word\n')),
  'comments that nothing closes': (n) => report('', times(n, () => '<!-- scrutiny-disable a ')),
  'comments in a field that nothing closes': (n) => report(`executive-summary: |\n${times(n, () => '  <!-- scrutiny-enable a\n')}`),
  'white space': (n) => report(`title: a${' '.repeat(n)}b\n`, `a${' \t'.repeat(n)}b`),
  'marks at the end of words': (n) => report('', `a${'.,;:!'.repeat(n)}b`),
  'brackets in the body': (n) => report('', times(n / 10, () => `${'['.repeat(10)}a `)),
  'footnote marks that nothing closes': (n) => report('', times(n / 100, () => `${'[^'.repeat(100)}\n`)),
  'emphasis': (n) => report('', times(n, () => '*a _b **c __d ')),
  'lines of one paragraph': (n) => report('', times(n, () => 'We debate and consider the matter, the committee is asked\n')),
  'one long sentence': (n) => report('', times(n / 100, () => `${'whether the committee should consider and debate not any if had '.repeat(100)}\n`)),
  'capital letters': (n) => report('', times(n / 100, () => `${'A-A\'aA'.repeat(300)}\n`)),
  'deep quotations': (n) => report('', `${'>'.repeat(Math.min(n, 1000))} a\n`),
  'deep lists': (n) => report('', times(Math.min(n, 100), (i) => `${'  '.repeat(i)}- a\n`)),
  'wide tables': (n) => report('', `|${' a |'.repeat(90)}\n|${' - |'.repeat(90)}\n${times(n / 20, () => `|${' 1 |'.repeat(90)}\n`)}`),
  'pictures': (n) => report('', times(n, (i) => `![a](a${i}.png)\n\n`)),
  'entities': (n) => report('', '&amp;&#x41;&lt;script&gt;'.repeat(n)),
  'HTML': (n) => report('', times(n, () => '<div onclick="x">a</div>\n\n')),
}; // prettier-ignore
