import type { Picture } from './model.ts';

/** Larger files are not put into a document. */
const MAX_BYTES = 20_000_000;
/** What an SVG that gives no size is taken to have, as browsers do. */
const DEFAULT_SIZE = { width: 300, height: 150 };

type Size = Readonly<{ width: number; height: number }>;

/** Reads a file as a picture, whatever its name says; nothing for what is none that can be shown. Never throws. */
export function decodeImage(bytes: Uint8Array): Picture | undefined {
  if (bytes.length > MAX_BYTES) return undefined;
  for (const [type, read] of READERS) {
    const size = read(bytes, new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    if (size && size.width > 0 && size.height > 0) return { type, bytes, ...size };
  }
  return undefined;
}

type Reader = (bytes: Uint8Array, view: DataView) => Size | undefined;

const READERS: readonly (readonly [Picture['type'], Reader])[] = [
  ['png', readPng],
  ['jpeg', readJpeg],
  ['gif', readGif],
  ['webp', readWebp],
  ['svg', readSvg],
];

function begins(bytes: Uint8Array, text: string, at = 0): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false;
  return true;
}

function readPng(bytes: Uint8Array, view: DataView): Size | undefined {
  if (!begins(bytes, '\x89PNG\r\n\x1a\n') || bytes.length < 24) return undefined;
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

function readGif(bytes: Uint8Array, view: DataView): Size | undefined {
  if (!begins(bytes, 'GIF8') || bytes.length < 10) return undefined;
  return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
}

/** JPEG is a row of segments, of which one that begins a frame (SOF) tells the size. */
function readJpeg(bytes: Uint8Array, view: DataView): Size | undefined {
  if (!begins(bytes, '\xff\xd8')) return undefined;
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    }
    at += marker === 0xff ? 1 : 2 + Math.max(2, view.getUint16(at + 2));
  }
  return undefined;
}

function readWebp(bytes: Uint8Array, view: DataView): Size | undefined {
  if (!begins(bytes, 'RIFF') || !begins(bytes, 'WEBP', 8) || bytes.length < 30) return undefined;
  if (begins(bytes, 'VP8X', 12)) {
    const width = view.getUint16(24, true) + ((bytes[26] ?? 0) << 16) + 1;
    return { width, height: view.getUint16(27, true) + ((bytes[29] ?? 0) << 16) + 1 };
  }
  if (begins(bytes, 'VP8L', 12)) {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (!begins(bytes, 'VP8 ', 12)) return undefined;
  return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
}

/** How far into a file its root element may begin, and how long that may be. */
const SVG_HEAD = 10_000;

function readSvg(bytes: Uint8Array): Size | undefined {
  const head = new TextDecoder().decode(bytes.subarray(0, SVG_HEAD));
  if (!/^\ufeff?\s*</.test(head)) return undefined;
  const start = /<svg[\s>]/.exec(head)?.index;
  if (start === undefined) return undefined;
  const end = head.indexOf('>', start);
  const tag = head.slice(start, end === -1 ? undefined : end);
  const sizeOf = (name: string): number | undefined => {
    const found = new RegExp(`\\s${name}\\s*=\\s*["']\\s*(\\d{1,6}(?:\\.\\d{1,6})?)(?:px)?\\s*["']`).exec(tag)?.[1];
    return found === undefined ? undefined : Number(found);
  };
  const box = (/\sviewBox\s*=\s*["']([^"']{1,80})["']/.exec(tag)?.[1] ?? '').trim().split(/[\s,]+/).map(Number); // prettier-ignore
  const [, , boxWidth, boxHeight] = box;
  const ratio = boxWidth && boxHeight ? boxHeight / boxWidth : undefined;
  const known = sizeOf('height');
  const width = sizeOf('width') ?? (known && ratio ? known / ratio : (boxWidth ?? DEFAULT_SIZE.width));
  const height = known ?? (ratio ? width * ratio : DEFAULT_SIZE.height);
  return Number.isFinite(width) && Number.isFinite(height) ? { width, height } : undefined;
}
