import {
  commands,
  SnippetString,
  Uri,
  window,
  workspace,
  type ExtensionContext,
  type QuickPickItem,
  type TextDocument,
} from 'vscode';
import {
  BEGINNINGS,
  NEW_REPORT,
  type NewReportOptions,
  type NewReportOptionsResult,
  type NewReportParams,
  type NewReportResult,
  type NextMeeting,
  type ContactOption,
} from '../../../server/src/lsp/protocol/protocol.ts';
import type { ClientSession } from '../session/clientSession.ts';
import { sendRequest } from '../session/sendRequest.ts';
import { runSteps, BACK, pickItem, type as typeLine, type Answer, type Step } from './multiStepInput.ts';

/** Where the last contact's name is kept, who comes first the next time. */
const LAST_CONTACT = 'scrutiny.lastContact';

interface Choice<T> extends QuickPickItem {
  readonly value: T;
}

type Mutable<T> = { -readonly [key in keyof T]: T[key] };

/** Asks what a new report is to be, and opens it with the cursor at the first thing to fill in, its preview beside it. */
export async function beginReport(context: ExtensionContext, session: ClientSession): Promise<void> {
  const beginnings = await sendRequest<NewReportOptionsResult>(session, BEGINNINGS);
  if (!beginnings) return;
  const asked = await askWhat(beginnings, context.globalState.get<string>(LAST_CONTACT));
  const report = asked && (await sendRequest<NewReportResult>(session, NEW_REPORT, asked));
  if (!report) return;
  if (asked.contact) await context.globalState.update(LAST_CONTACT, asked.contact.name);
  const document = await openNew(report.name, report.folder);
  const editor = await window.showTextDocument(document);
  await editor.insertSnippet(new SnippetString(report.snippet));
  await commands.executeCommand('scrutiny.openPreviewToSide', document.uri);
}

/** The questions; nothing for a person who has called it off. */
async function askWhat(beginnings: NewReportOptionsResult, last: string | undefined): Promise<NewReportParams | undefined> {
  let [beginning] = beginnings;
  const chosen: Mutable<Partial<NewReportParams>> = {};
  const isDone = await runSteps('New committee report', [
    ...(beginnings.length > 1
      ? [
          async (step: Step) =>
            take(
              await pickItem(beginnings.map(councilItem), 'Which council’s report is it?', step),
              (value) => (beginning = value),
            ),
        ]
      : []),
    async (step) =>
      take(await pickItem(templatesOf(beginning), 'Which kind of report?', step), (value) => (chosen.template = value)),
    async (step) => {
      const committees = committeesOf(beginning);
      if (committees.length === 0) return 'skip';
      return take(await pickItem(committees, 'For which committee?', step), (value) => (chosen.committee = value));
    },
    async (step) => {
      const meetings = meetingsOf(beginning, chosen.committee);
      if (meetings.length === 0) return 'skip';
      return take(await pickItem(meetings, 'For which meeting?', step), (value) => (chosen.date = value));
    },
    async (step) =>
      take(await typeLine('What is it about? A few words; it can be changed later.', 'Library opening hours', step), (value) => {
        chosen.title = value;
      }),
    async (step) => {
      const officers = officersOf(beginning, last);
      if (officers.length === 0) return 'skip';
      return take(await pickItem(officers, 'Who is the officer contact?', step), (value) => {
        if (value) chosen.contact = value;
        else delete chosen.contact;
      });
    },
  ]);
  const { template, ...known } = chosen;
  if (!isDone || template === undefined) return undefined;
  const council = beginning?.council?.uri;
  return { template, ...(council === undefined ? {} : { council }), ...withoutBlanks(known) };
}

function take<T>(answer: Answer<Choice<T> | T>, keep: (value: T) => unknown): 'next' | typeof BACK | undefined {
  if (answer === undefined) return undefined;
  if (answer === BACK) return BACK;
  keep(isChoice(answer) ? answer.value : answer);
  return 'next';
}

function isChoice<T>(answer: Choice<T> | T): answer is Choice<T> {
  return typeof answer === 'object' && answer !== null && 'value' in answer;
}

