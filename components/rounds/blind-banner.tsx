'use client';
import { useRead } from '@/components/live/use-read';
import { useHere } from '@/components/members/use-here';
import { late } from '@/components/ui/late';
import { LatePart } from '@/components/ui/late-part';
import { Notice } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';

const actions = late(() => import('./round-actions').then((file) => file.RoundActions));

interface BlindBannerProps {
  projectId: string;
  of: 'article' | 'claim';
  id: string;
}

/** On an article or a claim of an open blind round: that one sees only one's own work on it, and the way to hand in. */
export function BlindBanner({ projectId, of, id }: BlindBannerProps) {
  const rounds = useRead('listRounds', { projectId });
  const { me } = useHere(projectId);
  const round = rounds.data?.items.find(
    ({ blind, status, articleIds, claimIds }) =>
      blind && status === 'open' && (of === 'article' ? articleIds : claimIds).includes(id),
  );
  if (!round) return null;
  const own = round.analysts.find(({ analyst }) => analyst.id === me.id);
  return (
    <Notice
      title={
        <>
          Blind round <TextLink href={`/projects/${projectId}/rounds/${round.id}`}>{round.name}</TextLink>
        </>
      }
      action={<LatePart of={actions} with={{ round, small: true }} />}
    >
      {own?.handedInAt
        ? 'You have handed in: take that back to go on. You see only your own work until the reveal.'
        : 'You see only your own work here, and nobody else sees it, until the reveal.'}
    </Notice>
  );
}
