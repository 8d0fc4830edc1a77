import type { Template } from './generatedReports.ts';
import type { Random } from './random.ts';
import type { Wording } from './wording.ts';

const COMMITTEES = ['Communities Overview Committee', 'Place Scrutiny Committee', 'Health Scrutiny Committee', 'Full Council'];
const WIDTH = 100;

/**
 * The front matter of a report in the order of its form, filled in without a mistake.
 * @returns its lines, without the lines of dashes
 */
export function frontMatter(template: Template, appendices: number, random: Random, wording: Wording): string[] {
  const isBoard = template === 'board-paper';
  const written = [
    `template: ${template}`,
    `committee: ${isBoard ? 'Corporate Parenting Board' : random.pick(COMMITTEES)}`,
    `date: ${random.between(2027, 2029)}-0${random.between(1, 9)}-${random.between(10, 28)}`,
    `title: ${wording.title()}`,
  ];
  if (template === 'partner-paper') return [...written, ...contact(random, wording, 'organisation: Northmoor Health Trust')];
  const isReport = template === 'committee-report';
  if (isReport)
    written.push(`purpose: ${random.pick(['For Decision', 'For Recommendation to Cabinet', 'For Review and Consultation'])}`);
  if (template !== 'cover-sheet')
    written.push('portfolio-holder:', `  name: Cllr ${wording.person()}`, `  portfolio: ${wording.topic.portfolio}`);
  if (isReport)
    written.push('local-councillors:', ...Array.from({ length: random.between(1, 4) }, () => `  - Cllr ${wording.person()}`));
  written.push('executive-director:', `  name: ${wording.person()}`, `  title: Executive Director of ${wording.topic.portfolio}`);
  if (isReport) written.push('status: public');
  written.push(...block('executive-summary', wording.prose(110), 0), 'impact-assessment:');
  const parts = {
    equalities: `An equality impact assessment was completed in October 2026. It found no adverse effect on any group. ${wording.sentence()}`,
    ...(template === 'cover-sheet' && { evidence: wording.prose(20) }),
    budget: `The programme costs ${wording.pounds()} a year, met from the ${wording.topic.portfolio} budget. ${wording.sentence()}`,
    ...(!isBoard && { 'well-being-and-health': wording.prose(15) }),
    ...(template !== 'cover-sheet' && { climate: wording.prose(15) }),
    other: `Legal, staffing and property matters were considered. ${wording.sentence()}`,
  };
  for (const [key, text] of Object.entries(parts)) written.push(...block(key, text, 2));
  const current = random.between(1, 2);
  const level = (i: number): string => ['low', 'medium', 'high'][i] ?? '';
  written.push('  risk:', `    current: ${level(current)}`, `    residual: ${level(random.between(0, current))}`);
  written.push(...block('summary', wording.prose(16), 4), `    categories: [${random.pick(['financial', 'reputation'])}]`);
  written.push('recommendations:');
  const asked = isBoard ? 'Board' : 'committee';
  for (let i = random.between(2, 4); i > 0; i--) written.push(`  - ${wording.recommendation(asked)}`);
  written.push(...block('reason-for-recommendations', wording.prose(25), 0), `appendices:${appendices === 0 ? ' none' : ''}`);
  for (let i = 1; i <= appendices; i++) written.push(`  - title: Figures for each ${wording.topic.thing}, part ${i}`);
  written.push('background-papers:');
  for (let i = random.between(1, 3); i > 0; i--)
    written.push(`  - title: ${wording.title()}, report to Cabinet, ${random.between(1, 28)} March 2026`);
  return [...written, ...contact(random, wording)];
}

function contact(random: Random, wording: Wording, ...more: string[]): string[] {
  const name = wording.person();
  return [
    'officer-contact:',
    `  name: ${name}`,
    `  title: ${wording.post()}`,
    `  tel: 01632 960${random.between(100, 999)}`,
    `  email: ${name.toLowerCase().replace(' ', '.')}@northmoor.gov.uk`,
    ...more.map((line) => `  ${line}`),
  ];
}

/** A text of several lines, as YAML's literal block, its lines broken between words. */
function block(key: string, text: string, indent: number): string[] {
  const margin = ' '.repeat(indent);
  const written = [`${margin}${key}: |`];
  let line = `${margin} `;
  for (const word of text.split(' ')) {
    if (line.length + word.length >= WIDTH) {
      written.push(line);
      line = `${margin} `;
    }
    line += ` ${word}`;
  }
  return [...written, line];
}
