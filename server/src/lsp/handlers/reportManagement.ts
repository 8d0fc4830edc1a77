import type { Connection } from 'vscode-languageserver';
import { addAppendices } from '../../language/codeActions/addAppendices.ts';
import { NewReportService } from './newReportService.ts';
import { checklistOf } from './checklistRequest.ts';
import { textEdits } from './completionItems.ts';
import { offsetAt } from '../documents/convert.ts';
import type { Documents } from '../documents/documents.ts';
import type { DocumentProvider } from '../documents/documentProvider.ts';
import type { Folders } from '../documents/folders.ts';
import type { IdleWaiter } from '../diagnostics/idle.ts';
import { MeetingIndex } from './meetingIndex.ts';
import {
  ADD_APPENDICES,
  BEGINNINGS,
  CHECKLIST,
  MEETINGS,
  MEETINGS_CHANGED,
  NEW_REPORT,
  type AddAppendicesParams,
  type AddAppendicesResult,
  type NewReportOptionsResult,
  type ChecklistParams,
  type ChecklistResult,
  type MeetingsParams,
  type MeetingsResult,
  type NewReportParams,
  type NewReportResult,
} from '../protocol/protocol.ts';
import type { WorkspaceScanner } from '../diagnostics/workspaceScanner.ts';

/** Answers what an editor asks for the people at a desk: which reports there are, how to begin one, what is left to do. */
export class ReportManagement {
  private readonly overview: MeetingIndex;
  private readonly beginnings: NewReportService;

  constructor(
    private readonly connection: Connection,
    private readonly folders: Folders,
    documents: Documents,
    sweep: WorkspaceScanner,
    lull: IdleWaiter,
  ) {
    const tell = (): void => void connection.sendNotification(MEETINGS_CHANGED);
    this.overview = new MeetingIndex(folders, documents, sweep, lull, tell);
    this.beginnings = new NewReportService(folders, sweep);
  }

  /** A report, or what reports depend on, may have changed. */
  changed(): void {
    this.overview.changed();
  }

  /** A file, or a folder with all in it, has come, changed or gone. */
  forget(path: string): void {
    this.overview.forget(path);
  }

  listen(provider: DocumentProvider): void {
    const { connection } = this;
    connection.onRequest(MEETINGS, async (params: MeetingsParams | null): Promise<MeetingsResult> => {
      await provider.upToDate();
      return this.overview.meetings(params ?? {});
    });
    connection.onRequest(CHECKLIST, async ({ uri }: ChecklistParams): Promise<ChecklistResult> => {
      const found = await provider.diagnose(uri);
      return (found && checklistOf(found.document, found.diagnosis, this.folders)) ?? null;
    });
    connection.onRequest(BEGINNINGS, async (): Promise<NewReportOptionsResult> => {
      await provider.upToDate();
      return this.beginnings.list();
    });
    connection.onRequest(NEW_REPORT, async (params: NewReportParams): Promise<NewReportResult> => {
      await provider.upToDate();
      return (await this.beginnings.begin(params)) ?? null;
    });
    connection.onRequest(ADD_APPENDICES, async (params: AddAppendicesParams): Promise<AddAppendicesResult> => {
      const report = (await provider.diagnose(params.uri))?.diagnosis.report;
      if (!report) return null;
      const { lines } = report.report;
      const edits = addAppendices(report.report, offsetAt(lines, params.position), params.files, report.checked.context);
      return edits ? textEdits(edits, lines) : null;
    });
  }
}
