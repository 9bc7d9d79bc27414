import { useState } from 'react';
import { useForget } from '@/components/live/use-forget';
import { useSend } from '@/components/live/use-send';
import { announce } from '@/components/ui/announce';
import { api } from '@/lib/api/client';
import type { ImportCheck, ImportInput, ImportView } from '@/lib/imports/import';
import { chosenFiles, Unreadable, type Chosen } from './chosen-files';

type Files = ImportInput['files'];
type Types = ReadonlyMap<string, string | null>;

const bodyOf = (files: Files, types: Types): ImportInput => ({
  files,
  ...(types.size ? { types: [...types].map(([label, type]) => ({ label, type })) } : {}),
});

/** Files on their way in: read here, tried without a trace, then written as they were seen. */
export function useBringing(projectId: string) {
  const { busy, problem, send, dismiss } = useSend();
  const forget = useForget();
  const [{ files, passedOver }, setChosen] = useState<Chosen>({ files: [], passedOver: [] });
  const [types, setTypes] = useState<Types>(new Map());
  const [check, setCheck] = useState<ImportCheck | null>(null);
  const [made, setMade] = useState<ImportView | null>(null);
  const [fault, setFault] = useState<string | null>(null);

  async function tryOut(of: Files, as: Types) {
    const done = await send(() => api('bringIn', { params: { projectId }, body: bodyOf(of, as), key: null }));
    setCheck(done?.check ?? null);
    if (done) announce('This is what would come. Nothing was written yet.');
  }
  async function choose(chosen: File[]) {
    if (chosen.length === 0) return;
    setFault(null);
    setMade(null);
    setCheck(null);
    dismiss();
    try {
      const read = await chosenFiles(chosen);
      setChosen(read);
      setTypes(new Map());
      await tryOut(read.files, new Map());
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      setFault(error.message);
    }
  }
  async function mean(label: string, type: string | null) {
    const next = new Map(types).set(label, type);
    setTypes(next);
    await tryOut(files, next);
  }
  async function bring() {
    if (!check) return;
    const done = await send(() =>
      api('bringIn', { params: { projectId }, body: { ...bodyOf(files, types), plan: check.plan } }),
    );
    if (!done?.import) return;
    setMade(done.import);
    setCheck(null);
    announce('All of it is in.');
    forget('listImports', 'listArticles', 'listEntities', 'listClaims', 'listThreads', 'listHistory');
  }
  return { busy, problem, fault, check, made, passedOver, choose, mean, bring, again: () => tryOut(files, types) };
}
