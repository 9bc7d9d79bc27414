import type { Metadata } from 'next';
import { OuterFrame } from '@/components/accounts/outer-frame';
import { Sessions } from '@/components/accounts/sessions';
import { Tokens } from '@/components/accounts/tokens';
import { Page } from '@/components/frame/page';
import { Hydrate } from '@/components/live/hydrate';
import { QueryProvider } from '@/components/live/query-provider';
import { findMe, listSessions, listTokens } from '@/lib/accounts/queries';
import { keyOf } from '@/lib/api/client';
import { readPage } from '@/lib/auth/page';

export const metadata: Metadata = { title: 'Account' };

export default async function AccountPage() {
  const { me, tokens, sessions } = await readPage(async (ctx) => ({
    me: await findMe(ctx),
    tokens: await listTokens(ctx),
    sessions: await listSessions(ctx),
  }));
  return (
    <QueryProvider>
      <Hydrate
        answers={[
          [keyOf('listTokens'), tokens],
          [keyOf('listSessions'), sessions],
        ]}
      >
        <OuterFrame me={me} here="/account">
          <Page title={me.name} aside={<span className="text-muted">{me.email}</span>} width="flush">
            <Tokens />
            <Sessions />
          </Page>
        </OuterFrame>
      </Hydrate>
    </QueryProvider>
  );
}
