import { keywords, type Keywords } from './keywordIndex.ts';

/** A name that is often got wrong. */
export interface WellKnownName {
  readonly cue: Keywords;
  /** The wrong forms; matched against folded text. */
  readonly wrong: RegExp;
  readonly right: string;
}

/**
 * Names of bodies, Acts and schemes in England that reports often get wrong. A form that was right at some time, or elsewhere in
 * the United Kingdom, is left out.
 */
export const WELL_KNOWN_NAMES: readonly WellKnownName[] = [
  name(keywords('department of', 'department in'), /\bDepartment (?:of|in) Education\b/, 'Department for Education'),
  name(keywords('department of'), /\bDepartment of Transport\b/, 'Department for Transport'),
  name(keywords('department of'), /\bDepartment of Work (?:and|&) Pensions?\b/, 'Department for Work and Pensions'),
  name(
    keywords('department of'),
    /\bDepartment of (?:the )?Environment,? Food (?:and|&) Rural Affairs\b/,
    'Department for Environment, Food and Rural Affairs',
  ),
  name(keywords('department for'), /\bDepartment for Health\b/, 'Department of Health'),
  name(keywords('ministry for', 'ministry in'), /\bMinistry (?:for|in) Justice\b/, 'Ministry of Justice'),
  name(keywords('ministry for'), /\bMinistry for Defence\b/, 'Ministry of Defence'),
  name(keywords('national statistic'), /\bOffice (?:of|for the) National Statistics?\b/, 'Office for National Statistics'),
  name(
    keywords('quality commission', 'quality care', 'care qualities'),
    /\b(?:Care and Quality|Quality Care|Care Qualities) Commission\b/,
    'Care Quality Commission',
  ),
  name(
    keywords('educational health'),
    /\bEducational,? Health (?:and|&) (?:Social )?Care Plan/,
    'Education, Health and Care Plan',
  ),
  name(keywords('s act'), /\bChildren's Act (?=1989|2004)/, 'Children Act '),
  name(keywords('family act'), /\bChild(?:ren)? and Family Act\b/, 'Children and Families Act'),
  name(keywords('equalities act'), /\bEqualities Act\b/, 'Equality Act'),
  name(keywords('capacities act'), /\bMental Capacities Act\b/, 'Mental Capacity Act'),
  name(
    keywords('homeless reduction', 'homelessness reductions'),
    /\b(?:Homeless Reductions?|Homelessness Reductions) Act\b/,
    'Homelessness Reduction Act',
  ),
  name(keywords('information act'), /\bFreedom of Information Act (?!2000)(?:1999|200\d)\b/, 'Freedom of Information Act 2000'),
  name(
    keywords('planning and', 'policy planning'),
    /\bNational (?:Planning and Policy|Policy Planning) Framework\b/,
    'National Planning Policy Framework',
  ),
  name(keywords('need assessment'), /\bJoint Strategic Need Assessment/, 'Joint Strategic Needs Assessment'),
  name(keywords('school grant'), /\bDedicated School Grant\b/, 'Dedicated Schools Grant'),
  name(keywords('pupils premium'), /\bPupils Premium\b/, 'Pupil Premium'),
  name(
    keywords('funding a'),
    /\bEducation (?:and|&) Skills Funding (?:Authority|Agencies)\b/,
    'Education and Skills Funding Agency',
  ),
  name(keywords('barring services'), /\bDisclosure (?:and|&) Barring Services\b/, 'Disclosure and Barring Service'),
  name(keywords('environmental agency'), /\bEnvironmental Agency\b/, 'Environment Agency'),
  name(keywords('historical england'), /\bHistorical England\b/, 'Historic England'),
  name(keywords('homes for'), /\bHomes for England\b/, 'Homes England'),
  name(
    keywords('accounting'),
    /\bChartered Institute of Public Finance (?:and|&) Accounting\b/,
    'Chartered Institute of Public Finance and Accountancy',
  ),
  name(keywords('barnado', 'barnardos'), /\b(?:Barnado'?s|Barnardos)\b/, "Barnardo's"),
  name(keywords('macmillan'), /\bMacMillan (?=Cancer|Nurses?\b)/, 'Macmillan '),
  name(keywords('alzheimer', 'alzheimers'), /\bAlzheimers? Society\b/, "Alzheimer's Society"),
  name(keywords('s ambulance', 'johns ambulance'), /\bSt\.? John'?s Ambulance\b/, 'St John Ambulance'),
  name(keywords('surestart'), /\bSure[Ss]tart\b/, 'Sure Start'),
  name(keywords('job cent'), /\bJob Cent(?:re|er) [Pp]lus\b/, 'Jobcentre Plus'),
  name(keywords('ofst', 'offst'), /\b(?:Ofstead|Offsted|OfSTED)\b/, 'Ofsted'),
  name(keywords('cahms', 'chams', 'camsh'), /\b(?:CAHMS|CHAMS|CAMSH)\b/, 'CAMHS'),
  name(keywords('covid'), /\bC(?:ovid|OVID) ?19\b/, 'COVID-19'),
  name(keywords('schedule 12'), /\bSchedule 12 ?a\b/, 'Schedule 12A'),
];

function name(sign: Keywords, wrong: RegExp, right: string): WellKnownName {
  return { cue: sign, wrong: new RegExp(wrong, 'g'), right };
}
