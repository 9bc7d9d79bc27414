import { strFromU8, unzipSync } from 'fflate';
import type { ExportSource, StreamedFile, Writer } from './source';

const FILES = 3;
const LINES = 16;
const LENGTH = 240;

export interface Sample {
  readonly name: string;
  readonly lines: string;
  /** Whether the file goes on. */
  readonly more: boolean;
}

const MARKS: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
  '&#13;': '',
};
const unmarked = (markup: string): string =>
  markup.replace(/<[^>]*>/g, '').replace(/&(?:lt|gt|quot|amp|#39|#13);/g, (mark) => MARKS[mark] ?? mark);

/** The text of a Word document, a paragraph a line. */
function wordsOf(bytes: Uint8Array): string {
  const document = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
  const lines = document
    .replace(/\n/g, '')
    .replace(/<w:endnoteReference w:id="(\d+)"\/>/g, '[$1]')
    .replace(/<\/w:p>|<w:br\/>/g, '\n');
  return unmarked(lines);
}

/** The text of a page as it is read, without its head. */
const pageOf = (html: string): string =>
  unmarked(html.slice(Math.max(0, html.indexOf('<main>'))))
    .replace(/\n{2,}/g, '\n')
    .trimStart();

const clipped = (line: string): string => (line.length > LENGTH ? `${line.slice(0, LENGTH)}…` : line);

/** The beginning of a file; reads no further than it has to. */
async function begin({ name, contentType, chunks }: StreamedFile): Promise<Sample> {
  let text = '';
  let more = false;
  for await (const chunk of chunks()) {
    text += typeof chunk !== 'string' ? wordsOf(chunk) : contentType.startsWith('text/html') ? pageOf(chunk) : chunk;
    more = text.split('\n', LINES + 2).length > LINES + 1;
    if (more) break;
  }
  const lines = text.replace(/\n$/, '').split(/\r?\n/);
  return { name, lines: lines.slice(0, LINES).map(clipped).join('\n'), more: more || lines.length > LINES };
}

/**
 * The first lines of the first files of a format, as they will be: those of a brief as they are read, those of any other
 * file to the letter. A line that is very long is cut.
 */
export async function sampleOf(write: Writer, source: ExportSource): Promise<Sample[]> {
  const samples: Sample[] = [];
  for await (const file of write(source)) {
    samples.push(await begin(file));
    if (samples.length === FILES) break;
  }
  return samples;
}
