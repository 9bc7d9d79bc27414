import type { Span } from '@/lib/anchoring/span';
import type { Carried, Draft } from './draft';
import type { Layer } from './layer';

const LINE_END = /[\r\n]/;

/** The line of the text that holds the unit at `offset`, without its end. */
function lineAt(text: string, offset: number): Span {
  let start = offset;
  while (start > 0 && !LINE_END.test(text[start - 1]!)) start -= 1;
  const end = text.slice(offset).search(LINE_END);
  return { start, end: end < 0 ? text.length : offset + end };
}

/**
 * What a new citation on these words begins with: speaker and via of one's latest citation that begins in the same paragraph. Null where
 * there is none, or where that one was in the outlet's own voice.
 */
export function carriedTo(words: Span, text: string, placed: readonly Layer[]): Carried | null {
  const line = lineAt(text, words.start);
  const cited = placed.filter(({ own, tag, start }) => own && tag?.claim && start >= line.start && start <= line.end);
  // What is being saved has no time yet: it is the latest.
  const newest = (tag: Layer['tag']) => tag?.createdAt || '9999';
  const [last] = cited.sort((a, b) => newest(b.tag).localeCompare(newest(a.tag)));
  const tag = last?.tag;
  if (!tag || (!tag.speaker && !tag.via)) return null;
  // A speaker who is being made in a write under way has no id to be named by.
  if (tag.speaker?.id === '') return null;
  return {
    speaker: tag.speaker ? { kind: 'entity', entity: tag.speaker } : { kind: 'own-voice' },
    via: tag.via && { id: tag.via.id, name: tag.via.name },
    viaOn: tag.via?.on ?? '',
  };
}

/** The draft with what is carried over, unless it says already who speaks, or it was dropped before. */
export function withCarried(draft: Draft, carried: Carried | null): Draft {
  const says = draft.speaker.kind !== 'own-voice' || draft.via !== null;
  return !carried || says || draft.carried !== null ? draft : { ...draft, ...carried, carried };
}

/** Back to the outlet's own voice; going back a step does not bring it again. */
export const withoutCarried = (draft: Draft): Draft => ({
  ...draft,
  speaker: { kind: 'own-voice' },
  via: null,
  viaOn: '',
  carried: 'dropped',
});

/** What of the draft is still as it was carried over. */
export function stillCarried({ carried, speaker, via }: Draft): { speaker: boolean; via: boolean } {
  if (carried === null || carried === 'dropped') return { speaker: false, via: false };
  return {
    speaker: speaker.kind !== 'own-voice' && speaker === carried.speaker,
    via: via !== null && via === carried.via,
  };
}
