import { commands, Disposable, Uri, window, type ExtensionContext, type WebviewPanel } from 'vscode';
import type { ReportCommand } from './commandIds.ts';
import { activeReportDocument } from '../extension/activeReport.ts';
import type { ClientSession } from '../session/clientSession.ts';
import { registerDropAndPaste } from './dropAndPaste.ts';
import { Checklists } from './checklists.ts';
import { openExample } from './openExample.ts';
import { beginReport } from './newReport.ts';
import { ReportsView } from './reportsView.ts';

/** What people at a desk do beside writing: begin reports, look after all of them, finish them, bring things in. */
export class ReportFeatures implements Disposable {
  private readonly reports: ReportsView;
  private readonly checklists: Checklists;
  private readonly subscriptions: Disposable;

  constructor(
    private readonly context: ExtensionContext,
    private readonly session: ClientSession,
  ) {
    this.reports = new ReportsView(context, session);
    this.checklists = new Checklists(context.extensionUri, session);
    this.subscriptions = Disposable.from(this.reports, this.checklists, registerDropAndPaste(session));
  }

  /** @param given what VS Code hands to the command: a report's URI, an entry of the view, or nothing */
  async run(command: ReportCommand, [target]: readonly unknown[]): Promise<void> {
    switch (command) {
      case 'newReport':
        return beginReport(this.context, this.session);
      case 'checkForPublication':
        return this.check(target instanceof Uri ? target : activeReportDocument()?.uri);
      case 'checkFromReports':
        return this.check(this.reports.uriOf(target));
      case 'previewFromReports':
        return this.hand('scrutiny.openPreview', this.reports.uriOf(target));
      case 'exportFromReports':
        return this.hand('scrutiny.exportReport', this.reports.uriOf(target));
      case 'refreshReports':
        return this.reports.refresh();
      case 'showMyReports':
        return this.reports.showMine();
      case 'showAllReports':
        return this.reports.showAll();
      case 'openExample':
        return openExample(this.context.extensionUri);
    }
  }

  /** Brings back a checklist that was open when the window was closed. */
  restore(panel: WebviewPanel, state: unknown): Promise<void> {
    return this.checklists.restore(panel, state);
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  private async check(uri: Uri | undefined): Promise<void> {
    if (uri) await this.checklists.open(uri);
    else void window.showInformationMessage('Open the report that is to be checked first.');
  }

  private async hand(command: string, uri: Uri | undefined): Promise<void> {
    if (uri) await commands.executeCommand(command, uri);
  }
}
