/**
 * What a clerk would not send a report back for: letters that everybody knows as they are, the names of well-known bodies and firms,
 * courts, honours and qualifications. Jargon of a service (EHCP, CQC, MASH) is not here: a council lists in `council.yaml` what its readers know.
 */
export const WELL_KNOWN: ReadonlySet<string> = new Set(
  `AAA AGM AIDS ATM BBC BMI BSC BST BTEC CBE CCTV CEO COVID CSV DIY DNA DVD DVLA EEA EEC ETA FAQ FBI FIFA FTSE GCSE GDP GDPR GMT GPS HGV HIV
   HMRC HTML ICT IOU ISBN ITV JPEG LED LGBT LGBTQ LGBTQI LLP LTD MBA MBE MBES MEP MOD MOT MPG MPH MSC MSP NASA NATO NHS NSPCC OBE OECD
   OFCOM OFGEM OFSTED OFWAT PAYE PDF PGCE PHD PIN PLC PNG PPE QED RADAR RAF RIP RNIB RNLI RSPB RSPCA RSVP SARS SAT SIM SMS STEM SUV
   UFO UKIP UNESCO UNICEF UNISON UPVC URL USA USB USSR VAT VIP WHO WIFI XML YMCA YWCA
   AECOM ASDA AXA BDO BMW BUPA CBRE EDF FCC HSBC IBM IKEA JCB KPMG MENCAP MORI NFU SERCO CAPITA RSM SSE SWARCO TNT TSB WSP
   BAILII CJEU ECHR EWCA EWCOP EWHC UKHL UKSC UKUT
   ACA ACCA ACMA BENG CENG CGMA CPFA DIPTP FCA FCCA FCIPD FRICS FRTPI LLB LLM MCIEH MCIH MCIPD MENG MICE MRICS MRTPI QPM RIBA RICS RTPI
   BCE BSE BID DJ MDF LCD LPG PVC
   TBA TBC TBD TODO FIXME XXX ASAP AOB FAO FYI NB PTO POA
   KWH MWH GWH KPH GBP EUR USD`.split(/\s+/),
);

/** Words that people write in capitals for stress, in headings and in tables. */
export const SHOUTED: ReadonlySet<string> = new Set(
  `ACT ACTION ACTIVE ACTUAL ADD ADULT ADULTS AGE AGED AGENDA AGREED AIM AIMS ALL ALSO AMBER AND ANNEX ANNUAL ANY APRIL APR ARE AREA AREAS
   AUG AUGUST BAND BASE BEST BLACK BLUE BOARD BODY BOTH BUDGET BUS BUT BUY CAN CARE CASE CASES CASH CENTRE CHAIR CHILD CITY CLLR CLOSE
   CLOSED CODE COST COSTS COUNT COUNTY CRIME CUT DAILY DATA DATE DAY DAYS DEBT DEC DID DOES DONE DOWN DRAFT DUE DUTY EACH EARLY EAST END
   ENDS ERROR EVEN EVERY EXEMPT FAIR FALSE FEB FEE FEES FEMALE FEW FINAL FIND FIRE FIRST FIVE FOR FOUR FREE FRI FROM FULL FUND FUNDS GAP
   GET GIVE GOAL GOALS GOOD GREEN GROSS GROUP HAD HALF HAS HAVE HEALTH HELP HER HIGH HIM HIS HOME HOMES HOUR HOURS HOUSE HOW IMPACT INC
   INCOME INTO ISSUE ISSUES ITEM ITEMS ITS JAN JOB JUL JULY JUN JUNE JUST KEY KNOWN LAND LAST LATE LEAD LEGAL LESS LEVEL LIST LIVE LOCAL
   LONG LOSS LOW MADE MAIN MAJOR MALE MAR MARCH MAX MAY MEAN MEDIUM MEMBER MEN MET MID MIN MINOR MON MONTH MORE MOST MUST NAME NEAR
   NEED NEEDS NET NEVER NEW NEXT NINE NON NONE NORTH NOT NOTE NOTES NOV NOW OCT OFF OFFICE OLD ONE ONLY OPEN ORDER OTHER OUR OUT OVER OWN
   OWNER PAGE PAID PAPER PART PARTS PAY PEOPLE PER PLAN PLANS PLEASE PLUS POLICY POOR POST PRE PRICE PRO PUBLIC RATE RATES RED REF REPORT
   REST RISK RISKS ROAD ROLE ROW SAFE SAID SALE SALES SAME SAT SAVE SAVING SCHOOL SCORE SEE SEPT SEP SET SEVEN SHALL SHE SIGNED SITE SITES
   SIX SOCIAL SOME SOUTH SPEND STAFF STAGE START STATE STATUS STEP STEPS STILL STOP SUB SUM SUN SUPPORT TABLE TARGET TASK TASKS TAX TEAM TEN
   TERM TEST THAN THAT THE THEIR THEM THEN THERE THEY THIRD THIS THREE THU THUS TIME TITLE TOO TOP TOTAL TOWN TREND TRUE TUE TWO TYPE UNDER
   UNIT UNITS UNTIL UPON URGENT USE USED VALUE VERY VIA VIEW VISION VOTE WARD WARDS WAS WAY WED WEEK WEEKS WERE WEST WHAT WHEN WHERE
   WHICH WHITE WHO WHOLE WHY WILL WITH WORK YEAR YEARS YELLOW YES YET YOU YOUNG YOUR YOUTH ZERO ZONE`.split(/\s+/),
);

