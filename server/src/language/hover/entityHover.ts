import { findCommittee } from '../../council/committees.ts';
import type { Committee } from '../../council/council.ts';
import { deadlineOf } from '../../council/deadline.ts';
import { isBankHoliday } from '../../council/workingDays.ts';
import type { Paper } from '../../paper/paper.ts';
import { MEANINGS } from '../../analysis/knownAcronyms.ts';
import type { RuleContext } from '../../analysis/ruleContext.ts';
import { trimmedSpanOf } from '../../analysis/notApplicable.ts';
import { joinWords } from '../../text/suggest.ts';
import { readDay, formatDayWithWeekday, type Day } from '../../text/day.ts';
import { foldPunctuation } from '../../text/foldPunctuation.ts';
import type { Path } from '../../text/path.ts';
import type { Span } from '../../text/span.ts';
import { toDay, findDates } from '../../text/datesInText.ts';
import { councilSymbolAt, meaningOf, personCalled, type CouncilSymbol } from '../symbols/councilSymbols.ts';
import { referenceAt, type SymbolTable } from '../symbols/symbolTable.ts';
import type { Definition } from '../symbols/definitions.ts';
import { escapeMarkdown } from '../structure/escapeMarkdown.ts';

/** What is said of something that stands at a place. */
export interface EntityHover {
  readonly span: Span;
  /** Markdown. */
  readonly markdown: string;
}

/** As much of a paragraph is shown. */
const SHOWN = 700;
/** How many of a committee's next meetings are named. */
const MEETINGS = 3;

/** What there is to say of the date, the reference, the person, the committee or the acronym at an offset of a report. */
export function entityHoverAt(report: Paper, offset: number, context: RuleContext, cast: SymbolTable): EntityHover | undefined {
  const mention = referenceAt(cast, offset);
  const [named] = mention ? cast.names.get(mention.key) : [];
  if (mention && named) return { span: mention.whole, markdown: aboutNamed(named, report, context) };
  const dated = aboutDate(offset, context) ?? aboutWrittenDate(report, offset, context);
  if (dated) return dated;
  const found = councilSymbolAt(report, { context }, offset);
  const markdown = found && aboutKnown(found.known, context);
  return markdown === undefined ? undefined : { span: found?.span ?? { start: offset, end: offset }, markdown };
}

/** A paragraph, a section or whatever else is referred to, by its name and the beginning of its text. */
function aboutNamed({ name, kind, whole, value }: Definition, { text }: Paper, { fields }: RuleContext): string {
  if (kind === 'appendix' && value) {
    const [title, file] = ['title', 'file'].map((key) => fields.text([...value.path, key]).trim());
    const said = title === '' ? (value.text?.text.trim() ?? '') : title;
    return [
      `**${escapeMarkdown(name)}**${said ? `: ${escapeMarkdown(said)}` : ''}`,
      file ? `File: \`${file.replaceAll('`', '')}\`` : '',
    ]
      .filter(Boolean)
      .join('\n\n');
  }
  const own = value ? (value.text?.text ?? '') : text.slice(whole.start, Math.min(whole.end, whole.start + 4 * SHOWN));
  const shown = kind === 'section' && !value ? withoutHeading(own) : own;
  return `**${escapeMarkdown(name)}**\n\n${cut(shown.replaceAll('\r\n', '\n').trim())}`.trim();
}

