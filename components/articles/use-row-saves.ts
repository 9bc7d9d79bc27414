import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api, Problem, type InputOf } from '@/lib/api/client';
import type { Article } from '@/lib/articles/article';

export type Change = InputOf<'saveArticle'>;
type Refused = { change: Change; problem: Problem };

const sameField = (a: Change, b: Change) => Object.keys(a).some((name) => name in b);

/**
 * Saves what is known of an article, one change after the other: each goes out on top of the one before, so that whoever tabs through
 * the fields quicker than the server answers meets no conflict with themselves. What is refused stays refused until it is saved,
 * whatever else is saved meanwhile.
 */
export function useRowSaves(article: Article, onSaved: (article: Article) => void) {
  const cache = useQueryClient();
  const [waiting, setWaiting] = useState(0);
  const [refused, setRefused] = useState<Refused[]>([]);
  const [saved, setSaved] = useState(false);
  const latest = useRef(article.revision);
  const turn = useRef<Promise<void>>(Promise.resolve());
  const others = (all: Refused[], change: Change) => all.filter((one) => !sameField(one.change, change));
  const take = (next: Article) => {
    latest.current = next.revision;
    onSaved(next);
  };

  async function send(change: Change) {
    try {
      take(await api('saveArticle', { params: { id: article.id }, body: change, ifMatch: latest.current }));
      setRefused((all) => others(all, change));
      setSaved(true);
      void cache.invalidateQueries({ queryKey: ['listArticles'] });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setRefused((all) => [...others(all, change), { change, problem: error }]);
      if (error.code === 'stale') take(error.extra.current as Article);
    } finally {
      setWaiting((count) => count - 1);
    }
  }
  function save(change: Change) {
    setWaiting((count) => count + 1);
    turn.current = turn.current.catch(() => {}).then(() => send(change));
  }

  const settled = refused.length > 0 ? 'failed' : saved ? 'saved' : 'idle';
  return {
    save,
    state: waiting > 0 ? ('saving' as const) : (settled as 'failed' | 'saved' | 'idle'),
    /** Why a field was refused. */
    problemOf: (name: keyof Change & string) => refused.find(({ change }) => name in change)?.problem.field(name),
    /** Where trying again may help: words that no date or address can be read from are refused however often they are sent. */
    again: refused.some(({ problem }) => problem.code !== 'invalid')
      ? () => refused.forEach(({ change }) => save(change))
      : undefined,
  };
}
