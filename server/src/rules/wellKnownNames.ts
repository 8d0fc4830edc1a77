import { cue, type Cue } from './cues.ts';

/** A name that is often got wrong. */
export interface WellKnownName {
  readonly cue: Cue;
  /** The wrong forms; matched against folded text. */
  readonly wrong: RegExp;
  readonly right: string;
}

/**
 * Names of bodies, Acts and schemes in England that reports often get wrong. A form that was right at some time, or elsewhere in
 * the United Kingdom, is left out.
 */
export const WELL_KNOWN_NAMES: readonly WellKnownName[] = [
  name(cue('department of', 'department in'), /\bDepartment (?:of|in) Education\b/, 'Department for Education'),
  name(cue('department of'), /\bDepartment of Transport\b/, 'Department for Transport'),
  name(cue('department of'), /\bDepartment of Work (?:and|&) Pensions?\b/, 'Department for Work and Pensions'),
  name(
    cue('department of'),
    /\bDepartment of (?:the )?Environment,? Food (?:and|&) Rural Affairs\b/,
    'Department for Environment, Food and Rural Affairs',
  ),
  name(cue('department for'), /\bDepartment for Health\b/, 'Department of Health'),
  name(cue('ministry for', 'ministry in'), /\bMinistry (?:for|in) Justice\b/, 'Ministry of Justice'),
  name(cue('ministry for'), /\bMinistry for Defence\b/, 'Ministry of Defence'),
  name(cue('national statistic'), /\bOffice (?:of|for the) National Statistics?\b/, 'Office for National Statistics'),
  name(
    cue('quality commission', 'quality care', 'care qualities'),
    /\b(?:Care and Quality|Quality Care|Care Qualities) Commission\b/,
    'Care Quality Commission',
  ),
  name(cue('educational health'), /\bEducational,? Health (?:and|&) (?:Social )?Care Plan/, 'Education, Health and Care Plan'),
  name(cue('s act'), /\bChildren's Act (?=1989|2004)/, 'Children Act '),
  name(cue('family act'), /\bChild(?:ren)? and Family Act\b/, 'Children and Families Act'),
  name(cue('equalities act'), /\bEqualities Act\b/, 'Equality Act'),
  name(cue('capacities act'), /\bMental Capacities Act\b/, 'Mental Capacity Act'),
  name(
    cue('homeless reduction', 'homelessness reductions'),
    /\b(?:Homeless Reductions?|Homelessness Reductions) Act\b/,
    'Homelessness Reduction Act',
  ),
  name(cue('information act'), /\bFreedom of Information Act (?!2000)(?:1999|200\d)\b/, 'Freedom of Information Act 2000'),
  name(
    cue('planning and', 'policy planning'),
    /\bNational (?:Planning and Policy|Policy Planning) Framework\b/,
    'National Planning Policy Framework',
  ),
  name(cue('need assessment'), /\bJoint Strategic Need Assessment/, 'Joint Strategic Needs Assessment'),
  name(cue('school grant'), /\bDedicated School Grant\b/, 'Dedicated Schools Grant'),
  name(cue('pupils premium'), /\bPupils Premium\b/, 'Pupil Premium'),
  name(cue('funding a'), /\bEducation (?:and|&) Skills Funding (?:Authority|Agencies)\b/, 'Education and Skills Funding Agency'),
  name(cue('barring services'), /\bDisclosure (?:and|&) Barring Services\b/, 'Disclosure and Barring Service'),
  name(cue('environmental agency'), /\bEnvironmental Agency\b/, 'Environment Agency'),
  name(cue('historical england'), /\bHistorical England\b/, 'Historic England'),
  name(cue('homes for'), /\bHomes for England\b/, 'Homes England'),
  name(
    cue('accounting'),
    /\bChartered Institute of Public Finance (?:and|&) Accounting\b/,
    'Chartered Institute of Public Finance and Accountancy',
  ),
  name(cue('barnado', 'barnardos'), /\b(?:Barnado'?s|Barnardos)\b/, "Barnardo's"),
  name(cue('macmillan'), /\bMacMillan (?=Cancer|Nurses?\b)/, 'Macmillan '),
  name(cue('alzheimer', 'alzheimers'), /\bAlzheimers? Society\b/, "Alzheimer's Society"),
  name(cue('s ambulance', 'johns ambulance'), /\bSt\.? John'?s Ambulance\b/, 'St John Ambulance'),
  name(cue('surestart'), /\bSure[Ss]tart\b/, 'Sure Start'),
  name(cue('job cent'), /\bJob Cent(?:re|er) [Pp]lus\b/, 'Jobcentre Plus'),
  name(cue('ofst', 'offst'), /\b(?:Ofstead|Offsted|OfSTED)\b/, 'Ofsted'),
  name(cue('cahms', 'chams', 'camsh'), /\b(?:CAHMS|CHAMS|CAMSH)\b/, 'CAMHS'),
  name(cue('covid'), /\bC(?:ovid|OVID) ?19\b/, 'COVID-19'),
  name(cue('schedule 12'), /\bSchedule 12 ?a\b/, 'Schedule 12A'),
];

function name(sign: Cue, wrong: RegExp, right: string): WellKnownName {
  return { cue: sign, wrong: new RegExp(wrong, 'g'), right };
}
