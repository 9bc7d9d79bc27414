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

/** Who did it: the last one by name, how many others. */
function Who({ line: { actor, people } }: { line: Notification }) {
  return (
    <>
      <span className="font-medium text-ink">{actor.name}</span>
      {people > 1 && ` and ${people === 2 ? 'one other' : `${people - 1} others`}`}
    </>
  );
}

/** What somebody did, or several did to one thing: who, what, where; it leads to the exact place. */
export function InboxLine({ line, elsewhere, onOpen }: InboxLineProps) {
  const { actor, words, many, count, label, quoted, language, excerpt, href, at, read } = line;
  const what =
    label === null ? (
      <span className="text-muted">something that is not here any more</span>
    ) : quoted ? (
      <Quote lang={language}>{label}</Quote>
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
            <Who line={line} />
            {count > 1 ? (
              <>
                {': '}
                <span className="font-medium text-ink">
                  {count} {many}
                </span>
              </>
            ) : (
              ` ${words}`
            )}
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
