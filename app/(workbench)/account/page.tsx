import type { Metadata } from 'next';
import { OuterFrame } from '@/components/accounts/outer-frame';
import { Sessions } from '@/components/accounts/sessions';
import { Tokens } from '@/components/accounts/tokens';
import { Page } from '@/components/frame/page';
import { Hydrate } from '@/components/live/hydrate';
import { QueryProvider } from '@/components/live/query-provider';
import { NoticeSettings } from '@/components/notifications/notice-settings';
import { findMe, listSessions, listTokens } from '@/lib/accounts/queries';
import { keyOf } from '@/lib/api/client';
import { readPage } from '@/lib/auth/page';
import { findNoticeSetting } from '@/lib/notifications/queries';

export const metadata: Metadata = { title: 'Account' };

export default async function AccountPage() {
  const { me, tokens, sessions, setting } = await readPage(async (ctx) => ({
    me: await findMe(ctx),
    tokens: await listTokens(ctx),
    sessions: await listSessions(ctx),
    setting: await findNoticeSetting(ctx),
  }));
  return (
    <QueryProvider>
      <Hydrate
        answers={[
          [keyOf('findMe'), me],
          [keyOf('listTokens'), tokens],
          [keyOf('listSessions'), sessions],
          [keyOf('findNoticeSetting'), setting],
        ]}
      >
        <OuterFrame me={me} here="/account">
          <Page title={me.name} aside={<span className="text-muted">{me.email}</span>} width="flush">
            <Tokens />
            <Sessions />
            <NoticeSettings />
          </Page>
        </OuterFrame>
      </Hydrate>
    </QueryProvider>
  );
}
