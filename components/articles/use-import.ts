'use client';
import { useState } from 'react';
import { announce } from '@/components/ui/announce';
import { api, Problem, uploadArticle } from '@/lib/api/client';
import type { Article } from '@/lib/articles/article';
import type { Upload } from '@/lib/articles/upload';
import { refuse, setOut, settle, type ArrivalPlace } from './arrivals';
import { mayPass } from './may-pass';

export type Brought =
  | { key: string; name: string; state: 'waiting' | 'sending' }
  /** `publisher`: the name that its page gives. */
  | { key: string; name: string; state: 'here'; article: Article; publisher?: string | null }
  | { key: string; name: string; state: 'doubled'; articleId: string; words: string; same: Same | null }
  | { key: string; name: string; state: 'refused'; words: string; retry: Sent | null };

type Same = { title: string; language: string | null };
type Sent = { name: string; size?: number; publisher?: string | null; send: () => Promise<Article> };

const asFile = ({ key, sent: { name, size } }: { key: string; sent: Sent }) =>
  size === undefined ? [] : [{ key, name, size }];

/** What came of bringing one in: the article, the one that has this text already, or why not. */
async function outcomeOf(key: string, sent: Sent): Promise<Brought> {
  const { name, publisher = null, send } = sent;
  try {
    return { key, name, state: 'here', article: await send(), publisher };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { articleId, same } = error.extra;
    if (error.code === 'duplicate-article' && typeof articleId === 'string')
      return { key, name, state: 'doubled', articleId, words: error.message, same: (same as Same | undefined) ?? null };
    return { key, name, state: 'refused', words: error.message, retry: mayPass(error.code) ? sent : null };
  }
}

const fileOf = (projectId: string, file: File): Sent => ({
  name: file.name,
  size: file.size,
  send: () => uploadArticle(projectId, file),
});
const pastedOf = (projectId: string, text: string): Sent => ({
  name: 'Pasted text',
  send: () => api('addArticle', { params: { projectId }, body: { text } }),
});
const waitingOf = (projectId: string, { id, name, site }: Upload): Sent => ({
  name,
  publisher: site,
  send: () => api('addArticle', { params: { projectId }, body: { uploadId: id } }),
});

/** Texts on their way in, one after the other; a refused one does not hold up the rest. `place`: where to keep in mind what did not come. */
export function useImport(projectId: string, place: ArrivalPlace) {
  const [brought, setBrought] = useState<Brought[]>([]);
  const put = (entry: Brought) => setBrought((all) => all.map((other) => (other.key === entry.key ? entry : other)));

  /** Sends one. What came as a file is known by name after the page is loaded anew, if it is not in; other texts wait where they are. */
  async function sendOne(key: string, sent: Sent): Promise<Brought> {
    put({ key, name: sent.name, state: 'sending' });
    const outcome = await outcomeOf(key, sent);
    if (outcome.state !== 'refused') settle(place, key);
    else if (sent.size !== undefined) refuse(place, { ...outcome, again: outcome.retry !== null });
    put(outcome);
    return outcome;
  }
  async function bring(all: Sent[]): Promise<Brought[]> {
    if (all.length === 0) return [];
    const batch = all.map((sent) => ({ key: crypto.randomUUID(), sent }));
    setBrought((before) => [
      ...before,
      ...batch.map(({ key, sent }) => ({ key, name: sent.name, state: 'waiting' as const })),
    ]);
    setOut(place, batch.flatMap(asFile));
    const done: Brought[] = [];
    for (const { key, sent } of batch) done.push(await sendOne(key, sent));
    const kept = done.filter((outcome) => outcome.state === 'here').length;
    announce(`${kept} of ${done.length} brought in.`);
    return done;
  }

  return {
    brought,
    drop: (files: File[]) => bring(files.map((file) => fileOf(projectId, file))),
    paste: (text: string) => bring([pastedOf(projectId, text)]),
    /** Makes articles of files that were looked over. */
    take: (uploads: Upload[]) => bring(uploads.map((upload) => waitingOf(projectId, upload))),
    async retry({ key, retry }: Extract<Brought, { state: 'refused' }>) {
      if (!retry) return;
      setOut(place, asFile({ key, sent: retry }));
      await sendOne(key, retry);
    },
    /** Takes a line away that somebody has read. */
    close(key: string) {
      setBrought((all) => all.filter((one) => one.key !== key));
      settle(place, key);
    },
    saved: (key: string, article: Article) =>
      setBrought((all) =>
        all.map((one) => (one.key === key && one.state === 'here' ? { ...one, name: article.title, article } : one)),
      ),
  };
}
