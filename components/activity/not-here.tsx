'use client';
import { useParams } from 'next/navigation';
import { late } from '@/components/ui/late';
import { LatePart } from '@/components/ui/late-part';

const gone = late(() => import('./gone').then((file) => file.Gone), { atRest: false });

interface NotHereProps {
  what: string;
  /** The part of the address that holds its id, and the list that it stood in. */
  of: 'articleId' | 'claimId' | 'entityId' | 'questionId';
  list: string;
}

/** The page of something that is not there. It comes along with every page of its kind, so what it shows is fetched when it is seen. */
export function NotHere({ what, of, list }: NotHereProps) {
  const params = useParams<Record<string, string>>();
  const projectId = params.projectId!;
  const away = { href: `/projects/${projectId}/${list}`, label: `All ${list}` };
  const onBack = () => window.location.reload();
  return <LatePart of={gone} with={{ projectId, id: params[of]!, what, away, onBack }} />;
}
