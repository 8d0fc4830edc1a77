/** A name that is often got wrong. */
export interface WellKnownName {
  /** The wrong forms; matched against folded text. */
  readonly wrong: RegExp;
  readonly right: string;
}

/**
 * Names of bodies, Acts and schemes in England that reports often get wrong. A form that was right at some time, or elsewhere in
 * the United Kingdom, is left out.
 */
export const WELL_KNOWN_NAMES: readonly WellKnownName[] = [
  name(/\bDepartment (?:of|in) Education\b/, 'Department for Education'),
  name(/\bDepartment of Transport\b/, 'Department for Transport'),
  name(/\bDepartment of Work (?:and|&) Pensions?\b/, 'Department for Work and Pensions'),
  name(
    /\bDepartment of (?:the )?Environment,? Food (?:and|&) Rural Affairs\b/,
    'Department for Environment, Food and Rural Affairs',
  ),
  name(/\bDepartment for Health\b/, 'Department of Health'),
  name(/\bMinistry (?:for|in) Justice\b/, 'Ministry of Justice'),
  name(/\bMinistry for Defence\b/, 'Ministry of Defence'),
  name(/\bOffice (?:of|for the) National Statistics?\b/, 'Office for National Statistics'),
  name(/\b(?:Care and Quality|Quality Care|Care Qualities) Commission\b/, 'Care Quality Commission'),
  name(/\bEducational,? Health (?:and|&) (?:Social )?Care Plan/, 'Education, Health and Care Plan'),
  name(/\bChildren's Act (?=1989|2004)/, 'Children Act '),
  name(/\bChild(?:ren)? and Family Act\b/, 'Children and Families Act'),
  name(/\bEqualities Act\b/, 'Equality Act'),
  name(/\bMental Capacities Act\b/, 'Mental Capacity Act'),
  name(/\b(?:Homeless Reductions?|Homelessness Reductions) Act\b/, 'Homelessness Reduction Act'),
  name(/\bFreedom of Information Act (?!2000)(?:1999|200\d)\b/, 'Freedom of Information Act 2000'),
  name(/\bNational (?:Planning and Policy|Policy Planning) Framework\b/, 'National Planning Policy Framework'),
  name(/\bJoint Strategic Need Assessment/, 'Joint Strategic Needs Assessment'),
  name(/\bDedicated School Grant\b/, 'Dedicated Schools Grant'),
  name(/\bPupils Premium\b/, 'Pupil Premium'),
  name(/\bEducation (?:and|&) Skills Funding (?:Authority|Agencies)\b/, 'Education and Skills Funding Agency'),
  name(/\bDisclosure (?:and|&) Barring Services\b/, 'Disclosure and Barring Service'),
  name(/\bEnvironmental Agency\b/, 'Environment Agency'),
  name(/\bHistorical England\b/, 'Historic England'),
  name(/\bHomes for England\b/, 'Homes England'),
  name(/\bChartered Institute of Public Finance (?:and|&) Accounting\b/, 'Chartered Institute of Public Finance and Accountancy'),
  name(/\b(?:Barnado'?s|Barnardos)\b/, "Barnardo's"),
  name(/\bMacMillan (?=Cancer|Nurses?\b)/, 'Macmillan '),
  name(/\bAlzheimers? Society\b/, "Alzheimer's Society"),
  name(/\bSt\.? John'?s Ambulance\b/, 'St John Ambulance'),
  name(/\bSure[Ss]tart\b/, 'Sure Start'),
  name(/\bJob Cent(?:re|er) [Pp]lus\b/, 'Jobcentre Plus'),
  name(/\b(?:Ofstead|Offsted|OfSTED)\b/, 'Ofsted'),
  name(/\b(?:CAHMS|CHAMS|CAMSH)\b/, 'CAMHS'),
  name(/\bC(?:ovid|OVID) ?19\b/, 'COVID-19'),
  name(/\bSchedule 12 ?a\b/, 'Schedule 12A'),
];

function name(wrong: RegExp, right: string): WellKnownName {
  return { wrong: new RegExp(wrong, 'g'), right };
}
