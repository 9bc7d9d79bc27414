'use client';
import { useRead } from '@/components/live/use-read';
import { Section } from '@/components/start/section';
import { absoluteTime } from '@/components/ui/moment';
import type { OwnWork } from '@/lib/overviews/overview';
import { FEW } from './figures';
import { FirstFew } from './first-few';
import { WorkItem } from './work-item';

interface GivenToMeProps {
  projectId: string;
  userId: string;
  own: OwnWork;
}

/** Rounds to hand in, and questions to look after, those that are due first. */
export function GivenToMe({ projectId, userId, own }: GivenToMeProps) {
  const page = `/projects/${projectId}`;
  const rounds = useRead('listRounds', { projectId }, { waitsFor: userId }, { enabled: own.rounds > 0 });
  const asked = { state: 'open', assigneeId: userId, limit: FEW } as const;
  const questions = useRead('listQuestions', { projectId }, asked, { enabled: own.questions > 0 });
  return (
    <Section title="Given to me">
      {own.rounds + own.questions === 0 && <p className="text-muted">No round and no question.</p>}
      {own.rounds > 0 && (
        <FirstFew none="" total={own.rounds} href={`${page}/rounds?waits=${userId}`}>
          {(rounds.data?.items ?? []).slice(0, FEW).map((round) => (
            <WorkItem
              key={round.id}
              href={`${page}/rounds/${round.id}`}
              under={`Round by ${round.creator.name}${round.blind ? ', blind' : ''}: not handed in`}
            >
              {round.name}
            </WorkItem>
          ))}
        </FirstFew>
      )}
      {own.questions > 0 && (
        <FirstFew none="" total={own.questions} href={`${page}/questions?state=open&assignee=${userId}`}>
          {(questions.data?.items ?? []).map((question) => (
            <WorkItem
              key={question.id}
              href={`${page}/questions/${question.id}`}
              under={`Question by ${question.creator.name}${question.dueOn ? `, due ${absoluteTime(question.dueOn)}` : ''}`}
            >
              {question.text}
            </WorkItem>
          ))}
        </FirstFew>
      )}
    </Section>
  );
}
