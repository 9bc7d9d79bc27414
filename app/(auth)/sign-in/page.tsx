import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { Door } from '@/components/account/door';
import { SignInForm } from '@/components/account/sign-in-form';
import { actorFrom } from '@/lib/auth/actor';

export const metadata: Metadata = { title: 'Sign in' };

/** Only a path of this site is a way on. */
const onward = (next: string | undefined) => (next && /^\/(?![/\\])/.test(next) ? next : '/');

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string }> }) {
  const next = onward((await searchParams).next);
  if (await actorFrom(await headers())) redirect(next);
  return (
    <Door title="Sign in">
      <SignInForm next={next} />
    </Door>
  );
}
