import assert from 'node:assert/strict';
import { readCouncil } from '../../server/src/council/council.ts';
import { loadPatterns } from '../../server/src/council/patterns.ts';
import { lint, rulesOf } from '../../server/src/linter/lint.ts';
import { builtInTemplates } from '../../server/src/template/builtInTemplates.ts';
import { readMarks, report } from '../support/ruleExamples.ts';

/** Asserts that the checks of a `council.yaml` find exactly what is marked, and gives what they say. */
async function assertFound(checks: string, example: string, rest = ''): Promise<string[]> {
  const { council, findings } = readCouncil(`checks:\n${checks}\n${rest}`, [], await loadPatterns());
  assert.deepEqual(findings, []);
  const { text, spans } = readMarks(example);
  const knowledge = { templates: builtInTemplates, council, stage: 'publish', today: '2026-11-22' } as const;
  const own = rulesOf(knowledge).filter(({ id }) => council.checks?.some(({ name }) => name === id));
  const found = lint(report(text), knowledge, own).findings;
  const shown = found.map(({ span }) => text.slice(span.start, span.end));
  assert.deepEqual(shown, spans.map(({ start, end }) => text.slice(start, end)), text); // prettier-ignore
  return found.map(({ rule, severity, message }) => `${rule} ${severity} ${message}`);
}

const cover = (lines: string, body = ''): string => `---\ntemplate: committee-report\n${lines}\n---\n${body}`;

