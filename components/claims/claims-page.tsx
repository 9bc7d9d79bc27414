import type { ReactNode } from 'react';
import { Page } from '@/components/frame/page';
import { ClaimViews } from '@/components/pictures/claim-views';
import { ClaimFilters } from './claim-filters';

interface ClaimsPageProps {
  projectId: string;
  actions?: ReactNode;
  children: ReactNode;
}

/** The project's claims, filtered, in one of their views. */
export const ClaimsPage = ({ projectId, actions, children }: ClaimsPageProps) => (
  <Page
    title="Claims"
    width="flush"
    aside={<ClaimViews projectId={projectId} />}
    actions={actions}
    toolbar={<ClaimFilters projectId={projectId} />}
  >
    {children}
  </Page>
);
