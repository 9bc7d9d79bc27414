'use client';
import { Refusal } from '@/components/live/refusal';
import { ReasonLine } from '@/components/reviews/reason-line';
import { VerdictBar } from '@/components/reviews/verdict-bar';
import type { BarAction } from '@/components/reviews/verdict-actions';
import { ThreadPanel } from '@/components/threads/thread-panel';
import { Badge } from '@/components/ui/badge';
import { Notice } from '@/components/ui/notice';
import type { Desk, PlaceView } from '@/lib/adjudications/adjudication';
import { AlsoTake } from './also-take';
import { againWords, differWords, suggestedReason } from './place-words';
import { PlaceDecision } from './place-decision';
import { ThirdForm } from './third-form';
import type { Deciding } from './use-deciding';
import { VariantLine } from './variant-line';

interface PlaceCardProps {
  desk: Desk;
  place: PlaceView;
  position: string;
  deciding: Deciding;
  actions: readonly BarAction[];
  text: string;
}

/** One place: what each said of the words, beside each other, and what is done with it. */
export function PlaceCard({ desk, place, position, deciding, actions, text }: PlaceCardProps) {
  const { busy, problem, takes, discussing } = deciding;
  const indexOf = (userId: string) => desk.people.findIndex(({ person }) => person.id === userId);
  // Of what is alone one key is enough.
  const parted = takes && place.state !== 'decided' && place.variants.length > 1;
  return (
    <section aria-label={`Place ${position}`} className="flex flex-col gap-2.5">
      <div className="flex flex-wrap items-center gap-1.5">
        <h2 className="mr-1 font-semibold tabular-nums">{position}</h2>
        {differWords(place).map((words) => (
          <Badge key={words} tone="warn">
            {words}
          </Badge>
        ))}
      </div>
      {place.state === 'again' && (
        <Notice tone="warn" title="Asked again">
          {againWords[place.why!]} What was decided is below; decide once more.
        </Notice>
      )}
      <ol aria-label="What they said" className="flex flex-col gap-2">
        {place.variants.map((variant, index) => (
          <VariantLine
            key={variant.tags[0]!.id}
            variant={variant}
            lang={desk.article.language}
            indexOf={indexOf}
            digit={parted && index < 9 && !deciding.asked ? String(index + 1) : null}
            busy={busy}
            onTake={() => deciding.take(place, index)}
          />
        ))}
      </ol>
      {place.decision && <PlaceDecision place={place} decision={place.decision} lang={desk.article.language} />}
      <Refusal problem={problem} />
      <Doing desk={desk} place={place} deciding={deciding} actions={actions} text={text} />
      {discussing === place.key && (
        <section aria-label="Discussion">
          <ThreadPanel
            projectId={desk.projectId}
            subject={{ type: 'tag', id: place.variants[0]!.tags[0]!.id }}
            startWriting={place.variants[0]!.tags[0]!.openThreads === 0}
            mayBlock
          />
        </section>
      )}
    </section>
  );
}

/** The keys, or what a decision wants first: its reason, or the words of a third. */
function Doing({ desk, place, deciding, actions, text }: Omit<PlaceCardProps, 'position'>) {
  const { asked, busy, also, give, leave } = deciding;
  if (!asked || asked.place.key !== place.key)
    return actions.length > 0 ? <VerdictBar label="Decide" actions={actions} busy={busy} /> : null;
  if (asked.what === 'third')
    return (
      <ThirdForm
        key={place.key}
        projectId={desk.projectId}
        place={asked.place}
        text={text}
        lang={desk.article.language}
        selected={asked.selected}
        busy={busy}
        onGive={(act) => void give(act)}
        onLeave={leave}
      />
    );
  const none = asked.take.length === 0;
  const several = asked.place.variants.length > 2;
  return (
    <>
      {!none && <AlsoTake place={asked.place} take={asked.take} onToggle={also} />}
      <ReasonLine
        key={`${place.key} ${asked.take[0]}`}
        label={
          none
            ? 'Why is nothing here right?'
            : several
              ? 'Why are the others not taken?'
              : 'Why is the other not taken?'
        }
        verb={none ? 'Reject all' : 'Take it'}
        suggested={suggestedReason(asked.place, none ? 'none' : 'take')}
        busy={busy}
        onGive={(reason) => give({ take: asked.take, reason })}
        onLeave={leave}
      />
    </>
  );
}
