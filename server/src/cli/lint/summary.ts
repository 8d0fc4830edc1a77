import type { Stage } from '../../analysis/ruleContext.ts';
import { pluralise } from '../../text/pluralise.ts';
import type { Colours } from '../terminal/colour.ts';
import type { RunTotals } from './runTotals.ts';
import { makePrintable, wrap } from '../terminal/displayWidth.ts';

/** What of a run's options its summary speaks of. */
export interface Asked {
  readonly stage: Stage;
  readonly maxWarnings: number;
  readonly quiet: boolean;
  /** Whether fixes are made, or would be shown. */
  readonly fix: boolean;
}

const MOST_COUNCILS = 10;

/** The last lines of a run: what the reports were checked with, what is to be said of it, and what was found. */
export function summarise(tally: RunTotals, asked: Asked, colours: Colours, width: number): string {
  const used = tally.checked > 0 ? [...wrap(councilsOf(tally), width), stageOf(asked.stage), ''] : [];
  const remarks = remarksOn(tally, asked).flatMap((line) => wrap(line, width));
  return `${[...used.map((line) => colours.faint(line)), ...remarks, headline(tally, colours)].join('\n')}\n`;
}

function councilsOf({ councils, withoutCouncil }: RunTotals): string {
  if (councils.length === 0) return 'council.yaml: none found, so nothing was checked that needs to know the council';
  const more = councils.length - MOST_COUNCILS;
  const names = [...councils.slice(0, MOST_COUNCILS).map((name) => makePrintable(name)), ...(more > 0 ? [`${more} more`] : [])];
  return `council.yaml: ${names.join(', ')}${withoutCouncil > 0 ? `; none for ${pluralise(withoutCouncil, 'report')}` : ''}`;
}

function stageOf(stage: Stage): string {
  return stage === 'publish' ? 'stage: publish' : 'stage: draft (what is still missing counts as a note)';
}

function remarksOn(tally: RunTotals, { maxWarnings, quiet, fix }: Asked): string[] {
  const { found, fixable, fixed, problems } = tally;
  const remarks: string[] = [];
  if (fixed > 0) remarks.push(`${pluralise(fixed, 'mistake was', 'mistakes were')} fixed.`);
  if (fixable > 0 && !fix) remarks.push(`${pluralise(fixable, 'finding')} can be fixed with --fix.`);
  remarks.push(...remarksOnSuppressions(tally));
  if (quiet && found.warning + found.info > 0) remarks.push('Only errors are shown (--quiet).');
  if (tally.excess(maxWarnings) > 0) remarks.push(`There are more warnings than --max-warnings ${maxWarnings} allows.`);
  if (problems.length > 0) remarks.push('Not everything could be checked: see what begins with “scrutiny:”.');
  return remarks;
}

function remarksOnSuppressions({ suppressed, outdated, written }: RunTotals): string[] {
  const are = suppressed === 1 ? 'is' : 'are';
  if (written.length > 0)
    return [
      `${pluralise(suppressed, 'finding')} ${are} accepted for now: written to ${written.map((name) => makePrintable(name)).join(', ')}.`,
    ];
  const earlier = `${pluralise(suppressed, 'earlier finding')} ${are} accepted and not shown (scrutiny-suppressions.json).`;
  const remarks = suppressed > 0 ? [earlier] : [];
  if (outdated > 0) remarks.push(`${pluralise(outdated, 'accepted finding')} no longer ${outdated === 1 ? 'occurs' : 'occur'}: --prune-suppressions drops ${outdated === 1 ? 'it' : 'them'} from the list.`); // prettier-ignore
  return remarks;
}

function headline(tally: RunTotals, colours: Colours): string {
  const [what, files] = partsOf(tally);
  return `${colours.strong(what)}${files}`;
}

/** What was found and how many reports were checked, in one sentence. */
export function formatTotals(tally: RunTotals): string {
  return partsOf(tally).join('');
}

function partsOf(tally: RunTotals): [string, string] {
  const { found, checked, skipped, problems, isUnchanged } = tally;
  if (isUnchanged) return ['', 'Nothing to check: no report has changed.'];
  const files = `checked ${pluralise(checked, 'report')}${skipped > 0 ? `, skipped ${pluralise(skipped, 'file that is no report', 'files that are no reports')}` : ''}`;
  const total = found.error + found.warning + found.info;
  if (total === 0 && checked === 0) return ['', `Nothing to check: ${files}.`];
  if (total === 0 && problems.length === 0) return ['All is well', `: no errors, no warnings, no notes; ${files}.`];
  const counts = [pluralise(found.error, 'error'), pluralise(found.warning, 'warning'), pluralise(found.info, 'note')];
  return [counts.join(', '), `; ${files}.`];
}
