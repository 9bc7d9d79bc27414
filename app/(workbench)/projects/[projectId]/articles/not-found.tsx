import type { Metadata } from 'next';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';

export const metadata: Metadata = { title: 'Nothing here' };

/**
 * Of any article, so that the router keeps it once and not with each. Without a script of its own, which every reader would be sent: so its
 * links go from the address, which it is not told.
 */
export default function NoArticle() {
  const actions = (
    <>
      <ButtonLink href="../history?kind=articles">History of the articles</ButtonLink>
      <ButtonLink href="../articles">All articles</ButtonLink>
    </>
  );
  return (
    <EmptyState level={1} title="This article is not here" action={actions}>
      It was deleted, or it is in a project that you are not a member of. The history says who deleted it, and there a
      lead brings it back.
    </EmptyState>
  );
}
