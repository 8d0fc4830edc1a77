import type { Severity } from '../../text/finding.ts';
import type { Io } from '../io.ts';

type Paint = (text: string) => string;

/** The few ways in which text on a terminal is set apart; without colours each gives the text as it is. */
export interface Colours extends Readonly<Record<Severity, Paint>> {
  readonly strong: Paint;
  readonly faint: Paint;
  readonly good: Paint;
}

const plain: Paint = (text) => text;
const PLAIN: Colours = { strong: plain, faint: plain, good: plain, error: plain, warning: plain, info: plain };
const COLOURED: Colours = {
  strong: paint('1', '22'),
  faint: paint('2', '22'),
  good: paint('32', '39'),
  error: paint('1;31', '22;39'),
  warning: paint('33', '39'),
  info: paint('36', '39'),
};

/**
 * The colours to use: none with `--no-color` or NO_COLOR (https://no-color.org), else those that FORCE_COLOR asks for, else
 * those of a terminal.
 * @param allowed false after `--no-color`
 */
export function coloursFor({ env, isTty }: Io, allowed: boolean): Colours {
  if (!allowed || env['NO_COLOR']) return PLAIN;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined && forced !== '') return forced === '0' || forced === 'false' ? PLAIN : COLOURED;
  return isTty && env['TERM'] !== 'dumb' ? COLOURED : PLAIN;
}

function paint(on: string, off: string): Paint {
  return (text) => (text === '' ? '' : `\u001b[${on}m${text}\u001b[${off}m`);
}
