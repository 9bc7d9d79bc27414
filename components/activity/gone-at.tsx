'use client';
import { useParams } from 'next/navigation';
import { Gone } from './gone';

/** The parts of an address that hold the id of something with a page. */
const parts = ['articleId', 'claimId', 'entityId', 'questionId'] as const;

/** What is not here by the address: "claims" of a project. */
export function GoneAt({ what, list }: { what: string; list: string }) {
  const params = useParams<Record<string, string>>();
  const projectId = params.projectId!;
  const id = params[parts.find((part) => params[part])!]!;
  const away = { href: `/projects/${projectId}/${list}`, label: `All ${list}` };
  return <Gone projectId={projectId} id={id} what={what} away={away} onBack={() => window.location.reload()} />;
}
