'use client';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { useRead } from '@/components/live/use-read';
import { Section } from '@/components/start/section';
import { Badge } from '@/components/ui/badge';
import { absoluteTime } from '@/components/ui/moment';
import { Quote } from '@/components/ui/quote';
import { TextLink } from '@/components/ui/text-link';
import type { OwnWork } from '@/lib/overviews/overview';
import { threadHref, wordsHref, claimHref } from '@/lib/threads/place';

const FEW = 4;

interface OwnProps {
  projectId: string;
  own: OwnWork;
}

interface ItemProps {
  href: string;
  children: ReactNode;
  /** Below it: by when, by whom, why. */
  under?: ReactNode;
}

const Item = ({ href, children, under }: ItemProps) => (
  <li className="border-b border-line py-2 last:border-b-0">
    <Link href={href} className="line-clamp-2 rounded-sm font-medium wrap-anywhere hover:underline">
      {children}
    </Link>
    {under && <p className="line-clamp-2 text-muted wrap-anywhere">{under}</p>}
  </li>
);

/** The first of a list, and the way to the rest of it. */
function Few({ none, total, href, children }: { none: string; total: number; href: string; children: ReactNode }) {
  if (total === 0) return <p className="text-muted">{none}</p>;
  return (
    <>
      <ul>{children}</ul>
      {total > FEW && (
        <TextLink href={href} className="self-start">
          All {total.toLocaleString('en')}
        </TextLink>
      )}
    </>
  );
}

/** Rounds to hand in, and questions to look after, those that are due first. */
export function GivenToMe({ projectId, userId, own }: OwnProps & { userId: string }) {
  const page = `/projects/${projectId}`;
  const rounds = useRead('listRounds', { projectId }, { waitsFor: userId }, { enabled: own.rounds > 0 });
  const asked = { state: 'open', assigneeId: userId, limit: FEW } as const;
  const questions = useRead('listQuestions', { projectId }, asked, { enabled: own.questions > 0 });
  return (
    <Section title="Given to me">
      {own.rounds + own.questions === 0 && <p className="text-muted">No round and no question.</p>}
      {own.rounds > 0 && (
        <Few none="" total={own.rounds} href={`${page}/rounds?waits=${userId}`}>
          {(rounds.data?.items ?? []).slice(0, FEW).map((round) => (
            <Item
              key={round.id}
              href={`${page}/rounds/${round.id}`}
              under={`Round by ${round.creator.name}${round.blind ? ', blind' : ''}: not handed in`}
            >
              {round.name}
            </Item>
          ))}
        </Few>
      )}
      {own.questions > 0 && (
        <Few none="" total={own.questions} href={`${page}/questions?state=open&assignee=${userId}`}>
          {(questions.data?.items ?? []).map((question) => (
            <Item
              key={question.id}
              href={`${page}/questions/${question.id}`}
              under={`Question by ${question.creator.name}${question.dueOn ? `, due ${absoluteTime(question.dueOn)}` : ''}`}
            >
              {question.text}
            </Item>
          ))}
        </Few>
      )}
    </Section>
  );
}

/** What colleagues did not accept: the words, and why. */
export function CameBack({ projectId, own }: OwnProps) {
  const back = { kind: 'mine', limit: FEW } as const;
  const queue = useRead('findReviewQueue', { projectId }, back, { enabled: own.sentBack > 0 });
  const { claims = [], tags = [] } = queue.data ?? {};
  return (
    <Section title="What came back">
      <Few none="Nothing of yours was sent back." total={own.sentBack} href={`/projects/${projectId}/review?kind=mine`}>
        {claims.slice(0, FEW).map((claim) => (
          <Item key={claim.id} href={claimHref(projectId, claim.id)} under="Claim sent back">
            {claim.statement}
          </Item>
        ))}
        {tags.slice(0, Math.max(0, FEW - claims.length)).map((tag) => {
          const no = tag.reviews.find(({ verdict }) => verdict !== 'accept');
          return (
            <Item
              key={tag.id}
              href={wordsHref(projectId, tag.articleId, tag.highlightId)}
              under={no && `${no.reviewer.name}${no.reason ? `: ${no.reason}` : ' sent it back'}`}
            >
              <Quote>{tag.highlight.quote}</Quote>
            </Item>
          );
        })}
      </Few>
    </Section>
  );
}

/** Threads in which somebody asks for the reader and has had no answer. */
export function MentionsOfMe({ projectId, userId, own }: OwnProps & { userId: string }) {
  const asked = { waitsFor: userId, limit: FEW };
  const threads = useRead('listThreads', { projectId }, asked, { enabled: own.mentions > 0 });
  return (
    <Section title="Mentions">
      <Few
        none="Nobody waits for a word of yours."
        total={own.mentions}
        href={`/projects/${projectId}/threads?waits=${userId}`}
      >
        {(threads.data?.items ?? []).map((thread) => {
          const last = thread.comments.filter(({ deleted }) => !deleted).at(-1);
          return (
            <Item
              key={thread.id}
              href={threadHref(projectId, thread.subject, thread.id)}
              under={
                last && (
                  <>
                    {last.author.name}: {last.text}
                    {last.blocksApproval && (
                      <>
                        {' '}
                        <Badge tone="bad">objection</Badge>
                      </>
                    )}
                  </>
                )
              }
            >
              {thread.subject.label}
            </Item>
          );
        })}
      </Few>
    </Section>
  );
}
