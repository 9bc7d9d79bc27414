'use client';
import { NewChanges } from '@/components/live/new-changes';
import { Kbd } from '@/components/ui/kbd';
import { notify } from '@/components/ui/notify';
import { useKeys } from '@/components/ui/use-keys';
import { may, type Who } from '@/lib/permissions';
import type { Queue } from '@/lib/reviews/review';
import type { QuotedTag } from '@/lib/highlights/highlight';
import { groupKey } from './mention-look';
import { MentionGroup } from './mention-group';
import { NothingWaits } from './nothing-waits';
import { useColleagues } from './use-colleagues';
import { useHold } from './use-hold';
import { useMentions } from './use-mentions';
import { useReviewWrites } from './use-review-writes';
import type { Asking } from './verdict-actions';

interface MentionGroupsProps {
  projectId: string;
  me: Who;
  queue: Queue;
}

/** One group open, the others by name and number: look, untick, accept together. */
export function MentionGroups({ projectId, me, queue: { groups: latest, nextCursor, counts } }: MentionGroupsProps) {
  const writes = useReviewWrites(projectId);
  const { on, taken } = useColleagues(projectId, me.userId);
  const mentions = useMentions(latest, taken, writes);
  const { groups, open, current } = mentions;
  const first = open?.tags[0];
  useHold(projectId, first && may(me, 'tag.review', first) === true ? { tagId: first.id } : null);

  function review(tag: QuotedTag | null | undefined, run: (tag: QuotedTag) => void) {
    if (!tag) {
      mentions.stepLine(1);
      return notify('This is the first of them. Choose the one you mean with the arrow keys, then press again.', {
        key: 'own-work',
      });
    }
    const allowed = may(me, 'tag.review', tag);
    if (allowed === true) run(tag);
    else notify(allowed.why, { key: 'own-work' });
  }
  const ask = (what: Asking) => () => review(current, ({ id }) => mentions.setAsked({ id, what }));
  const accept = () => open && review(open.tags[0], () => void mentions.acceptGroup(open));
  useKeys('Review', [
    { id: 'tag.accept', key: 'a', label: 'Accept the ticked mentions', run: accept },
    { id: 'tag.reject', key: 'r', label: 'Reject the chosen mention, with a reason', run: ask('reject') },
    { id: 'tag.needs-work', key: 'w', label: 'The chosen mention needs work', run: ask('needs-work') },
    { id: 'tag.propose', key: 'f', label: 'Propose a fix of the chosen mention', run: ask('fix') },
    { id: 'row.select', key: 'x', label: 'Tick or untick', run: () => current && mentions.toggle(current.id) },
    { id: 'tag.undo', key: 'u', label: 'Undo', run: () => void writes.undo() },
    { id: 'tag.next', key: 'j', label: 'Next group', repeat: true, run: () => mentions.stepGroup(1) },
    { id: 'tag.previous', key: 'k', label: 'Previous group', repeat: true, run: () => mentions.stepGroup(-1) },
    { id: 'line.next', key: 'arrowdown', label: 'Next mention', repeat: true, run: () => mentions.stepLine(1) },
    { id: 'line.previous', key: 'arrowup', label: 'Previous mention', repeat: true, run: () => mentions.stepLine(-1) },
  ]);

  if (!open) return <NothingWaits projectId={projectId} kind="mentions" counts={counts} />;
  return (
    <div className="w-full">
      <NewChanges waiting={mentions.waiting} onShow={mentions.show} />
      <p className="mb-3 text-muted">
        Look at each place, untick what is not meant, then accept the rest together. What you untick goes on waiting;
        choose one <Kbd keys="arrowdown" command="line.next" /> to reject it, to send it back or to propose a fix.
      </p>
      <ul className="divide-y divide-line border-y border-line">
        {groups.map((group) => (
          <MentionGroup
            key={groupKey(group)}
            projectId={projectId}
            group={group}
            isOpen={group === open}
            people={group.tags.flatMap(({ id }) => on.get(id) ?? [])}
            mentions={mentions}
            onAccept={accept}
            onUndo={() => void writes.undo()}
          />
        ))}
      </ul>
      {nextCursor && <p className="py-3 text-muted">More groups follow when these are done.</p>}
    </div>
  );
}
