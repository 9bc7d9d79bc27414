import clsx from 'clsx';
import Link from 'next/link';
import { Avatar } from '@/components/ui/avatar';
import { Quote } from '@/components/ui/quote';
import { Time } from '@/components/ui/time';
import type { Notification } from '@/lib/notifications/notification';

interface InboxLineProps {
  line: Notification;
  /** Name of the project where it is another than the one on the screen. */
  elsewhere: string | null;
  onOpen: () => void;
}

const aboutWords: Notification['kind'][] = ['tag-rejected', 'tag-sent-back'];

/** One line of the inbox: who did what, where; it leads to the exact place. */
export function InboxLine({ line, elsewhere, onOpen }: InboxLineProps) {
  const { actor, words, label, excerpt, href, at, read, kind } = line;
  const what =
    label === null ? (
      <span className="text-muted">something that is not here any more</span>
    ) : aboutWords.includes(kind) ? (
      <Quote>{label}</Quote>
    ) : (
      label
    );
  return (
    <li className="relative flex gap-3 px-4 py-3 hover:bg-hover md:px-6">
      <span aria-hidden className={clsx('mt-2 size-2 shrink-0 rounded-full', read ? 'bg-transparent' : 'bg-accent')} />
      <Avatar name={actor.name} id={actor.id} decorative />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-3 text-muted">
          <span>
            <span className="font-medium text-ink">{actor.name}</span> {words}
            {!read && <span className="sr-only"> (unread)</span>}
          </span>
          <span className="text-sm text-faint sm:ms-auto">
            {elsewhere && `${elsewhere} · `}
            <Time at={at} />
          </span>
        </p>
        <p className={clsx('text-md wrap-anywhere', !read && 'font-medium')}>
          {href ? (
            <Link
              href={href}
              data-line
              onClick={onOpen}
              className="rounded-sm after:absolute after:inset-0 hover:underline"
            >
              {what}
            </Link>
          ) : (
            what
          )}
        </p>
        {excerpt && <p className="line-clamp-2 text-muted wrap-anywhere">{excerpt}</p>}
      </div>
    </li>
  );
}
