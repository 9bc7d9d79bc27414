'use client';
import { OnThis } from '@/components/reviews/on-this';
import { useColleagues } from '@/components/reviews/use-colleagues';
import { useHold } from '@/components/reviews/use-hold';
import { Button } from '@/components/ui/button';
import { sayKey } from '@/components/ui/keymap';
import { useShownKey } from '@/components/ui/use-shown-key';
import { Progress } from '@/components/ui/progress';
import { KeyButton } from './key-button';
import { tagActions } from './layer-actions';
import { nextToReview, reviewedBy, toReview } from './reading-order';
import { finishReading } from './review-tags';
import { useDesk, useDeskState, useLying } from './use-desk';

/** Reviewing inside the article: how far, what each key does with the chosen tag, and the end of it. */
export function ReviewBar() {
  const desk = useDesk();
  const shown = useLying((lying) => lying.shown);
  const chosen = useDeskState((state) => state.chosen);
  const me = desk.place.me.id;
  const list = toReview(shown);
  const done = list.filter((layer) => reviewedBy(layer, me)).length;
  const at = list.findIndex(({ id }) => id === chosen);
  const layer = list[at];
  const next = nextToReview(shown, chosen, me);
  const { projectId } = desk.place;
  const { on } = useColleagues(projectId, me);
  // What one looks at here is as taken as in the queue, until one has judged it.
  useHold(projectId, layer?.tag && !reviewedBy(layer, me) ? { tagId: layer.tag.id } : null);
  const verdicts = layer ? tagActions(desk, layer).filter(({ key }) => ['a', 'r', 'w', 'f', 'd'].includes(key)) : [];

  const [down, up] = [useShownKey('j', 'tag.next'), useShownKey('k', 'tag.previous')];
  const walks =
    down && up ? `${sayKey(down)} and ${sayKey(up)} walk through your colleagues’ tags.` : 'Choose a colleague’s tag.';

  return (
    <section
      aria-label="Review of colleagues’ tags"
      className="flex flex-wrap items-center gap-x-4 gap-y-1.5 border-b border-line bg-desk px-4 py-1.5 md:px-6"
    >
      <div className="w-36">
        <Progress
          label="Reviewed"
          value={done}
          max={Math.max(1, list.length)}
          valueText={list.length === 0 ? 'nothing to review' : `${done} of ${list.length}`}
        />
      </div>
      {layer ? (
        <p className="min-w-0 flex-1 basis-48 truncate">
          <span className="text-faint">
            {at + 1} of {list.length}
          </span>{' '}
          {layer.label}
        </p>
      ) : (
        <p className="min-w-0 flex-1 basis-48 text-muted">
          {list.length === 0 ? 'No colleague has tagged anything here. Tag what was missed.' : walks}
        </p>
      )}
      <OnThis people={layer?.tag ? on.get(layer.tag.id) : []} live />
      <div className="flex flex-wrap items-center gap-1">
        {/* On a narrow screen the tag's own card, at the foot of it, has them. */}
        <span className="flex gap-1 max-lg:hidden">
          {verdicts.map(({ id, key, word, run }) => (
            <KeyButton key={key} shortcut={key} command={id} onPress={run}>
              {word}
            </KeyButton>
          ))}
        </span>
        {next ? (
          <KeyButton shortcut="j" command="tag.next" onPress={() => desk.choose(next, { focus: true })}>
            next not reviewed
          </KeyButton>
        ) : null}
        <Button size="small" variant={next ? 'plain' : 'primary'} onClick={() => void finishReading(desk)}>
          Read to the end
        </Button>
      </div>
    </section>
  );
}
