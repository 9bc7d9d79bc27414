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
  const what = (
    <>
      <span className={clsx('wrap-anywhere', !read && 'font-medium')}>
        {actor.name} {words}{' '}
        {label === null ? (
          'something that is not here any more'
        ) : aboutWords.includes(kind) ? (
          <Quote>{label}</Quote>
        ) : (
          label
        )}
      </span>
      {!read && <span className="sr-only"> (unread)</span>}
    </>
  );
  return (
    <li className="relative flex gap-3 px-4 py-3 hover:bg-hover md:px-6">
      <span aria-hidden className={clsx('mt-2 size-2 shrink-0 rounded-full', read ? 'bg-transparent' : 'bg-accent')} />
      <Avatar name={actor.name} id={actor.id} decorative />
      <div className="min-w-0 flex-1">
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
        {excerpt && <p className="line-clamp-2 text-muted wrap-anywhere">{excerpt}</p>}
        <p className="text-sm text-faint">
          <Time at={at} />
          {elsewhere && ` · ${elsewhere}`}
        </p>
      </div>
    </li>
  );
}