function withoutHeading(text: string): string {
  return text.replace(/^#{1,6}[^\r\n]*[\r\n]*/, '');
}

/** Whole paragraphs as far as there is room, and of the first one as much as there is. */
function cut(text: string): string {
  if (text.length <= SHOWN) return text;
  const end = text.lastIndexOf('\n\n', SHOWN);
  if (end > 0) return `${text.slice(0, end)}\n\n…`;
  return `${text.slice(0, text.lastIndexOf(' ', SHOWN)).trimEnd()} …`;
}

/** A date of the form: its weekday; of a meeting also the last day to publish, and whether the committee meets then. */
function aboutDate(offset: number, context: RuleContext): EntityHover | undefined {
  const { fields } = context;
  const value = fields.all().find((one) => one.field?.kind === 'date' && one.text && one.span.start <= offset && offset <= one.span.end); // prettier-ignore
  const day = readDay(value?.text?.text ?? '');
  if (!value || day === undefined) return undefined;
  const isMeeting = value.path.at(-1) === 'date' && value.path[0] !== 'signed-off';
  const lines = isMeeting
    ? [`**${formatDayWithWeekday(day)}**`, ...aboutMeeting(day, value.path, context)]
    : [`**${formatDayWithWeekday(day)}**`];
  return { span: trimmedSpanOf(value), markdown: lines.join('\n\n') };
}

function aboutMeeting(day: Day, path: Path, { council, fields, today }: RuleContext): string[] {
  const { publishBy, left } = deadlineOf(day, today);
  const deadline = `Publish by ${formatDayWithWeekday(publishBy)}, five clear working days before: ${left}.`;
  const committee = findCommittee(council, fields.text([...path.slice(0, -1), 'committee']));
  if (!committee?.meetings?.length) return [deadline];
  const name = escapeMarkdown(committee.name.replace(/^the /i, ''));
  if (committee.meetings.includes(day)) return [deadline, `The ${name} meets then.`];
  return [deadline, `The calendar has no meeting of the ${name} then. ${nextMeetings(committee, today)}`.trim()];
}

function nextMeetings({ meetings = [] }: Committee, today: Day): string {
  const next = [...meetings].sort().filter((day) => day >= today).slice(0, MEETINGS); // prettier-ignore
  return next.length === 0 ? '' : `Next: ${joinWords(next.map(formatDayWithWeekday), 'and')}.`;
}

/** A date in running text: its weekday. */
function aboutWrittenDate({ body }: Paper, offset: number, { prose }: RuleContext): EntityHover | undefined {
  const field = prose.find(({ value }) => value?.text && value.span.start <= offset && offset <= value.span.end);
  const isInBody = offset >= body.span.start;
  for (const { text } of (field ?? (isInBody ? prose.find(({ value }) => !value) : undefined))?.passages ?? []) {
    const { start, end } = text.span;
    if (offset < start || offset > end) continue;
    for (const date of findDates(foldPunctuation(text.text).replaceAll('\n', ' '))) {
      const day = toDay(date);
      const span = text.spanOf(date.index, date.end);
      if (day === undefined || offset < span.start || offset > span.end) continue;
      const holiday = isBankHoliday(day) ? '\n\nA bank holiday.' : '';
      return { span, markdown: `**${formatDayWithWeekday(day)}**${holiday}` };
    }
  }
  return undefined;
}

function aboutKnown(known: CouncilSymbol, context: RuleContext): string | undefined {
  const { council, acronyms, today } = context;
  switch (known.kind) {
    case 'acronym': {
      const words = meaningOf(known.name, context) ?? MEANINGS.get(known.name);
      const written = acronyms.get(known.name)?.written ?? known.name;
      return words === undefined ? undefined : `**${escapeMarkdown(written)}**: ${escapeMarkdown(words)}`;
    }
    case 'committee': {
      const committee = findCommittee(council, known.name);
      return committee && [`**${escapeMarkdown(committee.name)}**`, nextMeetings(committee, today)].filter(Boolean).join('\n\n');
    }
    case 'person': {
      const person = personCalled(known.name, council);
      if (!person) return undefined;
      const { name, title, portfolio, tel, email } = person;
      const contact = [tel && `Tel: ${escapeMarkdown(tel)}`, email && `Email: ${escapeMarkdown(email)}`]
        .filter(Boolean)
        .join('  \n');
      const post = portfolio === undefined ? title : `Portfolio: ${portfolio}`;
      return [`**${escapeMarkdown(name)}**`, post && escapeMarkdown(post), contact].filter(Boolean).join('\n\n');
    }
  }
}
