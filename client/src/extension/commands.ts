import { commands, Disposable, window, type ExtensionContext } from 'vscode';
import type { ReportFeatures } from '../reports/reportFeatures.ts';
import { CHECKLIST_VIEW } from '../reports/checklistMessages.ts';
import type { ClientSession } from '../session/clientSession.ts';

/** The commands that the desk runs, without `scrutiny.`. */
export const REPORT_COMMANDS = [
  'newReport',
  'checkForPublication',
  'refreshReports',
  'showMyReports',
  'showAllReports',
  'previewFromReports',
  'checkFromReports',
  'exportFromReports',
  'openExample',
] as const;

export type ReportCommand = (typeof REPORT_COMMANDS)[number];

/** Offers what people at a desk do. It is not even read before one of its commands is run or the server runs. */
export function registerReportCommands(context: ExtensionContext, session: ClientSession): Disposable {
  let desk: Promise<ReportFeatures> | undefined;
  const open = (): Promise<ReportFeatures> =>
    (desk ??= import('../reports/reportFeatures.ts').then(({ ReportFeatures }) => new ReportFeatures(context, session)));
  return Disposable.from(
    ...REPORT_COMMANDS.map((name) =>
      commands.registerCommand(`scrutiny.${name}`, async (...given: readonly unknown[]) => (await open()).run(name, given)),
    ),
    window.registerWebviewPanelSerializer(CHECKLIST_VIEW, {
      deserializeWebviewPanel: async (panel, state: unknown) => (await open()).restore(panel, state),
    }),
    session.onDidConnect(() => void open()),
    new Disposable(() => void desk?.then((one) => one.dispose())),
  );
}
