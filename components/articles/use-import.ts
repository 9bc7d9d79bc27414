'use client';
import { useState } from 'react';
import { announce } from '@/components/ui/announce';
import { api, Problem, uploadArticle } from '@/lib/api/client';
import type { Article } from '@/lib/articles/article';
import type { Upload } from '@/lib/articles/upload';
import { mayPass } from './may-pass';

export type Brought =
  | { key: string; name: string; state: 'waiting' | 'sending'; retry: () => Promise<Article> }
  | { key: string; name: string; state: 'here'; article: Article }
  | { key: string; name: string; state: 'doubled'; articleId: string; words: string }
  | { key: string; name: string; state: 'refused'; words: string; retry: (() => Promise<Article>) | null };

/** What came of bringing one in: the article, the one that has this text already, or why not. */
async function outcomeOf(key: string, name: string, send: () => Promise<Article>): Promise<Brought> {
  try {
    return { key, name, state: 'here', article: await send() };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { articleId } = error.extra;
    if (error.code === 'duplicate-article' && typeof articleId === 'string')
      return { key, name, state: 'doubled', articleId, words: error.message };
    return { key, name, state: 'refused', words: error.message, retry: mayPass(error.code) ? send : null };
  }
}

/** Texts on their way in, one after the other; a refused one does not hold up the rest. */
export function useImport(projectId: string) {
  const [brought, setBrought] = useState<Brought[]>([]);
  const put = (entry: Brought) => setBrought((all) => all.map((other) => (other.key === entry.key ? entry : other)));

  async function bring(sends: { name: string; send: () => Promise<Article> }[]): Promise<Brought[]> {
    if (sends.length === 0) return [];
    const batch = sends.map(({ name, send }) => ({
      key: crypto.randomUUID(),
      name,
      state: 'waiting' as const,
      retry: send,
    }));
    setBrought((all) => [...all, ...batch]);
    const done: Brought[] = [];
    for (const entry of batch) {
      put({ ...entry, state: 'sending' });
      const outcome = await outcomeOf(entry.key, entry.name, entry.retry);
      put(outcome);
      done.push(outcome);
    }
    const kept = done.filter((outcome) => outcome.state === 'here').length;
    announce(`${kept} of ${done.length} brought in.`);
    return done;
  }

  return {
    brought,
    drop: (files: File[]) =>
      bring(files.map((file) => ({ name: file.name, send: () => uploadArticle(projectId, file) }))),
    paste: (text: string) =>
      bring([{ name: 'Pasted text', send: () => api('addArticle', { params: { projectId }, body: { text } }) }]),
    /** Makes articles of files that were looked over. */
    take: (uploads: Upload[]) =>
      bring(
        uploads.map(({ id, name }) => ({
          name,
          send: () => api('addArticle', { params: { projectId }, body: { uploadId: id } }),
        })),
      ),
    async retry(entry: Extract<Brought, { state: 'refused' }>) {
      if (!entry.retry) return;
      put({ key: entry.key, name: entry.name, state: 'sending', retry: entry.retry });
      put(await outcomeOf(entry.key, entry.name, entry.retry));
    },
    saved: (key: string, article: Article) => put({ key, name: article.title, state: 'here', article }),
  };
}
