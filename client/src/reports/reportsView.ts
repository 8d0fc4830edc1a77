import {
  commands,
  ConfigurationTarget,
  Disposable,
  EventEmitter,
  MarkdownString,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  window,
  workspace,
  type ExtensionContext,
  type TreeDataProvider,
  type TreeView,
} from 'vscode';
import {
  BEGINNINGS,
  MEETINGS,
  MEETINGS_CHANGED,
  type NewReportOptionsResult,
  type MeetingItem,
  type MeetingsParams,
  type MeetingsResult,
  type ReadinessState,
  type ReportItem,
} from '../../../server/src/lsp/protocol/protocol.ts';
import type { ClientSession } from '../session/clientSession.ts';
import { sendRequest } from '../session/sendRequest.ts';

type Entry =
  | { readonly kind: 'meeting'; readonly meeting: MeetingItem }
  | { readonly kind: 'report'; readonly report: ReportItem; readonly meeting: MeetingItem }
  | { readonly kind: 'held'; readonly meetings: readonly MeetingItem[] };

const ONLY_MINE = 'scrutiny.onlyMine';
/** What changes within this time is shown at once: somebody is typing. In milliseconds. */
const PATIENCE = 300;

const ICONS: Readonly<Record<ReadinessState, ThemeIcon>> = {
  ready: new ThemeIcon('pass', new ThemeColor('testing.iconPassed')),
  'needs work': new ThemeIcon('circle-large-outline', new ThemeColor('list.warningForeground')),
  late: new ThemeIcon('error', new ThemeColor('list.errorForeground')),
};
const STATES: Readonly<Record<ReadinessState, string>> = { ready: 'Ready', 'needs work': 'Needs work', late: 'Late' };

const DAYS = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }); // prettier-ignore

/** The view of all reports: meetings in the order of their days, beneath each its reports and how far they are. */
export class ReportsView implements TreeDataProvider<Entry>, Disposable {
  private readonly changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly view: TreeView<Entry>;
  private readonly subscriptions: Disposable;
  private heard: Disposable | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private onlyMine: boolean;

  constructor(
    private readonly context: ExtensionContext,
    private readonly session: ClientSession,
  ) {
    this.onlyMine = context.workspaceState.get(ONLY_MINE, false);
    this.view = window.createTreeView('scrutiny.reports', { treeDataProvider: this, showCollapseAll: true });
    this.subscriptions = Disposable.from(
      this.view,
      this.changed,
      session.onDidConnect(() => this.listen()),
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('scrutiny.me')) this.refresh();
      }),
    );
    this.listen();
    this.tell();
  }

  /** The report that an entry stands for. */
  uriOf(entry: unknown): Uri | undefined {
    return isEntry(entry) && entry.kind === 'report' ? Uri.parse(entry.report.uri, true) : undefined;
  }

  refresh(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.changed.fire(undefined);
  }

  /** Leaves only the reports that name the person as officer contact; who that is, is asked once. */
  async showMine(): Promise<void> {
    if (me() === '' && !(await this.askWho())) return;
    await this.show(true);
  }

  showAll(): Promise<void> {
    return this.show(false);
  }

  async getChildren(entry?: Entry): Promise<Entry[]> {
    if (!entry) return this.top();
    if (entry.kind === 'held') return entry.meetings.map((meeting) => ({ kind: 'meeting', meeting }));
    if (entry.kind === 'report') return [];
    return entry.meeting.reports.map((report) => ({ kind: 'report', report, meeting: entry.meeting }));
  }

  getTreeItem(entry: Entry): TreeItem {
    switch (entry.kind) {
      case 'meeting':
        return meetingItem(entry.meeting);
      case 'report':
        return reportItem(entry.report, entry.meeting);
      case 'held': {
        const item = new TreeItem('Earlier meetings', TreeItemCollapsibleState.Collapsed);
        return Object.assign(item, {
          id: 'held',
          iconPath: new ThemeIcon('history'),
          description: String(entry.meetings.length),
        });
      }
    }
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.heard?.dispose();
    this.subscriptions.dispose();
  }

  /** Hears of changes from the server that runs now. */
  private listen(): void {
    this.heard?.dispose();
    this.heard = this.session.client?.onNotification(MEETINGS_CHANGED, () => {
      this.timer ??= setTimeout(() => this.refresh(), PATIENCE);
    });
    this.refresh();
  }

  private async top(): Promise<Entry[]> {
    const { client } = this.session;
    if (!client) return [];
    const officer = me();
    const params: MeetingsParams = officer === '' ? {} : { officer };
    const every = await client.sendRequest<MeetingsResult>(MEETINGS, params);
    const meetings = this.onlyMine ? every.map(mineOf).filter(({ reports }) => reports.length > 0) : every;
    await commands.executeCommand('setContext', 'scrutiny.reports', every.length === 0 ? 'none' : meetings.length === 0 ? 'none of mine' : 'some'); // prettier-ignore
    const held = meetings.filter(({ isHeld }) => isHeld);
    const next = meetings.filter(({ isHeld }) => !isHeld).map((meeting): Entry => ({ kind: 'meeting', meeting }));
    return held.length === 0 ? next : [...next, { kind: 'held', meetings: held.reverse() }];
  }

  private async show(onlyMine: boolean): Promise<void> {
    this.onlyMine = onlyMine;
    await this.context.workspaceState.update(ONLY_MINE, onlyMine);
    this.tell();
    this.refresh();
  }

  private tell(): void {
    this.view.description = this.onlyMine ? me() : '';
    void commands.executeCommand('setContext', ONLY_MINE, this.onlyMine);
  }

  private async askWho(): Promise<boolean> {
    const beginnings = (await sendRequest<NewReportOptionsResult>(this.session, BEGINNINGS)) ?? [];
    const officers = beginnings.flatMap(({ officers }) => officers);
    const title = 'Which officer contact are you?';
    const chosen =
      officers.length > 0
        ? (await window.showQuickPick(officers.map(({ name, title: post = '' }) => ({ label: name, description: post })), { title }))?.label // prettier-ignore
        : await window.showInputBox({ title, prompt: 'Your name or e-mail address, as it stands in your reports.' });
    if (chosen === undefined || chosen.trim() === '') return false;
    await workspace.getConfiguration('scrutiny').update('me', chosen.trim(), ConfigurationTarget.Global);
    return true;
  }
}

