import assert from 'node:assert/strict';
import { readCouncilDocument } from '../../server/src/language/councilYaml/councilDocument.ts';
import { councilSymbolInCouncil, placeInCouncil } from '../../server/src/language/symbols/councilSymbols.ts';
import { documentLinks } from '../../server/src/language/symbols/documentLinks.ts';
import { buildSymbolTable, type SymbolTable } from '../../server/src/language/symbols/symbolTable.ts';
import { definitionsOf, resolveSymbolAt, referencesOf } from '../../server/src/language/symbols/resolveSymbol.ts';
import { rename, renamableAt } from '../../server/src/language/symbols/rename.ts';
import { generatedNumbers } from '../../server/src/lsp/handlers/generatedNumbers.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { awkward, corpus, examples, withCrLf } from '../support/samples.ts';
import { COUNCIL } from '../support/acceptCompletion.ts';
import { cursorIn, readAt, readReport, withMarks, type Read } from '../support/cursor.ts';

const T = '---\ntemplate: committee-report\n';

function castOf(read: Read): SymbolTable {
  return buildSymbolTable(read.report, read.checked.context, generatedNumbers(read));
}

/** What is defined at the `¦`, in `⟦marks⟧`. */
function defined(marked: string): string {
  const read = readAt(marked);
  const { report, checked, offset, text } = read;
  const cast = castOf(read);
  const meant = resolveSymbolAt(report, checked.context, cast, offset);
  return meant ? withMarks(text, definitionsOf(meant, cast, checked.context).map(({ span }) => span)) : 'nothing'; // prettier-ignore
}

/** Where the same is meant as at the `¦`, in `⟦marks⟧`. */
function meant(marked: string): string {
  const read = readAt(marked);
  const { report, checked, offset, text } = read;
  const cast = castOf(read);
  const found = resolveSymbolAt(report, checked.context, cast, offset);
  return found ? withMarks(text, referencesOf(found, cast, checked.context)) : 'nothing';
}

/** The text after a new name was given to what stands at the `¦`; the problem where none can be. */
function renamed(marked: string, name: string): string {
  const read = readAt(marked);
  const result = rename(read.report, read.checked.context, castOf(read), read.offset, name);
  return 'edits' in result ? applyEdits(read.text, result.edits) : result.problem;
}

describe('go to definition', () => {
  const body = '## 10. A\n\n10.1 One.\n\nTable 1: Costs\n\n| a |\n|---|\n| b |\n\n## 11. B\n\n11.1 ';
  const cases: readonly (readonly [name: string, text: string, expected: string])[] = [
    ['a paragraph', `${T}---\n\n${body}See paragraph 1¦0.1.\n`, `${T}---\n\n${body.replace('10.1', '⟦10.1⟧')}See paragraph 10.1.\n`], // prettier-ignore
    ['a paragraph without its word', `${T}---\n\n${body}See 10¦.1 above.\n`, `${T}---\n\n${body.replace('10.1', '⟦10.1⟧')}See 10.1 above.\n`], // prettier-ignore
    ['a section', `${T}---\n\n${body}See sec¦tion 10.\n`, `${T}---\n\n${body.replace('10.', '⟦10⟧.')}See section 10.\n`],
    ['a table', `${T}---\n\n${body}See Table ¦1.\n`, `${T}---\n\n${body.replace('Table 1', 'Table ⟦1⟧')}See Table 1.\n`],
    ['a heading that a link names', `${T}---\n\n${body}See [that](#10-¦a).\n`, `${T}---\n\n${body.replace('10.', '⟦10⟧.')}See [that](#10-a).\n`], // prettier-ignore
    [
      'a section of the cover',
      `${T}impact-assessment:\n  budget: None.\n---\n\n${body}See secti¦on 2.\n`,
      `${T}impact-assessment:\n  ⟦budget⟧: None.\n---\n\n${body}See section 2.\n`,
    ],
    [
      'an appendix, by the label that the form gives it',
      `${T}appendices:\n  - title: Plan\n  - title: Map\n---\n\nSee Appendi¦x 2.\n`,
      `${T}appendices:\n  - title: Plan\n  - title: ⟦Map⟧\n---\n\nSee Appendix 2.\n`,
    ],
    [
      'an appendix that stands in the text as well',
      `${T}appendices:\n  - label: Appendix B\n    title: Plan\n---\n\nSee Appendix ¦B.\n\n## Appendix B: Plan\n`,
      `${T}appendices:\n  - label: ⟦Appendix B⟧\n    title: Plan\n---\n\nSee Appendix B.\n\n## Appendix ⟦B⟧: Plan\n`,
    ],
    [
      'a recommendation',
      `${T}recommendations:\n  - That one be done.\n  - That two be done.\n---\n\n1.1 As recommendation ¦2 says.\n`,
      `${T}recommendations:\n  - That one be done.\n  - ⟦That⟧ two be done.\n---\n\n1.1 As recommendation 2 says.\n`,
    ],
    [
      'an acronym, where it is explained',
      `${T}---\n\n## 10. A\n\n10.1 The minor injuries unit (MIU) is open. An M¦IU is not.\n`,
      `${T}---\n\n## 10. A\n\n10.1 The minor injuries unit (⟦MIU⟧) is open. An MIU is not.\n`,
    ],
    [
      'a paragraph to which the layout gives its number',
      '---\ntemplate: committee-report\n---\n\n## A\n\nOne.\n\n## B\n\nSee paragraph 1¦0.1.\n',
      '---\ntemplate: committee-report\n---\n\n## A\n\n⟦⟧One.\n\n## B\n\nSee paragraph 10.1.\n',
    ],
    [
      'the paragraph of the same appendix first',
      `${T}---\n\n## 1. A\n\n1.1 One.\n\n# Appendix 1\n\n## 1. B\n\n1.1 Two.\n\n1.2 See paragraph ¦1.1.\n`,
      `${T}---\n\n## 1. A\n\n1.1 One.\n\n# Appendix 1\n\n## 1. B\n\n⟦1.1⟧ Two.\n\n1.2 See paragraph 1.1.\n`,
    ],
  ];
  for (const [name, text, expected] of cases) {
    it(`finds ${name}`, () => {
      assert.equal(defined(text), expected);
      assert.equal(defined(text.replaceAll('\n', '\r\n')), expected.replaceAll('\n', '\r\n'));
    });
  }

  const nothing = [
    `${T}---\n\n${body}See paragraph ¦10.9.\n`,
    `${T}---\n\n${body}See paragraph 1¦0.1 of the Local Plan.\n`,
    `${T}---\n\n${body}As recommendation ¦1 of the Ofsted report says.\n`,
    `${T}---\n\n${body}Plain wo¦rds.\n`,
    `${T}---\n\n${body}\`paragraph 1¦0.1\`\n`,
  ];
  for (const text of nothing)
    it(`finds nothing in ${JSON.stringify(text.slice(-50))}`, () => assert.equal(defined(text), 'nothing'));
});

