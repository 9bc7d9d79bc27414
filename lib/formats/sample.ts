import { strFromU8, unzipSync } from 'fflate';
import { DOCX_TYPE } from './docx';
import { finished, type ExportSource, type StreamedFile, type Writer } from './source';

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
    .replace(/^\n+/, '');

const clipped = (line: string): string => (line.length > LENGTH ? `${line.slice(0, LENGTH)}…` : line);

/** A file's text in pieces: what is packed is read to its end first. */
async function* textOf(file: StreamedFile): AsyncGenerator<string> {
  const { contentType, chunks } = file;
  if (contentType === DOCX_TYPE) return yield wordsOf((await finished(file)).body as Uint8Array);
  for await (const chunk of chunks())
    yield contentType.startsWith('text/html') ? pageOf(chunk as string) : (chunk as string);
}

/** The beginning of a file; reads no further than it has to. */
async function begin(file: StreamedFile): Promise<Sample> {
  const { name } = file;
  let text = '';
  let more = false;
  for await (const piece of textOf(file)) {
    text += piece;
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
