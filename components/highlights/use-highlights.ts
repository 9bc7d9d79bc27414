'use client';
import { replaceEqualDeep, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { afterFrame } from '@/components/articles/after-frame';
import { get, keyOf, type Problem } from '@/lib/api/client';
import { keepUnchanged, oneOfEach, withArrived, type Arrived } from './arriving';

/** Enough for the first screens of an article however crowded; they are drawn before the rest is here. */
const FIRST = 300;
const REST = 2500;

/** About a frame. */
const AFTER_PAINT_MS = 20;
/** Until what came is painted: asking for more, and the server's answering, take their time from the first screen. */
const painted = () => new Promise<void>((done) => void afterFrame(done, AFTER_PAINT_MS));

/** All pages. Each is shown as it comes, unless an older answer is shown already. */
async function readAll(queries: QueryClient, articleId: string, signal: AbortSignal): Promise<Arrived> {
  const key = keyOf('listHighlights', { id: articleId });
  const again = queries.getQueryData<Arrived>(key) !== undefined;
  const share = oneOfEach();
  let here: Arrived['items'] = [];
  for (let cursor: string | null = '', limit = FIRST; cursor !== null; limit = REST) {
    const page: Arrived = await get('listHighlights', { id: articleId }, { limit, ...(cursor && { cursor }) }, signal);
    share(page.items);
    const shown = again ? here : (queries.getQueryData<Arrived>(key)?.items ?? []);
    here = withArrived(shown, page.items);
    cursor = page.nextCursor;
    if (again || cursor === null) continue;
    queries.setQueryData<Arrived>(key, { items: here, nextCursor: cursor });
    await painted();
  }
  return { items: here, nextCursor: null };
}

/** The highlights of an article with their tags. */
export function useHighlights(articleId: string) {
  const queries = useQueryClient();
  return useQuery<Arrived, Problem>({
    queryKey: keyOf('listHighlights', { id: articleId }),
    queryFn: ({ signal }) => readAll(queries, articleId, signal),
    structuralSharing: (before, next) =>
      keepUnchanged(before as Arrived | undefined, next as Arrived, replaceEqualDeep),
  });
}