describe("a council's own checks", () => {
  const officer =
    '  - { name: recommendation-officer, field: recommendations, must-match: (director|head of|officer), message: Name the officer. }';

  it('want every recommendation to name an officer', async () => {
    const said = await assertFound(
      officer,
      cover(
        'recommendations:\n  - That the **Director** of Place opens the road.\n  - ⟦That the road be closed.⟧\n  - The Head\n    of Legal signs.',
      ),
    );
    assert.deepEqual(said, ['recommendation-officer warning Name the officer.']);
    await assertFound(
      officer,
      cover('title: T', '## Recommendations\n\n- The Director acts.\n- ⟦Somebody acts.⟧\n\n## 10. Next\n'),
    );
    await assertFound(officer, cover('title: T'));
  });

  const retired =
    '  - { name: old-name, must-not-match: Northmoor County Council, from: 2020-01-01, severity: error, message: Write Northmoor Council. }';

  it('want no old name after its last day, wherever it stands', async () => {
    const body =
      '\n## 10. Past\n\n10.1 The ⟦northmoor county\ncouncil⟧ met ⟦Northmoor **County** Council⟧.\n\n`Northmoor County Council`\n';
    const said = await assertFound(retired, cover('date: 2020-01-01\ntitle: ⟦Northmoor County Council⟧ in 1974', body));
    assert.deepEqual(said, Array(3).fill('old-name error Write Northmoor Council.'));
    await assertFound(retired, cover('date: 2019-12-31\ntitle: Northmoor County Council'));
    await assertFound(retired, cover('title: Northmoor County Council'));
  });

  const length =
    '  - { name: summary-length, field: executive-summary, max-words: 5, min-words: 2, message: Two to five words. }';

  it('want a length in words', async () => {
    assert.deepEqual(await assertFound(length, cover('executive-summary: ⟦one two three - four five six⟧')), [
      'summary-length warning Two to five words. It has 6 words.',
    ]);
    assert.deepEqual(await assertFound(length, cover('⟦executive-summary⟧: |\n  one\n\n  | two three | four |\n  five six\n')), [
      'summary-length warning Two to five words. It has 6 words.',
    ]);
    assert.deepEqual(await assertFound(length, cover('executive-summary: ⟦One⟧')), [
      'summary-length warning Two to five words. It has 1 word.',
    ]);
    await assertFound(length, cover('executive-summary: one two three four five'));
    await assertFound(length, cover('executive-summary:'));
  });

  it('count the items of a list', async () => {
    const items = '  - { name: items, field: recommendations, max-items: 2, message: Two at most. }';
    assert.deepEqual(await assertFound(items, cover('⟦recommendations⟧:\n  - a\n  - b\n  - c')), [
      'items warning Two at most. It has 3 items.',
    ]);
    await assertFound(items, cover('recommendations:\n  - a\n  - b'));
  });

  it('look into groups and lists', async () => {
    const tel = '  - { name: tel, field: officer-contact.tel, must-match: ^01632, message: Give the number of the office. }';
    await assertFound(tel, cover('officer-contact:\n  - { name: A, tel: 01632 960123 }\n  - { name: B, tel: ⟦07700 900123⟧ }'));
    await assertFound(tel, cover('officer-contact: { name: B, tel: ⟦07700 900123⟧ }'));
    const budget = '  - { name: budget, field: impact-assessment.budget, must-match: £, message: Name the sum. }';
    await assertFound(budget, cover('impact-assessment:\n  budget: ⟦None.⟧\n  other: None.'));
    const appendix = '  - { name: appendix, field: appendices, must-not-match: draft, message: No drafts. }';
    await assertFound(appendix, cover('appendices:\n  - { title: The ⟦draft⟧ plan }\n  - { title: The plan }'));
  });

  it('look at a section, or at the body', async () => {
    const section =
      '  - { name: consulted, section: consultation, must-match: "resident(s|\'s)", message: Say what residents said. }';
    await assertFound(section, cover('title: T', '## 10. ⟦Consultation⟧\n\n10.1 None.\n\n## 11. Residents\n\n11.1 Residents.\n'));
    await assertFound(section, cover('title: T', '## 10. Consultation:\n\n### 10.1 Who\n\nThe resident’s association.\n'));
    await assertFound(section, cover('title: T', '## 11. Residents\n\n11.1 Text.\n'));
    const body = '  - { name: jargon, field: body, must-not-match: "\\\\bgoing forward\\\\b", message: Leave it out. }';
    await assertFound(body, cover('title: Going forward', '10.1 ⟦Going forward⟧ we shall. Foregoing forwards.\n'));
    const whole = '  - { name: ward, must-match: "^Wards? affected", message: Name the wards. }';
    await assertFound(whole, '---\ntemplate: ⟦committee-report⟧\n---\n10.1 Wards affected: all\n');
    await assertFound(whole, cover('title: T', '10.1 None.\n\nWards affected: all\n'));
  });

  it('have their names in `rules:` and in suppressions', async () => {
    const text = cover('title: Northmoor County Council # scrutiny-disable-line old-name -- its own name then\ndate: 2021-01-01');
    await assertFound(retired, text);
    await assertFound(retired, text.replace(/ #.*/, ''), 'rules: { old-name: off }');
    assert.deepEqual(await assertFound(length, cover('executive-summary: ⟦One⟧'), 'rules: { summary-length: info }'), [
      'summary-length info Two to five words. It has 1 word.',
    ]);
    const unused = cover('⟦title⟧: T'.replace(/[⟦⟧]/g, '') + ' # scrutiny-disable-line ⟦old-name⟧\ndate: 2021-01-01');
    assert.deepEqual(await assertFound(retired, unused), [
      'suppression-unused info This comment suppresses nothing: old-name finds no mistake here. Delete the comment.',
    ]);
  });

  it('point out at most a hundred places', async () => {
    const every = '  - { name: every, must-not-match: e, message: No. }';
    const { council } = readCouncil(`checks:\n${every}\n`, [], await loadPatterns());
    const knowledge = { templates: builtInTemplates, council, stage: 'publish', today: '2026-11-22' } as const;
    const { findings } = lint(report(cover('title: T', 'e '.repeat(5000))), knowledge);
    assert.equal(findings.filter(({ rule }) => rule === 'every').length, 100);
  });
});

describe('the checks of council.yaml', () => {
  const mistakes = async (checks: string, rest = ''): Promise<string[]> => {
    const text = `checks:\n${checks}\n${rest}`;
    return readCouncil(text, ['placeholder'], await loadPatterns()).findings.map(
      ({ span, message }) => `${text.slice(span.start, span.end)} | ${message}`,
    );
  };
  const wrong = (pattern: string): Promise<string[]> =>
    mistakes(`  - { name: a, message: M, must-match: '${pattern}' }`).then((found) =>
      found.map((one) => /Invalid pattern: (.*)\. Correct/.exec(one)?.[1] ?? one),
    );

  it('are told what is wrong with a pattern, in plain words', async () => {
    assert.deepEqual(await mistakes("  - { name: a, message: M, must-not-match: '(old' }"), [
      "'(old' | Invalid pattern: a round bracket is opened and never closed. Correct it, or put a backslash before a character that should match itself.",
    ]);
    assert.deepEqual(await wrong('old)'), ['a round bracket is closed that was never opened']);
    assert.deepEqual(await wrong('[a-z'), ['a square bracket is opened and never closed']);
    assert.deepEqual(await wrong('[z-a]'), ['a range in square brackets runs backwards']);
    assert.deepEqual(await wrong('a**'), ['two of the marks * + ? stand together']);
    assert.deepEqual(await wrong('*a'), ['a mark * + or ? has nothing before it to repeat']);
    assert.deepEqual(await wrong('a{5000}'), ['a number in curly brackets is too large']);
    assert.deepEqual(await wrong('a\\'), ['it ends in a backslash']);
    assert.deepEqual(await wrong('\\k'), ['a backslash stands before a letter or number that has no meaning there']);
    assert.deepEqual(await wrong('a(?=b)'), ['it looks ahead or back with “(?…)”, which is not possible here']);
    assert.deepEqual(await wrong('a'.repeat(1001)), ['it is longer than 1000 characters']);
    assert.deepEqual(await wrong('a'.repeat(1000)), []);
    // Within what re2 takes, and yet thousands of steps at every letter.
    assert.deepEqual(await wrong('(\\pL{1,400}x){1,2}'), ['a number in curly brackets is too large']);
  });

  it('are a hundred at most, each with a message that people read', async () => {
    const many = Array.from({ length: 103 }, (_, i) => `  - { name: check-${i}, message: M, max-words: 3 }\n`);
    const [found = '', ...others] = await mistakes(many.join(''));
    assert.equal(
      found.split(' | ')[1],
      'There may be 100 checks. This one and those behind it are not used: delete what no longer matters.',
    );
    assert.match(found, /check-100/);
    assert.deepEqual(others, []);
    const [long = ''] = await mistakes(`  - { name: a, message: ${'m'.repeat(501)}, max-words: 3 }`);
    assert.match(long, /This message is longer than 500 characters\. Say in a sentence or two what to do\.$/);
  });

  it('are told what else is wrong', async () => {
    assert.deepEqual(await mistakes('  - { name: a, message: M }'), [
      'a | This check looks for nothing. Add one of must-match, must-not-match, max-words, min-words, max-items, min-items.',
    ]);
    assert.deepEqual(await mistakes('  - { name: placeholder, message: M, max-words: 3 }'), [
      'placeholder | There is already a rule or a check “placeholder”. Give this one another name.',
    ]);
    const twice = '  - { name: a, message: M, max-words: 3 }\n';
    assert.deepEqual(await mistakes(twice + twice), ['a | There is already a rule or a check “a”. Give this one another name.']);
    assert.deepEqual(await mistakes('  - { name: a, message: M, max-words: 3, field: title, section: Costs }'), [
      'Costs | A check looks at a field or at a section. Delete one of them.',
    ]);
    assert.deepEqual(await mistakes('  - { name: a, message: M, max-words: 3, field: summary.x }'), [
      'summary.x | No report has a field “summary”. Write a key as it stands in the front matter, or “body”.',
    ]);
    assert.deepEqual(await mistakes('  - { name: Old Name, message: M, max-words: 3 }').then((found) => found.length), 1);
    assert.match((await mistakes('  - { name: a, mesage: M, max-words: 3 }')).join('\n'), /Did you mean “message”/);
  });

  it('may be named under `rules:`, and a check with a mistake is left out whole', async () => {
    const text = 'checks:\n  - { name: a, message: M, max-words: many, must-match: x }\n  - { name: b, message: M, max-words: 3 }\nrules: { a: off, b: info }\n'; // prettier-ignore
    const { council, findings } = readCouncil(text, [], await loadPatterns());
    assert.equal(findings.length, 1);
    assert.deepEqual(council.checks, [{ name: 'b', message: 'M', 'max-words': 3 }]);
    assert.deepEqual(await mistakes('  - { name: a, message: M, max-words: 3, field: own-key }', 'templates: t.json'), []);
  });

  it('with patterns wait for what compiles them', () => {
    const text = 'checks:\n  - { name: a, message: M, must-match: x }\n  - { name: b, message: M, max-words: 3 }\n';
    assert.deepEqual(readCouncil(text, []).council.checks, [{ name: 'b', message: 'M', 'max-words': 3 }]);
    assert.equal(readCouncil(text.split('\n').slice(0, 2).join('\n'), []).council.checks, undefined);
  });
});
