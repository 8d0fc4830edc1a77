import assert from 'node:assert/strict';
import { lint } from '../../server/src/linter/lint.ts';
import emailDomain from '../../server/src/rules/contacts/email-domain.ts';
import emailInvalid from '../../server/src/rules/contacts/email-invalid.ts';
import emailRetired from '../../server/src/rules/contacts/email-retired-domain.ts';
import fieldInvalid from '../../server/src/rules/front-matter/field-invalid.ts';
import personUnknown from '../../server/src/rules/contacts/person-unknown.ts';
import phoneFormat from '../../server/src/rules/contacts/phone-format.ts';
import phoneInvalid from '../../server/src/rules/contacts/phone-invalid.ts';
import { knowledge, report } from '../support/ruleExamples.ts';
import { assertMarked, cover, findingsOf, fixed } from '../support/marked.ts';

const tel = (number: string): string => cover(`officer-contact:\n  tel: "${number}"`);
const email = (address: string, more = ''): string => cover(`date: 2027-01-21\nofficer-contact:\n  email: "${address}"${more}`);

describe('phone-invalid', () => {
  const found = ['⟦01632 96012⟧', '⟦01632 9601234⟧', '⟦12345 678901⟧', '⟦020 7946 001⟧', '⟦07700 90046⟧', '⟦09012 345678⟧', '⟦960123⟧', '⟦ask Jane⟧', '01632 960123 / ⟦01632 9601⟧', '⟦+44 1632 96012⟧', '⟦0044 1632 9601234⟧', 'ext. ⟦4567⟧']; // prettier-ignore
  found.forEach((number) => it(`finds ${number}`, () => assertMarked(phoneInvalid, tel(number))));

  const silent = ['01632 960123', '(01632) 960123', '01632-960-123', '020 7946 0018', '07700 900461', '+44 (0)1632 960123', '0044 1632 960123', '+33 1 42 68 53 00', '00 353 1 679 5555', '0300 123 1234', '0800 1111', '016977 2345', '01204 96012', '101', '111', '116 123', '18001 01632 960123', 'Tel: 01632 960123 ext. 45', '01632 960123 or 07700 900461 (mobile)', '01632\u00a0960123']; // prettier-ignore
  silent.forEach((number) => it(`is silent on ${number}`, () => assertMarked(phoneInvalid, tel(number))));

  it('says what is wrong with it', () => {
    const said = (number: string): string[] => findingsOf(phoneInvalid, tel(number)).map(({ message }) => message);
    assert.deepEqual(said('01632 96012'), ['Report Author: Tel: “01632 96012” has 10 digits, and such a number has 11. Give the number with its area code, such as 01632 960123.']); // prettier-ignore
    assert.deepEqual(said('ask'), ['Report Author: Tel: “ask” is not a telephone number. Give the number with its area code, such as 01632 960123.']); // prettier-ignore
  });
});

describe('phone-format', () => {
  it('writes a number in its groups, wherever it stands in the field', () => {
    const right: Record<string, string> = { '01632960123': '01632 960123', '(01632) 960 123': '01632 960123', '+44 1632 960123': '01632 960123', '02079460018': '020 7946 0018', '07700-900-461': '07700 900461', '03001231234': '0300 123 1234', '01632960123 ext. 45': '01632 960123 ext. 45', 'Tel. 01632960123 (office)': 'Tel. 01632 960123 (office)' }; // prettier-ignore
    for (const [typed, styled] of Object.entries(right)) assert.deepEqual(fixed(phoneFormat, tel(typed)), [tel(styled)], typed);
    assert.deepEqual(fixed(phoneFormat, cover('officer-contact:\n  - tel: 01632960123')), [
      cover('officer-contact:\n  - tel: 01632 960123'),
    ]);
  });

  it('is silent on what is right, what is no number and what is of another country', () => {
    for (const number of ['01632 960123', '020 7946 0018', '01632\u00a096', '101', '+33142685300', 'x', '0800 1111', '1632960123']) assertMarked(phoneFormat, tel(number)); // prettier-ignore
  });
});

describe('email-invalid', () => {
  const found = ['⟦jan.webb@northmoor⟧', '⟦jan webb@northmoor.gov.uk⟧', '⟦jan.webb at northmoor.gov.uk⟧', '⟦jan@@northmoor.gov.uk⟧', '⟦jan@northmoor,gov.uk⟧', '⟦jan@northmoor.gov.uk; b@northmoor.gov.uk⟧', '⟦jan@.gov.uk⟧', '⟦.jan@northmoor.gov.uk⟧', '⟦jan@northmoor..uk⟧', '⟦mailto:jan@northmoor.gov.uk⟧']; // prettier-ignore
  found.forEach((address) => it(`finds ${address}`, () => assertMarked(emailInvalid, email(address))));

  const silent = [
    'jan.webb@northmoor.gov.uk',
    "j.o'neill@northmoor.gov.uk",
    'Jan_Webb+a@sub.northmoor.gov.uk',
    ' jan@x.example ',
  ];
  silent.forEach((address) => it(`is silent on ${address}`, () => assertMarked(emailInvalid, email(address))));

  it('is heard before the form', () => {
    const { findings } = lint(report(email('jan')), knowledge(), [emailInvalid, fieldInvalid]);
    assert.deepEqual(findings.map(({ rule }) => rule), ['email-invalid']); // prettier-ignore
  });
});

