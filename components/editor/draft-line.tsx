'use client';
import { Check, CircleDashed, CloudOff, LoaderCircle, TriangleAlert } from 'lucide-react';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { TextLink } from '@/components/ui/text-link';
import type { DraftState } from './draft';

interface DraftLineProps {
  state: DraftState;
  /** A choice is waited for. */
  held: boolean;
  onStop: () => void;
}

/** How it stands with the words: on this device, kept on the server, on their way, in conflict. */
export function DraftLine({ state, held, onStop }: DraftLineProps) {
  const { blank, safe, sending, signedOut, problem, elsewhere } = state;
  if (sending === 'under-way' && held)
    return (
      <Line icon={<TriangleAlert size={13} aria-hidden className="text-warn" />}>Waits for your choice above</Line>
    );
  if (sending === 'under-way')
    return (
      <Line icon={<LoaderCircle size={13} aria-hidden className="animate-spin motion-reduce:animate-none" />}>
        Sending
      </Line>
    );
  if (sending === 'waiting')
    return (
      <Line live icon={<CloudOff size={13} aria-hidden className="text-warn" />}>
        {signedOut ? <SignedOut /> : 'Not sent yet: the server does not answer. It goes out by itself, once.'}{' '}
        <Button size="small" variant="quiet" onClick={onStop}>
          Stop and edit
        </Button>
      </Line>
    );
  if (problem?.code === 'stale')
    return (
      <Line icon={<TriangleAlert size={13} aria-hidden className="text-bad" />}>Conflict: nothing was overwritten</Line>
    );
  if (elsewhere)
    return (
      <Line live icon={<Check size={13} aria-hidden />}>
        What you had written here was sent or thrown away on another device.
      </Line>
    );
  if (blank) return null;
  if (signedOut)
    return (
      <Line live icon={<CloudOff size={13} aria-hidden className="text-warn" />}>
        <SignedOut />
      </Line>
    );
  if (safe === 'server') return <Line icon={<Check size={13} aria-hidden className="text-good" />}>Draft kept</Line>;
  return (
    <Line icon={<CircleDashed size={13} aria-hidden />}>
      {safe === 'device' ? 'Draft on this device' : 'Draft in this page only'}
    </Line>
  );
}

function Line({ icon, live = false, children }: { icon: ReactNode; live?: boolean; children: ReactNode }) {
  return (
    <span
      {...(live ? { role: 'status' } : {})}
      className="inline-flex min-h-6 flex-wrap items-center gap-1.5 text-sm text-muted"
    >
      {icon}
      <span>{children}</span>
    </span>
  );
}

function SignedOut() {
  const next = encodeURIComponent(usePathname());
  return (
    <>
      Draft on this device. You are signed out: <TextLink href={`/sign-in?next=${next}`}>sign in again</TextLink>, and
      it is here.
    </>
  );
}
