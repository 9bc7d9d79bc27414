import { createHash } from 'node:crypto';
import { articleInput, proposedTitle } from '@/lib/articles/article';
import { findText } from '@/lib/articles/queries';
import type { ReadContext } from '@/lib/core/context';
import type { Brought, BroughtDocument } from '@/lib/readers/brought';
import type { Home, Homeless } from '../plan';

interface Here {
  readonly id: string;
  readonly title: string;
  readonly url: string | null;
  readonly sha256: string;
  readonly current: boolean;
}

const OURS = /([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-v\d+$/; // the name of a file that we wrote
const sha256Of = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
const shaOf = ({ text, rebuilt, sha256 }: BroughtDocument) => (text !== null && !rebuilt ? sha256Of(text) : sha256);

/** Articles with one of these texts, addresses, titles or ids. */
async function articlesLike(
  ctx: ReadContext,
  projectId: string,
  documents: readonly BroughtDocument[],
): Promise<Here[]> {
  const shas = documents.map(shaOf).filter(Boolean);
  const urls = documents.flatMap(({ url }) => (url ? [url] : []));
  const titles = documents.flatMap(({ title, name }) => [title, name].filter((one) => one !== null));
  const ids = documents.flatMap(({ name }) => OURS.exec(name)?.[1] ?? []);
  return ctx.db.$queryRaw<Here[]>`SELECT a.id, a.title, a.url, v.sha256, v.number = a.current_number AS current
    FROM article a JOIN article_version v ON v.article_id = a.id
    WHERE a.project_id = ${projectId}::uuid AND a.deleted_at IS NULL AND (v.sha256 = ANY (${shas}::text[])
      OR (v.number = a.current_number AND (a.url = ANY (${urls}::text[]) OR a.title = ANY (${titles}::text[]) OR a.id = ANY (${ids}::uuid[]))))
    ORDER BY a.id, v.number DESC`;
}

const oneOf = (found: readonly Here[]): Here | null => (found.length === 1 ? found[0]! : null);

/** The article that a document is of, and whether by its very text. */
function matching(document: BroughtDocument, here: readonly Here[]): { article: Here; same: boolean } | null {
  const sha256 = shaOf(document);
  const exact = sha256 ? here.find((one) => one.sha256 === sha256) : undefined;
  if (exact) return { article: exact, same: true };
  const current = here.filter((one) => one.current);
  const [, id] = OURS.exec(document.name) ?? [];
  const named = current.find((one) => one.id === id);
  if (named && (document.text === null || document.rebuilt)) return { article: named, same: true };
  if (document.text !== null) return null;
  const found =
    oneOf(current.filter(({ url }) => url !== null && url === document.url)) ??
    oneOf(current.filter(({ title }) => title === document.title || title === document.name));
  return found && { article: found, same: false };
}

function newHome({ text, title, url, name }: BroughtDocument): Home | Homeless {
  if (text === null)
    return `Its text is neither in the files nor in the project: bring in the article “${(title ?? url ?? name).slice(0, 100)}” first.`;
  const fits = articleInput.safeParse({ text });
  if (!fits.success) return `Its text cannot be an article: ${fits.error.issues[0]?.message ?? ''}`;
  const named = articleInput.safeParse({ text, title: title ?? undefined });
  const placed = articleInput.safeParse({ text, url });
  return {
    articleId: null,
    text,
    title: (named.success && named.data.title) || proposedTitle(text),
    url: placed.success ? (placed.data.url ?? null) : null,
    same: true,
  };
}

/** Of each document the article that it is of, one to be made of its text, or why there is none. */
export async function homesOf(
  ctx: ReadContext,
  projectId: string,
  { documents }: Brought,
): Promise<(Home | Homeless)[]> {
  const here = await articlesLike(ctx, projectId, documents);
  const homes: (Home | Homeless)[] = [];
  for (const document of documents) {
    const found = matching(document, here);
    if (!found) homes.push(newHome(document));
    else if (!found.article.current)
      homes.push(`The article “${found.article.title}” has a corrected text since: its places are of the earlier one.`);
    else {
      const { id, title, url } = found.article;
      const { text } = await findText(ctx, id);
      homes.push({ articleId: id, text, title, url, same: found.same });
    }
  }
  return homes;
}
