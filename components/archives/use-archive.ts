import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useForget } from '@/components/live/use-forget';
import { useSend } from '@/components/live/use-send';
import { announce } from '@/components/ui/announce';
import { api } from '@/lib/api/client';
import { BY_THE_DOOR, type ArchiveCheck } from '@/lib/archives/archive';

/** The text of a chosen file, or in words why it cannot be sent. */
async function textOf(files: readonly File[]): Promise<{ text: string } | { fault: string }> {
  const [file, ...more] = files;
  if (more.length > 0) return { fault: 'One archive at a time: each makes a project of its own.' };
  if (file!.size > BY_THE_DOOR)
    return {
      fault: `“${file!.name}” is over 60 MB, which is too large for a browser to bring in. Whoever runs this server can, on its command line.`,
    };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await file!.arrayBuffer()) };
  } catch {
    return { fault: `“${file!.name}” is no archive of a project: those are text in UTF-8, and end in .archive.jsonl.` };
  }
}

/** An archive on its way in: read here, tried without a trace, then written as it was seen. */
export function useArchive() {
  const router = useRouter();
  const forget = useForget();
  const { busy, problem, send, dismiss } = useSend();
  const [archive, setArchive] = useState('');
  const [check, setCheck] = useState<ArchiveCheck | null>(null);
  const [fault, setFault] = useState<string | null>(null);

  async function tryOut(text: string) {
    const done = await send(() => api('bringArchive', { body: { archive: text }, key: null }));
    setCheck(done?.check ?? null);
    if (done) announce('This is what would come. Nothing was written yet.');
  }
  async function choose(files: readonly File[]) {
    if (files.length === 0) return;
    setFault(null);
    setCheck(null);
    dismiss();
    const read = await textOf(files);
    if ('fault' in read) return setFault(read.fault);
    setArchive(read.text);
    await tryOut(read.text);
  }
  async function bring() {
    if (!check) return;
    const done = await send(() => api('bringArchive', { body: { archive, plan: check.plan } }));
    if (!done?.projectId) return;
    forget('listProjects', 'findMe');
    router.push(`/projects/${done.projectId}`);
  }
  return { busy, problem, fault, check, choose, bring, again: () => tryOut(archive) };
}
