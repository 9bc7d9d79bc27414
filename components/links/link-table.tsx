'use client';
import { useState } from 'react';
import { Refusal } from '@/components/live/refusal';
import { Unread } from '@/components/live/unread';
import { useForget } from '@/components/live/use-forget';
import { usePages } from '@/components/live/use-pages';
import { useSend } from '@/components/live/use-send';
import { useHere } from '@/components/members/use-here';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import type { Column } from '@/components/ui/data-table-look';
import { DialogConfirm } from '@/components/ui/dialog-confirm';
import { EmptyState } from '@/components/ui/empty-state';
import { notify } from '@/components/ui/notify';
import { Time } from '@/components/ui/time';
import { TlpBadge } from '@/components/ui/tlp-badge';
import { api } from '@/lib/api/client';
import type { Link } from '@/lib/links/link';

const nameOf = (link: Link): string => link.claim?.statement ?? link.export!.fileName;
const tones = { open: 'good', expired: 'neutral', revoked: 'neutral', closed: 'warn' } as const;

const columns: Column<Link>[] = [
  {
    id: 'what',
    header: 'Shared',
    primary: true,
    cell: (link) => <span className="wrap-anywhere">{nameOf(link)}</span>,
  },
  {
    id: 'state',
    header: 'State',
    width: '6rem',
    cell: ({ state, why }) => (
      <Badge tone={tones[state]} {...(why ? { title: why } : {})}>
        {state}
      </Badge>
    ),
  },
  { id: 'opens', header: 'Opened', width: '5rem', align: 'end', cell: ({ opens }) => opens },
  { id: 'ceiling', header: 'Ceiling', width: '9rem', from: 'lg', cell: ({ ceiling }) => <TlpBadge tlp={ceiling} /> },
  {
    id: 'ends',
    header: 'Ends',
    width: '8rem',
    from: 'md',
    cell: ({ expiresAt }) => <Time at={expiresAt} detail="date" />,
  },
  { id: 'by', header: 'By', width: '10rem', from: 'lg', cell: ({ creator }) => creator.name },
];

/** What is shared from this project, how often it was opened, and the way to take it back. */
export function LinkTable({ projectId }: { projectId: string }) {
  const { may } = useHere(projectId);
  const pages = usePages('listLinks', { projectId }, {});
  const [revoking, setRevoking] = useState<Link | null>(null);
  const own: Column<Link> = {
    id: 'revoke',
    header: 'End it',
    width: '6rem',
    align: 'end',
    cell: (link) =>
      (link.state === 'open' || link.state === 'closed') && may('link.revoke', link) === true ? (
        <Button
          variant="quiet"
          size="small"
          aria-label={`Revoke the link to ${nameOf(link)}`}
          onClick={() => setRevoking(link)}
        >
          Revoke
        </Button>
      ) : null,
  };
  if (pages.error) return <Unread what="The links" error={pages.error} onRetry={() => void pages.refetch()} />;
  return (
    <section aria-labelledby="links" className="mt-10">
      <h2 id="links" className="px-4 pb-2 text-lg font-semibold md:px-6">
        Links
      </h2>
      <DataTable
        label="Links"
        columns={[...columns, own]}
        rows={pages.rows}
        rowKey={(link) => link.id}
        loading={pages.loading}
        empty={
          <EmptyState title="Nothing is shared">
            An approved claim or an export can be shared by a link that ends, counts how often it was opened, and can be
            revoked here.
          </EmptyState>
        }
      />
      {pages.more && (
        <div className="p-4 md:px-6">
          <Button onClick={pages.more}>Show more</Button>
        </div>
      )}
      {revoking && <Revoke link={revoking} onClose={() => setRevoking(null)} />}
    </section>
  );
}

function Revoke({ link, onClose }: { link: Link; onClose: () => void }) {
  const forget = useForget();
  const { busy, problem, send } = useSend();
  async function revoke() {
    const done = await send(() => api('revokeLink', { params: { id: link.id }, body: {} }));
    if (!done) return;
    forget('listLinks', 'listHistory');
    notify('Link revoked', { key: 'link' });
    onClose();
  }
  return (
    <DialogConfirm
      open
      onOpenChange={(open) => !open && onClose()}
      title="Revoke this link?"
      description="Its address shows nothing from now on, for good. The claim or export itself stays."
      confirmLabel="Revoke"
      danger
      busy={busy}
      onConfirm={() => void revoke()}
    >
      <Refusal problem={problem} />
    </DialogConfirm>
  );
}
