import { URI, Utils } from 'vscode-uri';

/**
 * The path of a document: with `/`, absolute, and for Windows with the drive in a capital letter, as a `FileSystem` has it.
 * What is not on a disk has a path too, which begins with its scheme.
 */
export function pathOf(uri: string): string {
  const { scheme, authority, path } = URI.parse(uri);
  if (scheme !== 'file') return `/${scheme}:/${authority}${path.startsWith('/') ? '' : '/'}${path}`;
  if (authority !== '') return `//${authority}${path}`;
  return /^\/[A-Za-z]:/.test(path) ? path.slice(1).replace(/^[a-z]/, (drive) => drive.toUpperCase()) : path;
}

/** The URI of a path that {@link pathOf} gave, or of one below it. */
export function uriOf(path: string): string {
  const virtual = /^\/([a-z][\w+.-]+):\/([^/]*)(.*)$/s.exec(path);
  if (virtual) return URI.from({ scheme: virtual[1] ?? '', authority: virtual[2] ?? '', path: virtual[3] ?? '' }).toString();
  const share = /^\/\/([^/]+)(.*)$/s.exec(path);
  if (share) return URI.from({ scheme: 'file', authority: share[1] ?? '', path: share[2] ?? '' }).toString();
  return URI.from({ scheme: 'file', path: path.startsWith('/') ? path : `/${path}` }).toString();
}

/** The URI of what stands below a folder, in the form that the editor gave the folder's own; letters spelled as VS Code does. */
export function uriBelow(folder: string, rest: string): string {
  return [folder.replace(/\/$/, ''), ...rest.split('/').map(encode)].join('/');
}

/** The URI of a file by its path from another one's folder. */
export function uriBeside(uri: string, path: string): string {
  return Utils.joinPath(Utils.dirname(URI.parse(uri)), path).toString();
}

function encode(name: string): string {
  return encodeURIComponent(name).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
