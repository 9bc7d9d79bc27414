'use client';
import Link from 'next/link';
import { useRead } from '@/components/live/use-read';
import { Loading } from '@/components/ui/loading';
import { Skeleton } from '@/components/ui/skeleton';
import { TextLink } from '@/components/ui/text-link';
import { Section } from './section';

const lines = [
  ['citations', 'citation to look at', 'citations to look at'],
  ['mentions', 'mention to accept', 'mentions to accept'],
  ['claims', 'claim to decide on', 'claims to decide on'],
  ['mine', 'of yours was sent back', 'of yours were sent back'],
] as const;

/** What waits for the reader. */
export function YourQueue({ projectId }: { projectId: string }) {
  const queue = useRead('findReviewQueue', { projectId });
  if (queue.error) return null;
  const counts = queue.data?.counts;
  const waiting = counts ? lines.filter(([kind]) => counts[kind] > 0) : [];
  return (
    <Section title="Your queue">
      {!counts ? (
        <Loading label="Loading your queue">
          <Skeleton lines={3} />
        </Loading>
      ) : waiting.length === 0 ? (
        <p className="text-muted">Nothing waits for you.</p>
      ) : (
        <ul>
          {waiting.map(([kind, one, many]) => (
            <li key={kind}>
              <Link
                href={`/projects/${projectId}/review?kind=${kind}`}
                className="flex items-baseline gap-2 rounded-sm py-1.5 hover:underline"
              >
                <span className="min-w-8 text-end text-lg font-semibold text-accent">{counts[kind]}</span>
                {counts[kind] === 1 ? one : many}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <TextLink href={`/projects/${projectId}/overview?view=mine`} className="self-start">
        All of your work
      </TextLink>
    </Section>
  );
}
