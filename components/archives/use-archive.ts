import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { useForget } from '@/components/live/use-forget';
import { useSend } from '@/components/live/use-send';
import { announce } from '@/components/ui/announce';
import { notify } from '@/components/ui/notify';
import { bringArchive, Problem } from '@/lib/api/client';
import type { ArchiveCheck } from '@/lib/archives/archive';
import { useTakeBack } from './use-take-back';

const MEGABYTE = 1024 * 1024;

/** What is being done with the file just now, and how much of it has been sent, 0 to 1. */
export type Way = { doing: 'trying' | 'bringing'; sent: number };

/** Why a file cannot be sent, in words. */
function faultOf(files: readonly File[], most: number): string | null {
  const [file, ...more] = files;
  if (more.length > 0) return 'One archive at a time: each makes a project of its own.';
  if (file!.size <= most * MEGABYTE) return null;
  return `“${file!.name}” is over ${most} MB, the most that this server takes from a browser. Whoever runs it can bring it in on its command line.`;
}

/** An archive on its way in: tried without a trace, then written as it was seen. `most` is in megabytes. */
export function useArchive(most: number) {
  const router = useRouter();
  const forget = useForget();
  const takeBack = useTakeBack();
  const { busy, problem, send, dismiss } = useSend();
  const chosen = useRef<{ file: File; key: string } | null>(null);
  const [check, setCheck] = useState<ArchiveCheck | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [way, setWay] = useState<Way | null>(null);

  async function go(doing: Way['doing'], plan?: string) {
    const { file, key } = chosen.current!;
    setWay({ doing, sent: 0 });
    const sent = plan ? { plan, key } : { key: crypto.randomUUID() };
    const done = await send(() => bringArchive(file, sent, (share) => setWay({ doing, sent: share })));
    setWay(null);
    return done;
  }
  async function tryOut(file: File) {
    chosen.current = { file, key: crypto.randomUUID() };
    const done = await go('trying');
    setCheck(done?.check ?? null);
    if (done) announce('This is what would come. Nothing was written yet.');
  }
  async function choose(files: readonly File[]) {
    if (files.length === 0) return;
    setCheck(null);
    dismiss();
    const found = faultOf(files, most);
    setFault(found);
    if (!found) await tryOut(files[0]!);
  }
  async function bring() {
    if (!check) return;
    const done = await go('bringing', check.plan);
    const { projectId, head } = done ?? {};
    if (!projectId || head == null) return;
    forget('listProjects', 'findMe');
    const run = () =>
      void takeBack(projectId, head, check.project).catch((error: unknown) => {
        if (!(error instanceof Problem)) throw error;
        notify('Not taken back', { key: 'brought', description: error.message });
      });
    notify(`“${check.project}” is in`, { key: 'brought', action: { label: 'Undo', run } });
    router.push(`/projects/${projectId}`);
  }
  return { busy, problem, fault, check, way, choose, bring, again: () => tryOut(chosen.current!.file) };
}
