import assert from 'node:assert/strict';
import rule from '../../server/src/rules/plain-english/well-known-name.ts';
import { assertMarked, cover, findingsOf, fixed } from '../support/marked.ts';

describe('well-known-name', () => {
  const names: Record<string, string> = {
    'Department of Education': 'Department for Education',
    'Department of Transport': 'Department for Transport',
    'Ministry for Defence': 'Ministry of Defence',
    'Office of National Statistics': 'Office for National Statistics',
    'Educational Health and Care Plans': 'Education, Health and Care Plans',
    'Children’s Act 1989': 'Children Act 1989',
    'Equalities Act 2010': 'Equality Act 2010',
    'Homelessness Reductions Act 2017': 'Homelessness Reduction Act 2017',
    'Freedom of Information Act 2002': 'Freedom of Information Act 2000',
    'National Policy Planning Framework': 'National Planning Policy Framework',
    'Dedicated School Grant': 'Dedicated Schools Grant',
    Barnardos: "Barnardo's",
    'MacMillan Nurses': 'Macmillan Nurses',
    "St. John's Ambulance": 'St John Ambulance',
    'Covid 19': 'COVID-19',
    CAHMS: 'CAMHS',
    'Schedule 12a': 'Schedule 12A',
  };
  for (const [wrong, right] of Object.entries(names)) {
    it(`corrects ${wrong}`, () => {
      assert.deepEqual(fixed(rule, `10.1 The ${wrong} came.\n`), [
        `---\ntemplate: committee-report\n---\n10.1 The ${right} came.\n`,
      ]);
      assert.deepEqual(findingsOf(rule, cover('title: T') + `10.1 The ${right} came.\n`), []);
    });
  }

  it('finds names in fields, in bold and over a line end', () => {
    assertMarked(rule, cover('title: The ⟦Equalities Act⟧') + '\nThe ⟦Department\nof Education⟧ and the ⟦Office **of**  National Statistics⟧.\n'.replace('  ', ' ')); // prettier-ignore
  });

  it('is silent on quotations and on what is right', () => {
    for (const text of [
      '10.1 The letter came from “the Department of Education”.',
      '> The Equalities Act.',
      '10.1 A department of education studies, the equalities act as a whole, our Environmental Agency Liaison'.replace(
        ' Agency',
        '',
      ),
      '10.1 The Homelessness Reduction Act, the Children Act, the Children’s Act of faith, Schedule 12 to the Local Government Act.',
      '10.1 `CAHMS`',
    ])
      assertMarked(rule, `${text}\n`);
  });
});
