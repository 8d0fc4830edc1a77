import * as vscode from 'vscode';

/** The files, by their paths; the bundle has them in place of this. */
declare const FILES: Readonly<Record<string, string>>;

/** A file system `memory:` that is in this window alone: no disk, no server, no search. */
export function activate(context: vscode.ExtensionContext): void {
  const files = new MemoryFiles();
  for (const [path, text] of Object.entries(FILES)) files.put(`/northmoor/${path}`, new TextEncoder().encode(text));
  context.subscriptions.push(
    vscode.workspace.registerFileSystemProvider('memory', files, { isCaseSensitive: true }),
    // What somebody else changes meanwhile.
    vscode.commands.registerCommand('memory.rename', () => files.replace('/northmoor/council.yaml', 'Northmoor', 'Southmoor')),
    vscode.commands.registerCommand('memory.add', () => {
      const uri = vscode.Uri.from({ scheme: 'memory', path: '/northmoor' });
      vscode.workspace.updateWorkspaceFolders(vscode.workspace.workspaceFolders?.length ?? 0, 0, { uri });
    }),
  );
}

class MemoryFiles implements vscode.FileSystemProvider {
  private readonly contents = new Map<string, Uint8Array>();
  private readonly folders = new Set(['/']);
  private readonly times = new Map<string, number>();
  private readonly changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changed.event;

  put(path: string, content: Uint8Array): void {
    for (let at = path.indexOf('/', 1); at !== -1; at = path.indexOf('/', at + 1)) this.folders.add(path.slice(0, at));
    this.contents.set(path, content);
  }

  replace(path: string, old: string, text: string): void {
    const uri = vscode.Uri.from({ scheme: 'memory', path });
    const before = new TextDecoder().decode(this.readFile(uri));
    this.writeFile(uri, new TextEncoder().encode(before.replaceAll(old, text)));
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const { path } = uri;
    if (this.folders.has(path)) return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    const { length } = this.readFile(uri);
    return { type: vscode.FileType.File, ctime: 0, mtime: this.times.get(path) ?? 0, size: length };
  }

  readDirectory({ path: folder }: vscode.Uri): [string, vscode.FileType][] {
    const inside = (path: string): string[] => {
      const [name = '', ...deeper] = path.startsWith(`${folder}/`) ? path.slice(folder.length + 1).split('/') : [];
      return name !== '' && deeper.length === 0 ? [name] : [];
    };
    return [
      ...[...this.folders].flatMap(inside).map((name): [string, vscode.FileType] => [name, vscode.FileType.Directory]),
      ...[...this.contents.keys()].flatMap(inside).map((name): [string, vscode.FileType] => [name, vscode.FileType.File]),
    ];
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const content = this.contents.get(uri.path);
    if (!content) throw vscode.FileSystemError.FileNotFound(uri);
    return content;
  }

  writeFile(uri: vscode.Uri, content: Uint8Array): void {
    const isNew = !this.contents.has(uri.path);
    this.times.set(uri.path, (this.times.get(uri.path) ?? 0) + 1);
    this.put(uri.path, content);
    this.tell(uri, isNew ? vscode.FileChangeType.Created : vscode.FileChangeType.Changed);
  }

  createDirectory(uri: vscode.Uri): void {
    this.folders.add(uri.path);
    this.tell(uri, vscode.FileChangeType.Created);
  }

  delete(uri: vscode.Uri): void {
    this.contents.delete(uri.path);
    this.tell(uri, vscode.FileChangeType.Deleted);
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    this.writeFile(to, this.readFile(from));
    this.delete(from);
  }

  private tell(uri: vscode.Uri, type: vscode.FileChangeType): void {
    this.changed.fire([{ uri, type }]);
  }
}