describe('find references', () => {
  it('finds all mentions, from a mention or from what is mentioned, in fields and in the body', () => {
    const text = `${T}executive-summary: See Appendix A.\nappendices:\n  - label: ¦Appendix A\n    title: Plan\n---\n\n10.1 As Appendices A and B say, see [here](#x) and appendix a.\n`;
    const expected = `${T}executive-summary: See ⟦Appendix A⟧.\nappendices:\n  - label: Appendix A\n    title: Plan\n---\n\n10.1 As ⟦Appendices A⟧ and B say, see [here](#x) and ⟦appendix a⟧.\n`;
    assert.equal(meant(text), expected);
    assert.equal(meant(text.replace('¦', '').replace('Appendices A', 'Appendices ¦A')), expected);
  });

  it('finds a person in the fields and in the text', () => {
    assert.equal(
      meant(`${T}officer-contact:\n  name: Hannah Li¦sle\n---\n\n10.1 Ask Hannah Lisle, not Hannah Lisles or hannah.lisle@northmoor.gov.uk.\n`),
      `${T}officer-contact:\n  name: ⟦Hannah Lisle⟧\n---\n\n10.1 Ask ⟦Hannah Lisle⟧, not Hannah Lisles or hannah.lisle@northmoor.gov.uk.\n`,
    ); // prettier-ignore
    assert.equal(meant(`${T}portfolio-holder:\n  name: Cllr R Ellwood\n---\n\n10.1 Cllr Ruth El¦lwood agrees.\n`), `${T}portfolio-holder:\n  name: ⟦Cllr R Ellwood⟧\n---\n\n10.1 Cllr ⟦Ruth Ellwood⟧ agrees.\n`); // prettier-ignore
  });

  it('finds a committee, whatever “the” stands before it', () => {
    assert.equal(
      meant(`${T}committee: the har¦bour committee\n---\n\n10.1 The Harbour Committee met.\n`),
      `${T}committee: ⟦the harbour committee⟧\n---\n\n10.1 The ⟦Harbour Committee⟧ met.\n`,
    );
  });

  it('knows where council.yaml has what is meant, and what stands there', () => {
    const file = readCouncilDocument(COUNCIL);
    const place = placeInCouncil(file, { kind: 'person', name: 'Tom Redfern' });
    assert.equal(place && COUNCIL.slice(place.start, place.end), 'Tom Redfern');
    const { text, offset } = cursorIn('acronyms:\n  S¦END: special\n');
    assert.deepEqual(councilSymbolInCouncil(readCouncilDocument(text), offset)?.known, { kind: 'acronym', name: 'SEND' });
  });
});

