import type { Connection } from 'vscode-languageserver';
import { earliestMeeting } from '../../council/committees.ts';
import { deadlineOf } from '../../council/deadline.ts';
import type { Layout } from '../../layout/model.ts';
import { writeBlocks, writeBody, type HtmlOptions } from '../../layout/html/htmlWriter.ts';
import { writeHtml } from '../../layout/html/htmlFile.ts';
import { createLayout } from '../../layout/createLayout.ts';
import { previewSheets } from '../../layout/html/styleSheet.ts';
import { writeWord } from '../../layout/docx/docxWriter.ts';
import type { RuleContext } from '../../analysis/ruleContext.ts';
import { base64 } from '../../text/base64.ts';
import { formatDayWithWeekday } from '../../text/day.ts';
import { pictureFiles } from '../../workspace/reports/assets.ts';
import { rangeOf, SEVERITIES } from '../documents/convert.ts';
import type { CheckedReport } from '../documents/reportChecker.ts';
import type { DocumentDiagnosis, OpenDocument } from '../documents/documents.ts';
import type { Folders } from '../documents/folders.ts';
import type { ClientFileSystem } from '../documents/clientFileSystem.ts';
import { withTimeout } from '../server/withTimeout.ts';
import { Pictures } from './pictures.ts';
import type { Platform } from '../server/platform.ts';
import { diffPreview, type SentPreview } from './previewChanges.ts';
import {
  EXPORT,
  PREVIEW,
  PREVIEW_CHANGE,
  PREVIEWS_CHANGED,
  type ExportParams,
  type ExportResult,
  type PreviewContent,
  type PreviewChangeParams,
  type PreviewChangeResult,
  type PreviewDeadline,
  type PreviewParams,
  type PreviewResult,
} from '../protocol/protocol.ts';

/** An open report as it is now. */
interface Found {
  readonly document: OpenDocument;
  readonly diagnosis: DocumentDiagnosis;
}

/** A report laid out, and how it is written as HTML. */
interface LaidOut {
  readonly layout: Layout;
  readonly options: HtmlOptions;
}

export interface PreviewSources {
  /** An open document once all that was typed is in. */
  readonly latest: (uri: string) => Promise<Found | undefined>;
  readonly folders: Folders;
  readonly mirror: ClientFileSystem;
  readonly platform: Platform;
}

/** Shows open reports as the committee will see them. */
export class Previews {
  private isWatched = false;
  private readonly pictures: Pictures;
  /** What was given last of each document. */
  private readonly given = new WeakMap<OpenDocument, SentPreview>();
  private answer: Promise<unknown> = Promise.resolve();
  /** Another server has begun with another number. */
  private lastId = Math.floor(Math.random() * 2 ** 40);

  constructor(
    private readonly connection: Connection,
    private readonly sources: PreviewSources,
  ) {
    this.pictures = new Pictures(sources.folders.files);
    connection.onRequest(PREVIEW, (params: PreviewParams) => this.preview(params));
    connection.onRequest(PREVIEW_CHANGE, (params: PreviewChangeParams) => {
      const answer = this.change(params);
      this.answer = answer;
      return answer;
    });
    connection.onRequest(EXPORT, (params: ExportParams) => this.export(params));
  }

  /** To be called when what reports are checked or laid out with may be another. */
  changed(): void {
    this.pictures.forget();
    if (this.isWatched) void this.connection.sendNotification(PREVIEWS_CHANGED);
  }

  /**
   * Resolves when the change that was asked for last is answered. An editor that is told of findings first draws them before it shows
   * the change, which is what the eye follows.
   */
  async answered(): Promise<void> {
    await withTimeout(this.answer, this.sources.platform);
  }

  private async preview({ uri }: PreviewParams): Promise<PreviewResult> {
    this.isWatched = true;
    const found = await this.sources.latest(uri);
    const read = found?.diagnosis.report;
    if (!read) return null;
    const { layout, options } = await this.layOut(found, read);
    return { ...this.about(found.diagnosis.version, read, layout), html: writeBody(layout, options) };
  }

