import type { Metadata } from 'next';
import { Door } from '@/components/account/door';
import { LinkForm } from '@/components/account/link-form';

export const metadata: Metadata = { title: 'Sign in' };

export default async function LinkPage({ params }: { params: Promise<{ secret: string }> }) {
  return (
    <Door title="One-time sign-in link">
      <LinkForm secret={(await params).secret} />
    </Door>
  );
}
