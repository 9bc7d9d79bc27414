'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { keepUnsentWords } from '@/components/highlights/unsent-words';
import { keyOf, type AnswerOf, type Problem } from '@/lib/api/client';

/** Keeps what was typed into a form when its subject was deleted under it, and the form went with the page: what stands there then shows it. */
export function useLeftWords(id: string, words: () => string): void {
  const client = useQueryClient();
  const latest = useRef(words);
  useEffect(() => {
    latest.current = words;
  });
  useEffect(
    () => () => {
      const isGone = client
        .getQueryCache()
        .findAll()
        .some(({ queryKey: [, params], state }) => {
          const problem = state.error as Problem | null;
          return (params as { id?: string } | undefined)?.id === id && problem?.code === 'not-found';
        });
      const me = client.getQueryData<AnswerOf<'findMe'>>(keyOf('findMe'));
      const left = isGone ? latest.current() : '';
      if (me && left) keepUnsentWords({ what: 'edit', userId: me.id, id }, left);
    },
    [client, id],
  );
}