function withoutBlanks<T extends object>(known: T): Partial<T> {
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== '')) as Partial<T>;
}

function councilItem(beginning: NewReportOptions): Choice<NewReportOptions> {
  const { council } = beginning;
  const place = council && workspace.asRelativePath(Uri.parse(council.uri, true));
  return { label: council?.name ?? 'No council', ...(place === undefined ? {} : { description: place }), value: beginning };
}

function templatesOf(beginning: NewReportOptions | undefined): Choice<string>[] {
  return (beginning?.templates ?? []).map(({ name, title, description }) => ({ label: title, detail: description, value: name }));
}

function committeesOf(beginning: NewReportOptions | undefined): Choice<string>[] {
  const listed = (beginning?.committees ?? []).map(({ name, meetings }): Choice<string> => {
    const next = meetings.find(({ isLate }) => !isLate);
    return { label: name, description: next ? `next: ${next.said}` : 'no meeting known', value: name };
  });
  return listed.length === 0 ? [] : [...listed, { label: 'Another committee', description: 'fill it in later', value: '' }];
}

function meetingsOf(beginning: NewReportOptions | undefined, committee: string | undefined): Choice<string>[] {
  const meetings = beginning?.committees.find(({ name }) => name === committee)?.meetings ?? [];
  const item = ({ day, said, publishBy, left, isLate }: NextMeeting): Choice<string> => ({
    label: `${isLate ? '$(warning)' : '$(calendar)'} ${said}`,
    description: isLate ? `too late: it had to be published by ${publishBy}` : `publish by ${publishBy}, ${left}`,
    value: day,
  });
  if (meetings.length === 0) return [];
  const inTime = [...meetings.filter(({ isLate }) => !isLate), ...meetings.filter(({ isLate }) => isLate)];
  return [...inTime.map(item), { label: 'Another date', description: 'fill it in later', value: '' }];
}

/** Everybody who may be the contact: the person themselves first, then whoever was it last. */
function officersOf(beginning: NewReportOptions | undefined, last: string | undefined): Choice<ContactOption | undefined>[] {
  const me = workspace.getConfiguration('scrutiny').get<string>('me', '').trim().toLowerCase();
  const rank = ({ name, email }: ContactOption): number =>
    [name, email].some((one) => one !== undefined && me !== '' && one.toLowerCase() === me) ? 0 : name === last ? 1 : 2;
  const officers = [...(beginning?.officers ?? [])].sort((a, b) => rank(a) - rank(b));
  if (officers.length === 0) return [];
  return [
    ...officers.map((officer) => ({ label: officer.name, description: officer.title ?? '', value: officer })),
    { label: 'Somebody else', description: 'fill it in later', value: undefined },
  ];
}

/**
 * An empty document that is saved under a name in a folder that nothing has yet; in a window without folders, under none. Of one that
 * has no file VS Code knows only the path, not the file system: beside a disk it is made a file at once, where files may be written.
 */
async function openNew(name: string, folder: string | undefined): Promise<TextDocument> {
  const where = folder === undefined ? undefined : Uri.parse(folder, true);
  const isOnDisk = where !== undefined && ['file', 'vscode-remote'].includes(where.scheme);
  for (let number = 1; where && (isOnDisk || workspace.isTrusted); number++) {
    const numbered = number === 1 ? name : name.replace(/\.md$/, `-${number}.md`);
    const file = Uri.joinPath(where, numbered);
    if (await isTaken(file)) continue;
    if (isOnDisk) return workspace.openTextDocument(file.with({ scheme: 'untitled' }));
    if (await isWritten(file)) return workspace.openTextDocument(file);
    break;
  }
  return workspace.openTextDocument({ language: 'markdown', content: '' });
}

/** Makes a file, unless its file system takes none. */
async function isWritten(file: Uri): Promise<boolean> {
  return workspace.fs.writeFile(file, new Uint8Array()).then(
    () => true,
    () => false,
  );
}

async function isTaken(file: Uri): Promise<boolean> {
  const planned = file.with({ scheme: 'untitled' }).toString();
  if (workspace.textDocuments.some(({ uri }) => uri.toString() === planned)) return true;
  return workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
}
