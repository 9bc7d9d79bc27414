'use client';
import { useRead } from '@/components/live/use-read';
import { Section } from '@/components/start/section';
import { Quote } from '@/components/ui/quote';
import type { OwnWork } from '@/lib/overviews/overview';
import { claimHref, wordsHref } from '@/lib/threads/place';
import { FEW } from './figures';
import { FirstFew } from './first-few';
import { WorkItem } from './work-item';

/** What colleagues did not accept: the words, and why. */
export function CameBack({ projectId, own }: { projectId: string; own: OwnWork }) {
  const back = { kind: 'mine', limit: FEW } as const;
  const queue = useRead('findReviewQueue', { projectId }, back, { enabled: own.sentBack > 0 });
  const { claims = [], tags = [] } = queue.data ?? {};
  return (
    <Section title="What came back">
      <FirstFew
        none="Nothing of yours was sent back."
        total={own.sentBack}
        href={`/projects/${projectId}/review?kind=mine`}
      >
        {claims.slice(0, FEW).map((claim) => (
          <WorkItem key={claim.id} href={claimHref(projectId, claim.id)} under="Claim sent back">
            {claim.statement}
          </WorkItem>
        ))}
        {tags.slice(0, Math.max(0, FEW - claims.length)).map((tag) => {
          const no = tag.reviews.find(({ verdict }) => verdict !== 'accept');
          return (
            <WorkItem
              key={tag.id}
              href={wordsHref(projectId, tag.articleId, tag.highlightId)}
              under={no && `${no.reviewer.name}${no.reason ? `: ${no.reason}` : ' sent it back'}`}
            >
              <Quote lang={tag.article.language}>{tag.highlight.quote}</Quote>
            </WorkItem>
          );
        })}
      </FirstFew>
    </Section>
  );
}
