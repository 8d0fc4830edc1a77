import type { Value } from '../template/value.ts';
import type { Severity } from '../text/finding.ts';
import type { Path } from '../text/path.ts';
import type { CompilePattern, Pattern } from './patterns.ts';

/** A check as `council.yaml` writes it. */
interface WrittenCheck {
  readonly name: string;
  readonly message: string;
  readonly field?: string;
  readonly section?: string;
  readonly 'must-match'?: string;
  readonly 'must-not-match'?: string;
  readonly 'max-words'?: number;
  readonly 'min-words'?: number;
  readonly 'max-items'?: number;
  readonly 'min-items'?: number;
  readonly from?: string;
  readonly until?: string;
  readonly severity?: Severity | 'off';
}

/** One of the council's own checks, ready for use. */
export interface CustomCheck extends Omit<WrittenCheck, 'must-match' | 'must-not-match'> {
  readonly mustMatch?: Pattern;
  readonly mustNotMatch?: Pattern;
}

const CONDITIONS = ['must-match', 'must-not-match', 'max-words', 'min-words', 'max-items', 'min-items'] as const;

/** Each looks at every report: more than any council has would keep everybody waiting. */
const MOST_CHECKS = 100;
/** Its message stands at every place that a check points out; in characters. */
const LONGEST_MESSAGE = 500;

/** Told of each mistake: where it stands, and what is wrong in plain words. */
type Tell = (at: Value, message: string) => void;

/**
 * Reads the checks; one with a mistake in it is left out whole, lest it finds something else than was meant.
 * @param parts the values of the list
 * @param isWrong true for a path at or below which the schema found a mistake
 * @param taken the names of the rules there are
 * @param fields the keys that a report may have at its top; nothing where the council has templates of its own
 * @param compile nothing where no pattern can be compiled: checks with one are left out
 */
export function readCustomChecks(
  parts: readonly Value[],
  isWrong: (path: Path) => boolean,
  taken: readonly string[],
  fields: readonly string[] | undefined,
  compile: CompilePattern | undefined,
  tell: Tell,
): CustomCheck[] {
  const names = new Set(taken);
  return parts.flatMap((part) => {
    // What is no list has a mistake of its own.
    const place = part.path.at(-1);
    if (typeof place !== 'number' || place > MOST_CHECKS || isWrong(part.path)) return [];
    if (place === MOST_CHECKS) {
      tell(part, `There may be ${MOST_CHECKS} checks. This one and those behind it are not used: delete what no longer matters.`);
      return [];
    }
    const check = readCheck(part, part.data as WrittenCheck, names, fields, compile, tell);
    if (check) names.add(check.name);
    return check ?? [];
  });
}

function readCheck(
  part: Value,
  written: WrittenCheck,
  names: ReadonlySet<string>,
  fields: readonly string[] | undefined,
  compile: CompilePattern | undefined,
  tell: Tell,
): CustomCheck | undefined {
  const at = (key: string): Value => part.parts.find(({ path }) => path.at(-1) === key) ?? part;
  const { name, field, section, 'must-match': must, 'must-not-match': mustNot, ...rest } = written;
  const mistakes: { readonly at: Value; readonly message: string }[] = [];
  const complain = (key: string, message: string): void => void mistakes.push({ at: at(key), message });
  if (names.has(name)) complain('name', `There is already a rule or a check “${name}”. Give this one another name.`);
  if (field !== undefined && section !== undefined) complain('section', 'A check looks at a field or at a section. Delete one of them.'); // prettier-ignore
  const key = field?.split('.')[0] ?? '';
  if (field !== undefined && fields && !fields.includes(key) && !key.startsWith('x-'))
    complain('field', `No report has a field “${key}”. Write a key as it stands in the front matter, or “body”.`);
  if (written.message.length > LONGEST_MESSAGE)
    complain('message', `This message is longer than ${LONGEST_MESSAGE} characters. Say in a sentence or two what to do.`);
  if (CONDITIONS.every((condition) => written[condition] === undefined))
    complain('name', `This check looks for nothing. Add one of ${CONDITIONS.join(', ')}.`);
  const pattern = (which: 'must-match' | 'must-not-match', source: string | undefined): Pattern | undefined => {
    const made = source === undefined ? undefined : compile?.(source);
    if (typeof made === 'string') complain(which, `Invalid pattern: ${made}. Correct it, or put a backslash before a character that should match itself.`); // prettier-ignore
    return typeof made === 'string' ? undefined : made;
  };
  const mustMatch = pattern('must-match', must);
  const mustNotMatch = pattern('must-not-match', mustNot);
  for (const { at: place, message } of mistakes) tell(place, message);
  if (mistakes.length > 0 || (!compile && (must ?? mustNot) !== undefined)) return undefined;
  return {
    ...rest,
    name,
    ...(field === undefined ? {} : { field }),
    ...(section === undefined ? {} : { section }),
    ...(mustMatch ? { mustMatch } : {}),
    ...(mustNotMatch ? { mustNotMatch } : {}),
  };
}
