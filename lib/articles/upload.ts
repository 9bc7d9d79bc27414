import { z } from 'zod';
import { exactText, id, moment, paging, text, words } from '@/lib/core/words';
import { uploadKinds, type UploadKind } from './file-kind';

const kinds = Object.keys(uploadKinds) as UploadKind[];

/** Encodings to choose from, by the names of the WHATWG Encoding Standard, with the languages that they were made for. */
export const encodings = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 (little-endian)',
  'utf-16be': 'UTF-16 (big-endian)',
  'windows-1252': 'Western European (windows-1252)',
  'windows-1250': 'Central European (windows-1250)',
  'iso-8859-2': 'Central European (ISO 8859-2)',
  'windows-1251': 'Cyrillic (windows-1251)',
  'koi8-r': 'Cyrillic (KOI8-R)',
  'koi8-u': 'Cyrillic (KOI8-U)',
  'iso-8859-5': 'Cyrillic (ISO 8859-5)',
  ibm866: 'Cyrillic (DOS, 866)',
  'windows-1253': 'Greek (windows-1253)',
  'iso-8859-7': 'Greek (ISO 8859-7)',
  'windows-1254': 'Turkish (windows-1254)',
  'windows-1255': 'Hebrew (windows-1255)',
  'iso-8859-8': 'Hebrew (ISO 8859-8)',
  'windows-1256': 'Arabic (windows-1256)',
  'iso-8859-6': 'Arabic (ISO 8859-6)',
  'windows-1257': 'Baltic (windows-1257)',
  'windows-1258': 'Vietnamese (windows-1258)',
  'windows-874': 'Thai (windows-874)',
  'iso-8859-15': 'Western European (ISO 8859-15)',
  macintosh: 'Western European (Mac Roman)',
  gb18030: 'Chinese, simplified (GB 18030)',
  gbk: 'Chinese, simplified (GBK)',
  big5: 'Chinese, traditional (Big5)',
  shift_jis: 'Japanese (Shift JIS)',
  'euc-jp': 'Japanese (EUC-JP)',
  'iso-2022-jp': 'Japanese (ISO-2022-JP)',
  'euc-kr': 'Korean (EUC-KR)',
} as const;
export type Encoding = keyof typeof encodings;
const encodingNames = Object.keys(encodings) as Encoding[];

/** UTF-16 units of the beginning that a preview shows before the whole is asked for. */
export const OPENING = 2000;

/** What a file says of itself, as the grid takes it. */
export const foundInFile = z.object({
  title: text().nullable(),
  byline: text().nullable(),
  site: text().nullable(),
  publishedAt: text().nullable(),
  url: text().nullable(),
  language: text().nullable(),
  warnings: z.array(text()),
});

/** A file that came, and what was read from it: to be looked at before it becomes an article. */
export const uploadView = foundInFile.extend({
  id: z.uuid(),
  projectId: z.uuid(),
  name: text(),
  kind: z.enum(kinds),
  size: z.number(), // bytes
  sha256: text(), // of the bytes
  encoding: text().nullable(), // null where the format has its own
  encodingSure: z.boolean(),
  length: z.number(), // UTF-16 units of the text
  opening: text(), // its beginning
  pages: z.number(), // how many; 0 where the format has none
  retrievedAt: moment(),
  version: z.number(),
  /** The article that has these bytes, or this text, already. */
  same: z.object({ articleId: z.uuid(), title: text() }).nullable(),
});
export type Upload = z.output<typeof uploadView>;

export const uploadList = z.strictObject(paging);

/** Bytes on their way through a command, whose digest is taken over the SHA-256 beside them. */
export class FileBytes {
  constructor(readonly bytes: Uint8Array) {}
  toJSON() {
    return this.bytes.length;
  }
}
/** Bytes of the largest file. */
export const MAX_FILE = 25 * 1024 * 1024;

export const uploadInput = z.strictObject({
  name: words(300),
  sha256: exactText(64),
  file: z.instanceof(FileBytes),
});

/** The files of a multipart body, as the OpenAPI document names them. */
export const uploadFiles = z.object({ file: z.array(text()).describe('Files: up to 25 MB each, 64 MB together') });
/** Files answer each for itself: what was refused keeps nothing else out. */
export type UploadItem = { name: string; upload?: Upload; problem?: { code: string; title: string; status: number } };

export const convertInput = z.strictObject({ uploadId: id(), encoding: z.enum(encodingNames) });
export const discardInput = z.strictObject({ uploadIds: z.array(id()).min(1).max(500) });
export const fetchInput = z.strictObject({
  url: exactText(2000).pipe(z.url({ protocol: /^https?$/, error: 'An address starts with http:// or https://.' })),
});

/** What an article's text was read from. */
export const originalView = z.object({ name: text(), kind: z.enum(kinds), size: z.number(), sha256: text() });

/** The number of the page on which an offset lies, from the offsets at which pages begin; null where there are none. */
export function pageOf(starts: readonly number[], offset: number): number | null {
  if (starts.length === 0) return null;
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}
