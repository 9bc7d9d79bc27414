'use client';
import { useComparison } from '@/components/articles/use-comparison';
import { useText } from '@/components/articles/use-text';
import { Button } from '@/components/ui/button';
import { Quote } from '@/components/ui/quote';
import { wordsAround } from '@/lib/anchoring/snap';
import type { Highlight } from '@/lib/highlights/highlight';
import { may } from '@/lib/permissions';
import { titleOf } from './layer';
import { letGo } from './place-words';
import { useDesk, useDeskState } from './use-desk';

/** Words of the old text that are shown on either side. */
const AROUND = 25;

/** The paragraph of the shown text in which lost words most likely stood; null until the worker has said. */
function useLikelyPlace({ id, articleVersion, start, end }: Highlight, oldText: string | undefined) {
  const desk = useDesk();
  const newText = useDeskState((state) => state.pane)?.words.text;
  const both = oldText !== undefined && newText !== undefined;
  const question = both ? { oldText, newText, lost: [{ start, end }] } : null;
  const { data } = useComparison([desk.place.articleId, articleVersion, desk.place.articleVersion, id], question);
  return data?.places[0] ?? null;
}

/** One highlight that lost its words: why, the words in their old context, and what can be done. */
export function LostEntry({ highlight, isPlacing }: { highlight: Highlight; isPlacing: boolean }) {
  const desk = useDesk();
  const { me } = desk.place;
  const { data: text } = useText(highlight.articleId, highlight.articleVersion);
  const likely = useLikelyPlace(highlight, text);
  const around = text === undefined ? null : wordsAround(text, highlight, AROUND);
  const mayMove = may({ userId: me.id, role: me.role }, 'highlight.move', highlight) === true;
  const titles = highlight.tags.map((tag) => titleOf(tag)).join(', ');

  function show() {
    if (likely) desk.pane?.reveal(likely);
    if (mayMove) desk.store.set({ placing: highlight, draft: null, chosen: null });
    desk.pane?.words.host.focus({ preventScroll: true });
  }

  return (
    <li className="flex flex-col gap-1 wrap-anywhere">
      <p className="font-medium">
        {titles || 'Highlight'}
        <span className="font-normal text-muted">
          {' '}
          by {highlight.author.id === me.id ? 'you' : highlight.author.name}, on version {highlight.articleVersion}.{' '}
          {highlight.orphaned}
        </span>
      </p>
      <p>
        <Quote
          before={around && text ? text.slice(around.start, highlight.start) : highlight.prefix}
          after={around && text ? text.slice(highlight.end, around.end) : highlight.suffix}
        >
          <strong className="font-semibold">{highlight.quote}</strong>
        </Quote>
      </p>
      <div className="flex flex-wrap items-center gap-2">
        <Button size="small" disabled={!likely} onClick={show}>
          {mayMove ? 'Find their place' : 'Show where they stood'}
        </Button>
        {mayMove ? (
          <Button size="small" variant="quiet" onClick={() => void letGo(desk, highlight)}>
            Let go
          </Button>
        ) : null}
        {isPlacing ? (
          <span role="status">Select the words in the text; Enter says that these are the words.</span>
        ) : null}
      </div>
    </li>
  );
}
