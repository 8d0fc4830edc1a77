import { relativeTo } from '../../workspace/files/paths.ts';
import type { DocumentDiagnosis, OpenDocument } from '../documents/documents.ts';
import type { Folders } from '../documents/folders.ts';
import type { DocumentStatus } from '../protocol/protocol.ts';

/** What a client shows of a document beside its diagnostics. */
export function statusOf(
  { uri, path }: OpenDocument,
  { report, council: { file, knowledge } }: DocumentDiagnosis,
  folders: Folders,
): DocumentStatus {
  const findings = report?.checked.findings ?? [];
  const count = (wanted: string): number => findings.filter(({ severity }) => severity === wanted).length;
  const template = report?.checked.context.template?.title;
  return {
    uri,
    isReport: report !== undefined,
    ...(template === undefined ? {} : { template }),
    ...(file ? { council: { uri: folders.uriOf(file.name), name: knowledge.council.name ?? nameOf(file.name, folders) } } : {}),
    stage: folders.stageOf(path),
    errors: count('error'),
    warnings: count('warning'),
    notes: count('info'),
  };
}

function nameOf(path: string, folders: Folders): string {
  const folder = folders.folderOf(path);
  return (folder && relativeTo(folder.path, path)) ?? path;
}

/** Passes on each document's status when it is another than the last. */
export class StatusNotifier {
  private readonly last = new Map<string, string>();

  constructor(private readonly tell: (status: DocumentStatus) => void) {}

  take(status: DocumentStatus): void {
    const spelled = JSON.stringify(status);
    if (this.last.get(status.uri) === spelled) return;
    this.last.set(status.uri, spelled);
    this.tell(status);
  }

  forget(uri: string): void {
    this.last.delete(uri);
  }
}
