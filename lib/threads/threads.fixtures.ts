import { addArticle } from '@/lib/articles/commands';
import type { Actor } from '@/lib/core/context';
import { team } from '@/lib/core/testing';
import { saveHighlight } from '@/lib/highlights/commands/highlights';

const WORDS = 'The council met on Monday. The mayor denied it. Nobody else saw the mayor leave. ';
let serial = 0;

type Span = { start: number; end: number; quote: string };

/**
 * A project with an article on the desk, and short ways to put things into it. `cite` tags fresh words with a claim (a
 * statement makes a new one, an id cites that one), `mention` with an entity.
 */
export async function desk() {
  const at = await team();
  const bring = async () =>
    (
      await addArticle({
        actor: at.analyst,
        id: at.projectId,
        input: { title: `Article ${++serial}`, text: `${WORDS.repeat(40)}${serial}` },
      })
    ).body;
  const { id: articleId } = await bring();
  let next = 0;
  const mark = async (tags: object[], actor: Actor, where = articleId, quote?: string | Span) => {
    if (typeof quote === 'object') return (await saveHighlight({ actor, id: where, input: { ...quote, tags } })).body;
    const text = WORDS.repeat(40);
    const start = quote === undefined ? next++ * 7 : text.indexOf(quote, next++);
    const words = quote ?? text.slice(start, start + 7);
    const span = { start, end: start + words.length, quote: words };
    return (await saveHighlight({ actor, id: where, input: { ...span, tags } })).body;
  };
  const cite = async (
    claim: { statement: string } | { id: string },
    { by = at.analyst, stance = 'supports', where = articleId }: { by?: Actor; stance?: string; where?: string } = {},
  ) => {
    const target = 'id' in claim ? { claimId: claim.id } : { newClaim: claim };
    const highlight = await mark([{ ...target, stance }], by, where);
    const tag = highlight.tags[0]!;
    return { highlight, tag, claimId: tag.claim!.id };
  };
  const mention = async (entity: { name: string } | { id: string }, by = at.analyst, quote = 'mayor') => {
    const target = 'id' in entity ? { entityId: entity.id } : { newEntity: { type: 'person', name: entity.name } };
    const highlight = await mark([target], by, articleId, quote);
    return { highlight, tag: highlight.tags[0]!, entityId: highlight.tags[0]!.entity!.id };
  };
  return { ...at, articleId, bring, mark, cite, mention };
}
export type Desk = Awaited<ReturnType<typeof desk>>;