describe('rename', () => {
  it('gives an appendix another label wherever it is meant', () => {
    const text = (label: string, anchor: string): string =>
      `${T}executive-summary: |\n  See Appendix ${label} and the Plan (Appendix 9).\nappendices:\n  - label: Appendix ${label}\n    title: Plan A\n  - label: Appendix C\n    title: Map\nbackground-papers:\n  - title: Appendix A of the Local Plan\n---\n\n10.1 Appendices ${label} and C, [below](#appendix-${anchor}-plan); Appendix A to the Local Plan.\n\n## Appendix ${label}: Plan\n`;
    const from = text('A', 'a').replace('See Appendix A', 'See Append¦ix A');
    for (const name of ['Appendix B', 'B']) assert.equal(renamed(from, name), text('B', 'b'));
    assert.equal(renamed(from.replaceAll('\n', '\r\n'), 'B'), text('B', 'b').replaceAll('\n', '\r\n'));
    assert.equal(renamed(from, 'Appendix C'), 'There is an Appendix C already. Choose another label.');
    assert.match(renamed(from, 'the plan'), /is no label of an appendix/);
  });

  it('writes down a label that the form gave', () => {
    assert.equal(
      renamed(`${T}appendices:\n  - title: Plan\n---\n\n10.1 See Appendix ¦1.\n`, 'A'),
      `${T}appendices:\n  - label: Appendix A\n    title: Plan\n---\n\n10.1 See Appendix A.\n`,
    );
  });

  it('gives an acronym other letters where it is meant, in the plural too, not in quotations, names and addresses', () => {
    const text = (letters: string): string =>
      `${T}title: ${letters} review\nbackground-papers:\n  - title: The MIU strategy\n    url: https://northmoor.gov.uk/MIU\n---\n\n## 10. The ${letters}\n\n10.1 The minor injuries unit (${letters}) and other ${letters}s; \`MIU\`, MIUX and [MIU.pdf](MIU.pdf).\n\n> The MIU must stay.\n`;
    assert.equal(renamed(text('MIU').replace('other MIUs', 'other M¦IUs'), 'UTC'), text('UTC'));
    assert.match(renamed(text('MIU').replace('other MIUs', 'other M¦IUs'), '*x*'), /is no acronym/);
  });

  it('tells what it will rename, and that other things cannot be', () => {
    const offered = (marked: string): string | undefined => {
      const read = readAt(marked);
      return renamableAt(read.report, read.checked.context, castOf(read), read.offset)?.name;
    };
    assert.equal(offered(`${T}---\n\n10.1 Two MIU¦s.\n`), 'MIU');
    assert.equal(offered(`${T}appendices:\n  - title: Plan\n---\n\n10.1 See Appen¦dix 1.\n`), '1');
    assert.equal(offered(`${T}---\n\n10.1 See par¦agraph 10.1.\n`), undefined);
    assert.equal(offered(`${T}committee: Cab¦inet\n---\n`), undefined);
  });
});

describe('document links', () => {
  const files = {
    has: (path: string) => path === '../plan 1.md' || path === 'map.pdf',
    near: () => [],
    headings: () => undefined,
  };

  it('lead to files that are there, to web pages and to what is mentioned, and nowhere else', () => {
    const { report, checked, at, ...read } = readReport(
      `${T}appendices:\n  - title: Plan\n    file: ../plan 1.md\n  - title: Gone\n    file: gone.md\nbackground-papers:\n  - title: x\n    url: https://northmoor.gov.uk/x\n  - title: y\n    url: command:workbench.action.quit\n---\n\n## 10. A\n\n10.1 [map](map.pdf#page=2), [run](command:x), [mail](mailto:a@northmoor.gov.uk), [up](../../../etc/passwd), [a](#10-a), paragraph 10.1 and then Appendix 1.\n`,
      { files },
    );
    const cast = castOf({ report, checked, at, ...read });
    assert.deepEqual(
      documentLinks(report, checked.context, cast).map(({ span, tooltip, target }) => [at(span), tooltip, target.kind === 'place' ? read.text.slice(target.offset, target.offset + 4) : target.kind === 'file' ? target.path : target.address]),
      [
        ['../plan 1.md', 'Open ../plan 1.md', '../plan 1.md'],
        ['https://northmoor.gov.uk/x', 'Open the page', 'https://northmoor.gov.uk/x'],
        ['map.pdf#page=2', 'Open map.pdf', 'map.pdf'],
        ['mailto:a@northmoor.gov.uk', 'Open the page', 'mailto:a@northmoor.gov.uk'],
        ['#10-a', 'Go to Section 10: A', '10. '],
        ['paragraph 10.1', 'Go to Paragraph 10.1', '10.1'],
        ['Appendix 1', 'Go to Appendix 1', 'Plan'],
      ],
    ); // prettier-ignore
  });
});

describe('what is named in a report', () => {
  it('is found without a fault in every report there is', () => {
    for (const sample of [awkward, ...examples, ...corpus]) {
      for (const { text } of [sample, withCrLf(sample)]) {
        const read = readReport(text);
        const cast = castOf(read);
        for (const { span, whole, name } of cast.names.all())
          assert.ok(span.start >= 0 && whole.end <= text.length && name !== '');
        for (const { key, whole } of cast.mentions) {
          assert.ok(cast.names.get(key).length > 0, key);
          assert.equal(resolveSymbolAt(read.report, read.checked.context, cast, whole.start)?.kind, 'own');
        }
      }
    }
  });
});
