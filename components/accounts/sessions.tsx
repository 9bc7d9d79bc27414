'use client';
import { useState } from 'react';
import { Refusal } from '@/components/live/refusal';
import { Unread } from '@/components/live/unread';
import { useForget } from '@/components/live/use-forget';
import { useRead } from '@/components/live/use-read';
import { useSend } from '@/components/live/use-send';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import type { Column } from '@/components/ui/data-table-look';
import { DialogConfirm } from '@/components/ui/dialog-confirm';
import { notify } from '@/components/ui/notify';
import { Time } from '@/components/ui/time';
import { api } from '@/lib/api/client';
import type { Session } from '@/lib/accounts/account';
import { agentWords } from './agent-words';
import { leave } from './leave';

const columnsFor = (onEnd: (session: Session) => void): Column<Session>[] => [
  {
    id: 'agent',
    header: 'Browser',
    primary: true,
    cell: (session) => (
      <span className="inline-flex max-w-full items-center gap-2" title={session.agent}>
        <span className="truncate font-medium">{agentWords(session.agent)}</span>
        {session.current && <Badge tone="good">this one</Badge>}
      </span>
    ),
  },
  {
    id: 'since',
    header: 'Signed in',
    width: '11rem',
    from: 'lg',
    cell: (session) => <Time at={session.createdAt} />,
  },
  { id: 'seen', header: 'Last seen', width: '11rem', from: 'md', cell: (session) => <Time at={session.seenAt} /> },
  {
    id: 'end',
    header: 'Sign out',
    width: '6.5rem',
    align: 'end',
    cell: (session) => (
      <Button
        size="small"
        aria-label={`Sign out of ${agentWords(session.agent)}${session.current ? ', this browser' : ''}`}
        onClick={() => onEnd(session)}
      >
        Sign out
      </Button>
    ),
  },
];

/** Where one is signed in, and the ways out. */
export function Sessions() {
  const list = useRead('listSessions', {});
  const forget = useForget();
  const { busy, problem, send } = useSend();
  const [asking, setAsking] = useState(false);

  async function end(session: Session) {
    if (session.current) return void send(() => leave('here'));
    const done = await send(() => api('revokeSessions', { body: { id: session.id } }));
    forget('listSessions');
    if (done) notify('Signed out there');
  }
  async function endOthers() {
    const done = await send(() => api('revokeSessions', { body: { spareCurrent: true } }));
    forget('listSessions');
    if (done) notify(done.revoked === 1 ? 'Signed out of 1 other browser' : `Signed out of ${done.revoked} others`);
  }
  return (
    <section aria-labelledby="sessions" className="mt-10">
      <div className="flex flex-wrap items-center gap-2 px-4 pb-2 md:px-6">
        <h2 id="sessions" className="mr-1 text-lg font-semibold">
          Signed in
        </h2>
        <Button size="small" busy={busy} onClick={() => void endOthers()}>
          Sign out of the others
        </Button>
        <Button size="small" variant="danger" onClick={() => setAsking(true)}>
          Sign out everywhere
        </Button>
      </div>
      <div className="px-4 pb-2 empty:hidden md:px-6">
        <Refusal problem={problem} />
      </div>
      {list.error ? (
        <Unread what="Your sessions" error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <DataTable
          label="Sessions"
          columns={columnsFor((session) => void end(session))}
          rows={list.data?.items ?? []}
          rowKey={(session) => session.id}
          loading={list.isPending}
        />
      )}
      <DialogConfirm
        open={asking}
        onOpenChange={setAsking}
        title="Sign out everywhere?"
        description="Every browser, this one too, has to sign in again. What is saved stays saved."
        confirmLabel="Sign out everywhere"
        danger
        busy={busy}
        onConfirm={() => void send(() => leave('everywhere'))}
      />
    </section>
  );
}