/**
 * What letters stand for that have one meaning in every council of England, for the quick fix that spells them out. Those that have
 * several (PCN is a penalty charge notice and a primary care network) are left to the author.
 */
export const MEANINGS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ADASS: 'Association of Directors of Adult Social Services',
    ADCS: "Association of Directors of Children's Services",
    ANPR: 'automatic number plate recognition',
    AONB: 'area of outstanding natural beauty',
    CAMHS: 'child and adolescent mental health services',
    CCG: 'Clinical Commissioning Group',
    CIPFA: 'Chartered Institute of Public Finance and Accountancy',
    CQC: 'Care Quality Commission',
    DBS: 'Disclosure and Barring Service',
    DEFRA: 'Department for Environment, Food and Rural Affairs',
    DFE: 'Department for Education',
    DFT: 'Department for Transport',
    DHSC: 'Department of Health and Social Care',
    DLUHC: 'Department for Levelling Up, Housing and Communities',
    DOLS: 'deprivation of liberty safeguards',
    DSG: 'Dedicated Schools Grant',
    DWP: 'Department for Work and Pensions',
    EHCP: 'education, health and care plan',
    EQIA: 'equality impact assessment',
    ESFA: 'Education and Skills Funding Agency',
    EYFS: 'early years foundation stage',
    FGM: 'female genital mutilation',
    FOI: 'freedom of information',
    ICB: 'integrated care board',
    ICS: 'integrated care system',
    IRO: 'independent reviewing officer',
    JSNA: 'joint strategic needs assessment',
    LADO: 'local authority designated officer',
    LGA: 'Local Government Association',
    MAPPA: 'multi-agency public protection arrangements',
    MARAC: 'multi-agency risk assessment conference',
    MASH: 'multi-agency safeguarding hub',
    MHCLG: 'Ministry of Housing, Communities and Local Government',
    NEET: 'not in education, employment or training',
    NPPF: 'National Planning Policy Framework',
    NRPF: 'no recourse to public funds',
    ONS: 'Office for National Statistics',
    PSED: 'public sector equality duty',
    PSPO: 'public spaces protection order',
    SEMH: 'social, emotional and mental health',
    SEN: 'special educational needs',
    SENCO: 'special educational needs coordinator',
    SEND: 'special educational needs and disabilities',
    SENDCO: 'special educational needs and disabilities coordinator',
    UASC: 'unaccompanied asylum-seeking children',
    UKHSA: 'UK Health Security Agency',
    UKSPF: 'UK Shared Prosperity Fund',
    VCSE: 'voluntary, community and social enterprise',
  }),
);
