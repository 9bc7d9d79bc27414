'use client';
import { useEffect } from 'react';
import { followDrafts, offerKept } from './keep-drafts';
import { useDesk, useDeskState } from './use-desk';

/** Keeps what is written in the composer in this browser, and offers what a page that is gone has left. Answers the article's text. */
export function useKeptDrafts(): string | undefined {
  const desk = useDesk();
  const text = useDeskState(({ pane }) => pane?.words.text);
  useEffect(() => followDrafts(desk), [desk]);
  useEffect(() => {
    if (text !== undefined) void offerKept(desk, text);
  }, [desk, text]);
  return text;
}
