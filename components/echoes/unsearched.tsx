'use client';
import { Refusal } from '@/components/live/refusal';
import { useForget } from '@/components/live/use-forget';
import { useRead } from '@/components/live/use-read';
import { useSend } from '@/components/live/use-send';
import { useHere } from '@/components/members/use-here';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { api } from '@/lib/api/client';

/** Says how many articles came in before echoes were searched for, and searches them. */
export function Unsearched({ projectId }: { projectId: string }) {
  const { data } = useRead('listEchoes', { projectId }, { limit: 1 });
  const { may } = useHere(projectId);
  const { busy, problem, send } = useSend();
  const forget = useForget();
  if (!data || data.unsearched === 0) return null;
  async function search() {
    await send(async () => {
      for (let left = 1; left > 0;) ({ left } = await api('searchEchoes', { params: { projectId }, body: {} }));
    });
    forget('listEchoes', 'findEchoMap');
  }
  return (
    <div className="px-4 md:px-6">
      <Refusal problem={problem} />
      <Notice
        title={
          data.unsearched === 1 ? '1 article was not searched yet' : `${data.unsearched} articles were not searched yet`
        }
        action={
          may('echo.search') === true ? (
            <Button size="small" busy={busy} onClick={() => void search()}>
              Search them
            </Button>
          ) : undefined
        }
      >
        They came in before echoes were searched for. What they share with others is not shown until they are.
      </Notice>
    </div>
  );
}