  private async change({ uri, since }: PreviewChangeParams): Promise<PreviewChangeResult> {
    this.isWatched = true;
    const found = await this.sources.latest(uri);
    const read = found?.diagnosis.report;
    if (!read) return null;
    const { layout, options } = await this.layOut(found, read);
    const { document, diagnosis } = found;
    const before = this.given.get(document);
    const { text, lines } = read.report;
    const now: SentPreview = {
      ...this.about(diagnosis.version, read, layout),
      ...{ id: ++this.lastId, text, textLines: lines },
      ...{ kind: `report ${layout.kind}`, blocks: writeBlocks(layout, options) },
    };
    this.given.set(document, now);
    return diffPreview(before?.id === since ? before : undefined, now);
  }

  private about(version: number, { report, checked }: CheckedReport, layout: Layout): Omit<PreviewContent, 'html'> {
    const deadline = previewDeadline(checked.context);
    return {
      version,
      title: layout.title,
      styles: previewSheets(layout),
      findings: checked.findings.map(({ rule, severity, message, span }) => {
        return { rule, severity: SEVERITIES[severity], message, range: rangeOf(report.lines, span) };
      }),
      stage: checked.context.stage,
      ...(deadline ? { deadline } : {}),
    };
  }

  private async export({ uri, format }: ExportParams): Promise<ExportResult> {
    const found = await this.sources.latest(uri);
    const read = found?.diagnosis.report;
    if (!read) return { problem: 'This is no report: it has no line “template: …” between lines of ---.' };
    const { layout } = await this.layOut(found, read);
    if (format === 'html') return { content: base64(new TextEncoder().encode(writeHtml(layout))) };
    if (format === 'docx') return { content: base64(await writeWord(layout, await this.sources.platform.drawForWord?.(layout))) };
    const { printPdf } = this.sources.platform;
    if (!printPdf) return { problem: `A PDF cannot be made in a browser. ${INSTEAD}` };
    const printed = await printPdf(writeHtml(layout));
    return 'problem' in printed ? { problem: `${printed.problem} ${INSTEAD}` } : { content: base64(printed.pdf) };
  }

  /** Lays a report out anew from what was read of it; pictures that only the client can read are asked for once. */
  private async layOut({ document, diagnosis }: Found, { report, checked }: CheckedReport): Promise<LaidOut> {
    const { folders, mirror } = this.sources;
    const find = pictureFiles(folders.files, document.path, diagnosis.council);
    const files = new Map<Uint8Array, string>();
    const unread = new Set<string>();
    const asset = (path: string, from: 'report' | 'council'): Uint8Array | undefined => {
      const file = find(path, from);
      if (file === undefined) return undefined;
      const bytes = this.pictures.read(file);
      if (bytes) files.set(bytes, file);
      else unread.add(file);
      return bytes;
    };
    const { fields, council } = checked.context;
    const layout = createLayout(report, fields, { council, asset });
    const isNews = await mirror.fetch([...unread].map((file) => folders.uriOf(file)));
    const options: HtmlOptions = {
      lineOf: (offset) => report.lines.placeAt(offset).line,
      findings: checked.findings,
      addressOf: ({ bytes }) => `${folders.uriOf(files.get(bytes) ?? '')}?v=${this.pictures.stateOf(bytes)}`,
    };
    return { layout: isNews ? createLayout(report, fields, { council, asset }) : layout, options };
  }
}

const INSTEAD = 'Export the report as HTML instead, open that in a browser and print it as PDF.';

/** When a report must be published for its first meeting. */
function previewDeadline({ fields, today }: RuleContext): PreviewDeadline | undefined {
  const meeting = earliestMeeting(fields);
  if (!meeting) return undefined;
  const { publishBy, left } = deadlineOf(meeting.day, today);
  return { day: formatDayWithWeekday(publishBy), left };
}
