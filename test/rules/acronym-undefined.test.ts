import assert from 'node:assert/strict';
import rule from '../../server/src/rules/plain-english/acronym-undefined.ts';
import { assertMarked, cover, findingsOf, fixed } from '../support/marked.ts';

const said = (text: string, council = ''): string[] =>
  findingsOf(rule, cover('title: T') + text, council).map(({ severity, message }) => `${severity}: ${message}`);

describe('acronym-undefined', () => {
  const found: Record<string, string> = {
    'the first use only': '10.1 The ⟦HWE⟧ met. The HWE and the HWEs met again.',
    'several in one place': '10.1 ⟦HWE⟧/⟦QRS⟧ visits, ⟦HWE2⟧ apart'.replace('⟦HWE2⟧', 'HWE2'),
    'a plural': '10.1 All ⟦EHCPs⟧ were late.',
    'small letters inside': '10.1 The ⟦DfE⟧ and the ⟦SENDCo⟧ used ⟦ChAT⟧.',
    'a possessive': '10.1 The ⟦DfE⟧’s budget.',
    'a use before its explanation': '10.1 The ⟦HWE⟧ met.\n\n10.2 The harbour wardens exchange (HWE) met.',
    'a citation in brackets': '10.1 Four in five children (⟦DfE⟧ 2019) and (Ofsted/⟦CQC⟧).',
    'a word in brackets that does not explain it': '10.1 The inspectors (⟦CQC⟧) came.',
    'one in a heading': '### ⟦HWE⟧ visits\n\nThe HWE met.',
    'letters that only look like an emperor': '10.1 ⟦DCC⟧ and ⟦MDC⟧ met in part VIII.',
    'a word for word list that is no explanation': '10.1 ⟦SEN⟧ support every need.',
  };
  for (const [name, text] of Object.entries(found)) it(`finds ${name}`, () => assertMarked(rule, `${text}\n`));

  const silent: Record<string, string> = {
    'words (ABC)': '10.1 The Care Quality Commission (CQC) came. CQC left.',
    'words (the "ABC")': '10.1 The Care Quality Commission (the “CQC”) came. CQC left.',
    'words (ABCs) and the singular': '10.1 Education, Health and Care Plans (EHCPs). The EHCP.',
    'words ("ABC", also …)': '10.1 The harbour wardens exchange (HWE, or the wardens) met. HWE left.',
    'words [ABC] and words - ABC': '10.1 The Care Quality Commission [CQC] and the harbour wardens exchange – HWE – met.',
    'words, or ABC': '10.1 Personal health budgets, or PHBs, are new. PHB.',
    'words in bold (ABC)': '10.1 The **harbour wardens exchange** (**HWE**) met. HWE.',
    'ABC (words)': '10.1 The HWE (harbour wardens exchange) met. HWE.',
    'ABC: words, ABC = words, ABC stands for': '10.1 HWE: harbour wardens exchange. PHB = personal health budget. CQC stands for Care Quality Commission.',
    'ABC = words whose initials are others': '10.1 PINS = Planning Inspectorate. PINS came.',
    'courts, qualifications and firms': '10.1 In R (Finch) v Northmoor [2019] EWCA Civ 1 and [2014] EWHC 2 (Admin) the examiner, Ann Finch DipTP MRTPI, and WSP and FCC were named.',
    'words that spell most of it': '10.1 Children Looked After (LAC), the South Western Ambulance Service (SWAST) and NHS England and Improvement (NHSEI). LAC. SWAST.',
    'small letters from inside words': '10.1 The Department for Education (DfE), an Equality Impact Assessment (EqIA), a Memorandum of Understanding (MoU), a Special Educational Needs Co-ordinator (SENCo).',
    'hyphens': '10.1 A multi-agency safeguarding hub (MASH) and anti-social behaviour (ASB).',
    'the heading explains': '## 10. Children Looked After (CLA)\n\n10.1 CLA rose.',
    'the headings come first': '### HWE\n\nThe harbour wardens exchange (HWE) met.',
    'dots between the letters': '10.1 The harbour wardens exchange (H.W.E.) met. The HWE left.',
    'a footnote explains': '10.1 The HWE[^1] met.\n\n[^1]: The harbour wardens exchange.',
    'a table explains': '10.1 The table has the terms.\n\n| Term | Meaning |\n|---|---|\n| HWE | Harbour wardens exchange |\n\nThe HWE met.',
    'a glossary': '10.1 HWE and QRS.\n\n## 11. Glossary\n\n- HWE – what the wardens use\n- QRS: another thing\n',
    'what everybody knows': '10.1 The NHS, BBC, HMRC, GCSEs, PDFs, CCTV, HGVs, COVID-19, VAT and the RSPCA.',
    'words for stress': '10.1 This is NOT final and ALL members MUST vote; the harbour. The HARBOUR opens.',
    'the same word in small letters': '10.1 The CHAIR sits and the STAR shines like a star.',
    'a line in capitals': '### SEND AND EHCP STATISTICS FOR THE YEAR\n\nText.',
    'Roman numerals': '10.1 Parts III, VIII and XIV.',
    'codes and postcodes': '10.1 NM12 4QRS, B3078, PM10, WD/HWE/19/00123, HWE-12, Q1, KS2, H1.',
    'addresses and files': '10.1 See www.northmoor.gov.uk/HWE, HWE.pdf, HWE_plan.docx and hwx@HWE.example.',
    'letters with an ampersand': '10.1 B&NES and S&DQ.',
    'code': '10.1 Write `HWE` there.',
    'a quotation': '> The HWE met.',
    'surnames': '10.1 Cllr JONES and Mrs A FINCH spoke.',
    'names with capitals inside': '10.1 McDonald, YouTube, HealthCare, LinkedIn, PowerPoint and PhDs.',
    'pairs of letters': '10.1 UK, EU, GP, IT and HR.',
  }; // prettier-ignore
  for (const [name, text] of Object.entries(silent)) it(`is silent on: ${name}`, () => assertMarked(rule, `${text}\n`));

  it('knows what council.yaml knows', () => {
    assertMarked(
      rule,
      '10.1 The HWEs and the EqIA.\n',
      'acronyms: { HWE: harbour wardens exchange, EQIA: equality impact assessment }',
    );
  });

  it('reads the cover in its order, then the body', () => {
    const cited = 'executive-summary: |\n  The harbour wardens\n  exchange (HWE) met.';
    assertMarked(rule, cover(`title: HWE progress\n${cited}\nrecommendations:\n  - That the HWE meet.`) + '\n10.1 The HWE.\n');
    assertMarked(rule, cover('executive-summary: The ⟦HWE⟧ met.') + '\n10.1 The harbour wardens exchange (HWE).\n');
    assertMarked(rule, cover('appendices:\n  - { label: APP 1, title: ⟦HWE⟧ plan, file: HWE.pdf }') + '\n10.1 The HWE.\n');
    assertMarked(rule, cover('appendices:\n  - title: HWE plan') + '\n10.1 The harbour wardens exchange (HWE).\n');
    assertMarked(rule, cover('officer-contact: { name: A FINCH, title: HWE Manager, organisation: QRS }\ncommittee: HWE Board'));
    assertMarked(rule, cover('background-papers:\n  - title: HWE statutory guidance, 2015'));
  });

  it('is silent where a glossary is attached', () => {
    assertMarked(rule, cover('appendices:\n  - title: Glossary of terms') + '\n10.1 The HWE.\n');
  });

  it('takes words that are not tied to it, and tables, less seriously', () => {
    assert.deepEqual(said('10.1 The High Needs Block grew. The HNB is short. HNB.\n'), [
      'info: “HNB” seems to stand for “High Needs Block”. Write “(HNB)” behind these words, where they first stand.',
    ]);
    assert.deepEqual(said('10.1 The high needs block grew. The HNB is short.\n'), [
      'warning: “HNB” is not explained. Write the words, with “(HNB)” behind them.',
    ]);
    assert.deepEqual(said('| A | B |\n|---|---|\n| HWE | 1 |\n'), [
      'info: “HWE” is not explained. Say below the table what it stands for.',
    ]);
    assert.deepEqual(said('| A | B |\n|---|---|\n| HWE | 1 |\n\nThe HWE.\n'), [
      'warning: “HWE” is not explained. Write the words, with “(HWE)” behind them.',
    ]);
  });

  it('says what it stands for where that is known, or that it comes too early', () => {
    assert.deepEqual(said('10.1 The CQC came.\n'), [
      'warning: “CQC” is not explained. Write the words, with “(CQC)” behind them: “Care Quality Commission (CQC)”.',
    ]);
    assert.deepEqual(said('10.1 The HWE met.\n\n10.2 The harbour wardens exchange (HWE).\n'), [
      'warning: “HWE” is explained only further on. Spell it out here, where it is first used.',
    ]);
  });

  it('sees letters that changed places', () => {
    const text = '10.1 An Education, Health and Care Plan (EHCP).\n\n### ALL ⟦ECHPs⟧ / STATEMENTS\n';
    assertMarked(rule, text);
    assert.deepEqual(fixed(rule, text)[0], cover('title: T').replace('title: T\n', '') + text.replace('⟦ECHPs⟧', 'EHCPs'));
    assert.deepEqual(said('10.1 An Education, Health and Care Plan (EHCP). The ECHP.\n'), [
      'warning: “ECHP” is not explained, but “EHCP” stands in this report. Put it right if that is meant.',
    ]);
  });

  it('spells it out as the place asks', () => {
    const body = (text: string): string => `---\ntemplate: committee-report\n---\n${text}\n`;
    const first = (text: string): string | undefined => fixed(rule, `${text}\n`)[0];
    assert.equal(first("10.1 The DfE's plan."), body("10.1 The Department for Education's (DfE's) plan."));
    assert.equal(
      first('10.1 Inspected (Ofsted/CQC) twice.'),
      body('10.1 Inspected (Ofsted/Care Quality Commission, CQC) twice.'),
    );
    assert.equal(first('10.1 EHCPs rose.'), body('10.1 Education, health and care plans (EHCPs) rose.'));
    assert.equal(first('10.1 Two EHCPs.\n\n10.2 An Education, Health and Care Plan (EHCP).'), body('10.1 Two Education, Health and Care Plans (EHCPs).\n\n10.2 An Education, Health and Care Plan (EHCP).')); // prettier-ignore
    assert.equal(first('10.1 The **High Needs Block** grew. HNB.'), body('10.1 The **High Needs Block (HNB)** grew. HNB.'));
    assert.equal(first('10.1 The High Needs\nBlock grew. HNB.'), body('10.1 The High Needs\nBlock (HNB) grew. HNB.'));
    assert.deepEqual(fixed(rule, '10.1 The HWE.\n'), []);
    assert.deepEqual(fixed(rule, cover('executive-summary: "The CQC"')), [
      cover('executive-summary: "The Care Quality Commission (CQC)"'),
    ]);
  });

  it('ends on hostile text', () => {
    for (const text of ['HWE '.repeat(50_000), 'AB'.repeat(100_000), '(HWE) '.repeat(30_000), 'Harbour (HWE '.repeat(20_000)]) {
      assert.ok(findingsOf(rule, cover('title: T') + text).length <= 1);
    }
  });
});