describe('email-domain', () => {
  const council = 'email-domains: [northmoor.gov.uk]\nretired-email-domains: { northmoorcc.gov.uk: 2019-04-01 }\n';

  it('finds addresses that are not the council’s', () => {
    assertMarked(emailDomain, email('jan@⟦gmail.com⟧'), council);
    assertMarked(emailDomain, email('jan@⟦Northmore.gov.uk⟧'.replace('Northmore', 'northmore')), council);
    assert.match(findingsOf(emailDomain, email('jan@northmore.gov.uk'), council)[0]?.message ?? '', /Did you mean “northmoor.gov.uk”\?/); // prettier-ignore
  });

  it('is silent on the council’s own, on a named partner’s, and on what another rule speaks of', () => {
    for (const address of ['jan@northmoor.gov.uk', 'JAN@Northmoor.GOV.UK', 'jan@schools.northmoor.gov.uk', 'jan@northmoorcc.gov.uk', 'jan']) assertMarked(emailDomain, email(address), council); // prettier-ignore
    assertMarked(emailDomain, email('jan@vale.example', '\n  organisation: Vale Trust'), council);
    assertMarked(emailDomain, email('jan@vale.example'));
  });

  it('takes an officer of another public body for a partner’s', () => {
    for (const domain of ['vale.nhs.uk', 'valewastepartnership.gov.uk'])
      assert.deepEqual(findingsOf(emailDomain, email(`jan@${domain}`), council).map(({ severity }) => severity), ['info']); // prettier-ignore
  });
});

describe('email-retired-domain', () => {
  const council = 'email-domains: [northmoorcc.gov.uk, northmoor.gov.uk]\nretired-email-domains: { northmoorcc.gov.uk: 2019-04-01 }\n'; // prettier-ignore
  const at = (date: string, address: string): string => cover(`date: ${date}\nofficer-contact:\n  email: ${address}`);

  it('finds it from the first day on which it is no longer used, in fields and text', () => {
    assertMarked(emailRetired, at('2019-04-01', 'jan@⟦northmoorcc.gov.uk⟧'), council);
    assertMarked(emailRetired, at('2019-03-31', 'jan@northmoorcc.gov.uk'), council);
    assertMarked(emailRetired, `${cover('date: 2027-01-21')}\n10.1 Write to <jan@⟦northmoorcc.gov.uk⟧>.\n`, council);
    assert.deepEqual(fixed(emailRetired, at('2019-04-01', 'jan@Northmoorcc.gov.uk'), council), [
      at('2019-04-01', 'jan@northmoor.gov.uk'),
    ]);
  });

  it('is silent on other domains, and without a date or a council', () => {
    assertMarked(emailRetired, at('2027-01-21', 'jan@northmoor.gov.uk'), council);
    assertMarked(emailRetired, at('2027-01-21', 'jan@anorthmoorcc.gov.uk'), council);
    assertMarked(emailRetired, cover('officer-contact:\n  email: jan@northmoorcc.gov.uk'), council);
    assertMarked(emailRetired, at('2027-01-21', 'jan@northmoorcc.gov.uk'));
  });
});

describe('person-unknown', () => {
  const council =
    'portfolio-holders:\n  - { name: Cllr Ann Bell, portfolio: Harbours and Coast }\n  - { name: Cllr Joe Fox, portfolio: Finance }\nexecutive-directors:\n  - { name: Mary Dunn, title: Executive Director of Place }\nofficers:\n  - { name: Jan Webb, title: Harbour Manager }\n';
  const holder = (name: string, portfolio: string): string =>
    cover(`portfolio-holder:\n  name: ${name}\n  portfolio: ${portfolio}`);

  it('finds a name, a portfolio or a post that is not there', () => {
    assertMarked(personUnknown, holder('⟦Cllr Tom Gray⟧', 'Finance'), council);
    assertMarked(personUnknown, holder('Cllr A Bell', '⟦Finance⟧'), council);
    assertMarked(personUnknown, cover('executive-director:\n  - title: ⟦Executive Director of Places⟧\n  - name: ⟦Mary Dun⟧'), council); // prettier-ignore
    assertMarked(personUnknown, cover('officer-contact:\n  name: Jan Webb\n  title: ⟦Harbour Master⟧\nlead-officer:\n  name: ⟦Bob Hill⟧'), council); // prettier-ignore
  });

  it('proposes the name that is like it, then the one who holds the portfolio', () => {
    assert.deepEqual(fixed(personUnknown, holder('Cllr Anne Belle', 'Finance'), council), [holder('Cllr Ann Bell', 'Finance'), holder('Cllr Joe Fox', 'Finance')]); // prettier-ignore
    assert.deepEqual(fixed(personUnknown, holder('Cllr Ann Bell', 'Harbour'), council), [holder('Cllr Ann Bell', 'Harbours and Coast')]); // prettier-ignore
    assert.deepEqual(findingsOf(personUnknown, holder('Cllr Tom Gray', 'Finance'), council).map(({ message }) => message), ['Portfolio Holder: Name: council.yaml does not know “Cllr Tom Gray”. Its portfolio is held by Cllr Joe Fox.']); // prettier-ignore
  });

  it('is silent on other forms of a name or a post, on partners, and without such a list', () => {
    assertMarked(personUnknown, holder('Councillor Ann Bell OBE', 'Portfolio Holder for Harbours & Coast'), council);
    assertMarked(personUnknown, holder('Cllr', 'Finance'), council);
    assertMarked(personUnknown, cover('portfolio-holder:\n  name: Cllr Bell and Cllr Gray'), council);
    assertMarked(personUnknown, cover('officer-contact:\n  - name: Mary Dunn\n  - { name: Al Roe, organisation: Vale Trust }'), council); // prettier-ignore
    assertMarked(personUnknown, cover('officer-contact:\n  name: Al Roe'), 'portfolio-holders: [{ name: Cllr Ann Bell }]\n');
    assertMarked(personUnknown, cover('local-councillors: [Cllr Tom Gray]'), council);
  });
});
