import { REPORT_COMMANDS } from '../reports/commandIds.ts';
import { commands, Disposable, window, type ExtensionContext } from 'vscode';
import type { ReportFeatures } from '../reports/reportFeatures.ts';
import { CHECKLIST_VIEW } from '../reports/checklistMessages.ts';
import type { ClientSession } from '../session/clientSession.ts';

/** Registers the commands for managing reports. Their code is loaded when one of them is run, or the server has started. */
export function registerReportCommands(context: ExtensionContext, session: ClientSession): Disposable {
  let features: Promise<ReportFeatures> | undefined;
  const open = (): Promise<ReportFeatures> =>
    (features ??= import('../reports/reportFeatures.ts').then(({ ReportFeatures }) => new ReportFeatures(context, session)));
  return Disposable.from(
    ...REPORT_COMMANDS.map((name) =>
      commands.registerCommand(`scrutiny.${name}`, async (...given: readonly unknown[]) => (await open()).run(name, given)),
    ),
    window.registerWebviewPanelSerializer(CHECKLIST_VIEW, {
      deserializeWebviewPanel: async (panel, state: unknown) => (await open()).restore(panel, state),
    }),
    session.onDidConnect(() => void open()),
    new Disposable(() => void features?.then((one) => one.dispose())),
  );
}
