import { sendChange } from '@/components/live/send-change';
import { announce } from '@/components/ui/announce';
import { api } from '@/lib/api/client';
import type { Highlight } from '@/lib/highlights/highlight';
import { problemOf, type Desk } from './desk';
import { untranslate } from './inverse-steps';
import { keepUnsentWords, type Field } from './unsent-words';

/** Where a translation is kept that was not saved yet. */
export const translationField = ({ place }: Desk, id: string): Field => ({
  what: 'translation',
  userId: place.me.id,
  id,
});

const textOf = ({ translation }: Highlight): string | null => translation?.text ?? null;

/** Saves a translation, or takes it away (null). Answers what stood against it, in words for people, or null. */
export async function saveTranslation(
  desk: Desk,
  base: Highlight,
  translation: string | null,
  key: string,
): Promise<string | null> {
  desk.store.set({ saved: 'saving' });
  try {
    const answer = await sendChange<Highlight>({
      base,
      send: (ifMatch) => api('translateHighlight', { params: { id: base.id }, body: { translation }, ifMatch, key }),
      mayResend: (now) => textOf(base) === textOf(now),
    });
    if ('theirs' in answer) {
      desk.put(answer.theirs);
      desk.store.set({ saved: 'idle' });
      return 'The translation was changed elsewhere meanwhile: it stands above. Yours is still here.';
    }
    desk.put(answer.saved);
    desk.undo.push(untranslate(desk, base, answer.saved));
    keepUnsentWords(translationField(desk, base.id), null);
    desk.store.set({ saved: 'saved', translating: null });
    announce(translation === null ? 'Translation taken away.' : 'Translation saved.');
    return null;
  } catch (error) {
    desk.store.set({ saved: 'idle' });
    return `${problemOf(error).message} What you wrote is still here.`;
  }
}
