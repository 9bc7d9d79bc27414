import type { Claim } from '@/lib/claims/claim';
import { sayAttribution } from '@/lib/formats/brief';
import { noteText, sourceNote, type Source } from '@/lib/formats/chicago';
import type { QuotedTag } from '@/lib/highlights/highlight';
import type { Evidence, Passage } from './evidence';

const sourceOf = ({ article, highlight }: QuotedTag): Source => ({
  title: article.title,
  publisher: article.publisher,
  published: article.published as Source['published'],
  url: article.url,
  version: highlight.articleVersion,
  sha256: article.sha256,
});

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** The quote to the letter, who said it, and its translation when there is one. */
function quoted(tag: QuotedTag): string {
  const { highlight, via } = tag;
  const attribution = sayAttribution({
    speaker: tag.speaker,
    via: via && { name: via.name, date: via.on },
    denies: tag.denies,
    article: { ...tag.article, published: null, retrievedAt: '' },
  });
  const translation = highlight.translation
    ? `\nTranslation by ${highlight.translation.by.name}: “${highlight.translation.text}”`
    : '';
  return `“${highlight.quote}”${translation}\n${capital(attribution)}.`;
}

/**
 * A quote as it is pasted into a text: the words, who said them, and a note after the Chicago Manual of Style with the
 * hash of the article version that they stand in.
 */
export const quoteCitation = (tag: QuotedTag): string => `${quoted(tag)}\n${noteText(sourceOf(tag))}`;

const HEADINGS = [
  ['supports', 'Supporting'],
  ['contradicts', 'Contradicting'],
  ['context', 'Context'],
] as const;

/** Gives sources their numbers in the order in which they are first cited; one an article version. */
function numbering() {
  const notes = new Map<string, { number: number; text: string }>();
  return {
    numberOf(tag: QuotedTag): number {
      const source = sourceOf(tag);
      const key = `${tag.articleId} ${source.version}`;
      const number = notes.get(key)?.number ?? notes.size + 1;
      notes.set(key, { number, text: noteText(source) });
      return number;
    },
    list: () => [...notes.values()].map(({ number, text }) => `[${number}] ${text}`),
  };
}

/**
 * A claim as it is pasted into a text: statement, how it stands, every citation that counts with who said it, then one
 * endnote an article version.
 */
export function claimCitation(claim: Claim, evidence: Evidence): string {
  const notes = numbering();
  let at = 0;
  const item = ({ shown }: Passage) => {
    at += 1;
    return `${at}. ${quoted(shown)} [${notes.numberOf(shown)}]`;
  };
  const sections = HEADINGS.flatMap(([stance, heading]) =>
    evidence[stance].length ? [heading, ...evidence[stance].map(item)] : [],
  );
  const list = notes.list();
  const status = claim.status.replace('-', ' ');
  return [
    claim.statement,
    `Claim ${claim.id}, wording ${claim.wording} by ${claim.writer.name}, ${status}.`,
    ...sections,
    ...(list.length ? ['Notes', list.join('\n')] : []),
  ].join('\n\n');
}

/** "RFE/RL, July 28, 2021": a source in one line, without its title. */
export function sourceLine(tag: QuotedTag): string {
  const { publisher, date } = sourceNote(sourceOf(tag));
  return [publisher, date].filter(Boolean).join(', ');
}
