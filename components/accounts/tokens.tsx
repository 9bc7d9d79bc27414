'use client';
import { useState } from 'react';
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
import { TextLink } from '@/components/ui/text-link';
import { Time } from '@/components/ui/time';
import { api } from '@/lib/api/client';
import type { Token } from '@/lib/accounts/account';
import { Refusal } from '@/components/live/refusal';
import { NewToken } from './new-token';

/** The projects that a token reaches, by name; one that was left since has none any more. */
function reachOf({ projectIds }: Token, names: ReadonlyMap<string, string>): string {
  if (!projectIds) return 'all projects';
  const still = projectIds.flatMap((id) => names.get(id) ?? []);
  const left = projectIds.length - still.length;
  return [...still, ...(left ? [`${left} that you left`] : [])].join(', ');
}

const mayOf = ({ scopes }: Token): string => (scopes.includes('write') ? 'read and write' : 'read');

const columnsFor = (names: ReadonlyMap<string, string>, onRevoke: (token: Token) => void): Column<Token>[] => [
  {
    id: 'name',
    header: 'Token',
    primary: true,
    cell: (token) => (
      <>
        <span className="font-medium">{token.name}</span>
        <span className="block truncate text-sm text-muted md:hidden">
          {mayOf(token)} · {reachOf(token, names)}
        </span>
      </>
    ),
  },
  {
    id: 'scopes',
    header: 'May',
    width: '8rem',
    from: 'md',
    cell: mayOf,
  },
  { id: 'reach', header: 'Reaches', from: 'md', cell: (token) => reachOf(token, names) },
  {
    id: 'used',
    header: 'Last used',
    width: '11rem',
    from: 'lg',
    cell: (token) => (token.usedAt ? <Time at={token.usedAt} /> : <span className="text-faint">never</span>),
  },
  {
    id: 'ends',
    header: 'Ends',
    width: '7.5rem',
    cell: (token) => (
      <>
        <Time at={token.expiresAt} detail="date" />
        {/* On a line of its own: beside the date the cell would cut it off. */}
        {token.ended && (
          <span className="mt-0.5 block">
            <Badge>ended</Badge>
          </span>
        )}
      </>
    ),
  },
  {
    id: 'revoke',
    header: 'Revoke',
    width: '6.5rem',
    align: 'end',
    cell: (token) => (
      <Button size="small" aria-label={`Revoke ${token.name}`} onClick={() => onRevoke(token)}>
        Revoke
      </Button>
    ),
  },
];

/** One's own access tokens: for scripts and other programs. */
export function Tokens() {
  const list = useRead('listTokens', {});
  const me = useRead('findMe', {});
  const names = new Map(me.data?.memberships.map(({ projectId, project }) => [projectId, project]));
  const forget = useForget();
  const { busy, problem, send, dismiss } = useSend();
  const [ending, setEnding] = useState<Token | null>(null);

  async function revoke(token: Token) {
    const done = await send(() => api('revokeToken', { params: { id: token.id }, body: {} }));
    forget('listTokens');
    if (!done) return;
    setEnding(null);
    notify(`${token.name} was revoked`);
  }
  return (
    <section aria-labelledby="tokens">
      <div className="flex flex-wrap items-center gap-3 px-4 pb-2 md:px-6">
        <h2 id="tokens" className="text-lg font-semibold">
          Access tokens
        </h2>
        <NewToken />
        <TextLink href="/api-docs" className="ml-auto">
          What programs can ask
        </TextLink>
      </div>
      {list.error ? (
        <Unread what="Your tokens" error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <DataTable
          label="Access tokens"
          columns={columnsFor(names, (token) => {
            dismiss();
            setEnding(token);
          })}
          rows={list.data?.items ?? []}
          rowKey={(token) => token.id}
          loading={list.isPending}
          empty={
            <p className="px-4 text-muted md:px-6">None. A token lets a script of yours do what you may do here.</p>
          }
        />
      )}
      <DialogConfirm
        open={ending !== null}
        onOpenChange={(open) => !open && setEnding(null)}
        title={`Revoke ${ending?.name ?? ''}?`}
        description="Whatever uses it is refused from the next request on. This cannot be undone; a new token can be made."
        confirmLabel="Revoke"
        danger
        busy={busy}
        onConfirm={() => ending && void revoke(ending)}
      >
        <Refusal problem={problem} />
      </DialogConfirm>
    </section>
  );
}
