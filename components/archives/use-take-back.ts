import { useRouter } from 'next/navigation';
import { useForget } from '@/components/live/use-forget';
import { notify } from '@/components/ui/notify';
import { api } from '@/lib/api/client';

/** Takes a project back that was brought in, as it stood at `head`, and goes to where the others are. Throws `Problem`. */
export function useTakeBack() {
  const router = useRouter();
  const forget = useForget();
  return async (projectId: string, head: number, project: string): Promise<true> => {
    await api('takeBackProject', { params: { projectId }, body: { head } });
    forget('listProjects', 'findMe');
    notify(`“${project}” was taken back`, { key: 'brought' });
    router.push('/projects');
    return true;
  };
}
