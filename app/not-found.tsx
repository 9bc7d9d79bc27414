import type { Metadata } from 'next';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';

export const metadata: Metadata = { title: 'Nothing here' };

export default function NotFound() {
  return (
    <main id="main" className="flex flex-1 flex-col justify-center">
      <EmptyState level={1} title="Nothing here" action={<ButtonLink href="/">To the start</ButtonLink>}>
        The address is wrong, what it led to was deleted, or it belongs to a project that you are not a member of.
      </EmptyState>
    </main>
  );
}
