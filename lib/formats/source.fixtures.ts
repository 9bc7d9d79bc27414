import fc from 'fast-check';
import type { ExportCitation, ExportFile, ExportSnapshot } from './export';
import { citation, claim, snapshot } from './export.fixtures';
import { nasty } from './nasty.fixtures';
import { finished, sourceOf, type ExportSource, type Writer } from './source';

const uuid = (number: number) => `01890a5d-ac96-774b-bcce-${number.toString(16).padStart(12, '0')}`;

/** Texts by article, and citations of slices of them. */
export interface Cited {
  readonly snapshot: ExportSnapshot;
  readonly texts: ReadonlyMap<string, string>;
}
export const from = ({ snapshot: state, texts }: Cited): ExportSource =>
  sourceOf(state, (articleId) => texts.get(articleId) ?? '');

/** The files of a format, finished. */
export async function filesOf(write: Writer, cited: Cited): Promise<ExportFile[]> {
  const files: ExportFile[] = [];
  for await (const file of write(from(cited))) files.push(await finished(file));
  return files;
}
export const bodyOf = async (write: Writer, cited: Cited) => String((await filesOf(write, cited))[0]?.body);

const TEXT =
  'Früh 😀 said the e\u0301crivain: “five 👩🏽‍🚒 districts”\r\nare held.\n\nNobody 🗝 counted them; nobody asked.';
/** A citation of these words where they stand first. */
export function citing(quote: string, more: Partial<ExportCitation> = {}, text = TEXT): ExportCitation {
  const start = text.indexOf(quote);
  const end = start + quote.length;
  const around = { prefix: text.slice(Math.max(0, start - 32), start), suffix: text.slice(end, end + 32) };
  return { ...citation, ...around, quote, start, end, articleId: uuid(1), tagId: uuid(100 + start), ...more };
}

/** Two claims on overlapping words of one text with astral characters and combining marks. */
export const cited: Cited = {
  snapshot: {
    ...snapshot,
    meta: { ...snapshot.meta, project: { id: uuid(9), name: 'Border districts' } },
    claims: [
      {
        ...claim,
        id: uuid(10),
        structure: {
          ...claim.structure,
          subject: { id: uuid(21), type: 'organisation', name: 'The Group' },
          object: { id: uuid(22), type: 'place', name: 'Upper Valley' },
        },
        citations: [citing('“five 👩🏽‍🚒 districts”\r\nare held'), citing('Nobody 🗝 counted', { stance: 'contradicts' })],
      },
      {
        ...claim,
        id: uuid(11),
        statement: 'Somebody counted.',
        answers: [],
        openQuestions: [],
        objections: [],
        rejections: [],
        threads: [],
        citations: [citing('districts”\r\nare held.', { stance: 'context', speaker: null }), citing('e\u0301crivain')],
      },
    ],
    entities: [
      { id: uuid(21), type: 'organisation', name: 'The Group', aliases: ['Group, The'], externalIds: [] },
      { id: uuid(22), type: 'place', name: 'Upper Valley', aliases: [], externalIds: [] },
    ],
  },
  texts: new Map([[uuid(1), TEXT]]),
};

const pieces = fc.oneof(
  nasty,
  fc.constantFrom('😀', 'e\u0301', '👩🏽‍🚒', '\r\n', '\n\n', ' ', '. ', 'word', 'שלום', '\u00a0', ']', '|', '\\', '_'),
);
const whole = (text: string, at: number) =>
  /[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(at - 1, at + 1)) ? at - 1 : at;

/** Any text, with citations of any of its slices that begin and end between characters. */
export const anyCited: fc.Arbitrary<Cited> = fc
  .record({
    text: fc.array(pieces, { minLength: 3, maxLength: 20 }).map((list) => `a ${list.join('')} z`),
    cuts: fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 6 }),
  })
  .map(({ text: raw, cuts }) => {
    const text = raw.replace(/\p{Surrogate}/gu, '?');
    const citations = cuts.map(([a, b], index) => {
      const [from, to] = [a % text.length, (a % text.length) + 1 + (b % 12)];
      const [start, end] = [whole(text, from), whole(text, Math.min(to, text.length))];
      const last = end > start ? end : Math.min(start + 2, text.length);
      const at = { start, end: last, quote: text.slice(start, last), tagId: uuid(500 + index) };
      const stance = (['supports', 'contradicts', 'context'] as const)[index % 3]!;
      return { ...citation, ...at, stance, articleId: uuid(1), prefix: '', suffix: '' };
    });
    const claims = [{ ...claim, id: uuid(10), citations }];
    return { snapshot: { ...snapshot, claims }, texts: new Map([[uuid(1), text]]) };
  });

/** The code points of a text between two of its places. */
export const slicePoints = (text: string, start: number, end: number): string =>
  Array.from(text).slice(start, end).join('');