/** The person's name or e-mail address, as the settings have it. */
function me(): string {
  return workspace.getConfiguration('scrutiny').get<string>('me', '').trim();
}

function mineOf(meeting: MeetingItem): MeetingItem {
  return { ...meeting, reports: meeting.reports.filter(({ isMine }) => isMine) };
}

function isEntry(given: unknown): given is Entry {
  return typeof given === 'object' && given !== null && 'kind' in given;
}

function meetingItem({ name, committee, day, state, publishBy, left, isHeld }: MeetingItem): TreeItem {
  const body = committee === '' ? 'No committee named' : committee;
  // In short, so that the committee's name has room behind it.
  const when = day === undefined ? 'No date' : DAYS.format(new Date(`${day}T00:00:00Z`)).replace(',', '');
  const open = isHeld ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.Expanded;
  const item = new TreeItem(when, open);
  const deadline = publishBy === undefined || isHeld ? undefined : `publish by ${publishBy}: ${left ?? ''}`;
  item.id = `meeting ${day ?? ''} ${committee}`;
  item.contextValue = 'meeting';
  item.iconPath = isHeld ? new ThemeIcon('calendar') : ICONS[state];
  item.description = body;
  item.tooltip = new MarkdownString()
    .appendMarkdown('**')
    .appendText(name)
    .appendMarkdown('**\n\n')
    .appendText([isHeld ? 'This meeting has been held.' : `${STATES[state]}.`, ...(deadline ? [`Publish by ${publishBy}: ${left}.`] : [])].join(' ')); // prettier-ignore
  // As it is seen, and then what the icon says.
  const label = [when, body, isHeld ? 'held' : STATES[state], deadline].filter((part) => part !== undefined).join(', ');
  item.accessibilityInformation = { label };
  return item;
}

function reportItem({ uri, title, template, state, found, isExempt }: ReportItem, meeting: MeetingItem): TreeItem {
  const item = new TreeItem(title);
  const parts = [...(isExempt ? ['exempt'] : []), found];
  item.id = `report ${meeting.day ?? ''} ${meeting.committee} ${uri}`;
  item.contextValue = 'report';
  item.iconPath = ICONS[state];
  item.description = parts.join(' · ');
  item.command = { title: 'Open Report', command: 'vscode.open', arguments: [Uri.parse(uri, true)] };
  item.tooltip = new MarkdownString()
    .appendMarkdown('**')
    .appendText(title)
    .appendMarkdown('**\n\n')
    .appendText(`${template ?? 'No template'} · ${isExempt ? 'exempt · ' : ''}${STATES[state]}: ${found}`)
    .appendMarkdown('\n\n')
    .appendText(workspace.asRelativePath(Uri.parse(uri, true)));
  item.accessibilityInformation = { label: [title, STATES[state], ...parts].join(', ') };
  return item;
}
