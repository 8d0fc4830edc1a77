/** Letters that count: A, B … Z, BA … */
const letters = (number: number): string =>
  number < 26 ? String.fromCharCode(65 + number) : letters(Math.floor(number / 26)) + letters(number % 26);
export const times = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, i) => make(i)).join('');
export const report = (front: string, body = ''): string =>
  `---\ntemplate: committee-report\ncommittee: Cabinet\ndate: 2026-10-20\n${front}---\n\n## 10. Text\n\n${body}\n`;

/** Texts that once took time by the square of their length, or might; each grows with the number. */
export const TEXTS: Readonly<Record<string, (size: number) => string>> = {
  'acronyms, each another': (n) => report('', times(n, (i) => `AB${letters(i + 17_576)}\n`)),
  'acronyms whose words may stand anywhere': (n) => report('', times(n, (i) => `ant axe arm AAA${letters(i)}\n`)),
  'acronyms in a field': (n) => report(`executive-summary: |\n${times(n, (i) => `  the the AB${letters(i)}\n\n`)}`),
  'words that stand twice': (n) => report('', times(n, () => 'the the come in in that that\n')),
  'words that stand twice in a folded field': (n) => report(`executive-summary: >\n${times(n, () => '  the the cat\n')}`),
  'long words': (n) => report('', times(n / 100, () => `${'a'.repeat(1500)} ${'a'.repeat(1500)}\n`)),
  'lists of abbreviations': (n) => report('', times(n, (i) => `## Glossary\n\nAB${letters(i)}\n\n`)),
  'names of committees': (n) => report('', times(n, (i) => `the P${letters(i).toLowerCase()} Committee Board\n`)),
  'names of people': (n) => report('', times(n, (i) => `Councillor P${letters(i).toLowerCase()} Smith\n`)),
  dates: (n) => report('', times(n, () => 'on Monday 4 September 2019 and 2/9/2021\n')),
  'numbered paragraphs and references': (n) => report('', times(n, (i) => `10.${i} See paragraph 10.${i + 2} and Appendix ${i}.\n\n`)),
  'headings and links to them': (n) => report('', times(n, (i) => `## ${i}. Costs\n\n[a](#costs-${i}) ![](a${i}.png)\n\n`)),
  'appendices, all mentioned': (n) => report(`appendices:\n${times(n, (i) => `  - title: Costs ${i}\n`)}`, times(n, (i) => `See Appendix ${i}.\n\n`)),
  'recommendations, given twice': (n) => report(`recommendations:\n${times(n, () => '  - Note it?\n')}`, `## Recommendations\n\n${times(n, () => '1. Note it?\n')}`),
  'authors': (n) => report(`authors:\n${times(n, (i) => `  - name: Jo ${letters(i)}\n    phone: 01632 960${i}\n    email: a@b\n`)}`),
  'unknown keys': (n) => report(times(n, (i) => `k${i}: v\n`)),
  'aliases of one anchor': (n) => report(`a: &a x\n${times(n, (i) => `k${i}: *a\n`)}`),
  'anchors that nothing names': (n) => report(times(n, (i) => `k${i}: &a${i} x\n`)),
  'aliases of nothing': (n) => report(times(n, (i) => `k${i}: *a${i}\n`)),
  'suppressions of one rule': (n) => report('', times(n, () => '<!-- scrutiny-disable doubled-word -->\n\nthe the cat\n\n')),
  'suppressions, each of another rule': (n) => report('', times(n, (i) => `<!-- scrutiny-disable a${i} -->\n\n`)),
  'lists and quotations': (n) => report('', times(n, () => '- a\n  - b\n    - c\n\n> > "a ‘b’ c\n\n')),
  'tables': (n) => report('', times(n, () => '| a | b |\n| --- | --- |\n| 1 | 2 |\n| Total | 4 |\n\n')),
  'placeholders': (n) => report('', times(n, () => '[insert name here] XXX TBC ??? <name>\n')),
}; // prettier-ignore
