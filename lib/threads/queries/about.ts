import type { Prisma } from '@/prisma/generated/client';
import { excerptOf } from '../body';
import type { Thread } from '../thread';

const words = {
  select: { id: true, quote: true, articleId: true, article: { select: { language: true } } },
} as const;
const named = { select: { id: true, name: true } } as const;
const stated = { select: { id: true, current: { select: { statement: true } } } } as const;
export const aboutFields = {
  article: { select: { id: true, title: true } },
  highlight: words,
  tag: {
    select: {
      id: true,
      claimId: true,
      contentVersion: true,
      highlight: words,
      entity: { select: { ...named.select, survivor: named } },
      claim: { select: { ...stated.select, survivor: stated } },
    },
  },
  entity: { select: { id: true, name: true } },
  claim: { select: { id: true, current: { select: { statement: true } } } },
  question: { select: { id: true, text: true } },
} as const satisfies Prisma.ThreadInclude;
export type AboutRow = Prisma.ThreadGetPayload<{ include: typeof aboutFields }>;

/** To what a tag attaches its words: the claim or the entity, or what that was merged into. */
function attachedTo({ claim, entity }: NonNullable<AboutRow['tag']>): Thread['subject']['attached'] {
  if (claim) {
    const { id, current } = claim.survivor ?? claim;
    return { type: 'claim', id, label: current.statement };
  }
  const { id, name } = (entity!.survivor ?? entity)!;
  return { type: 'entity', id, label: name };
}

/** What a thread is about, as views carry it. */
export function subjectOf(row: AboutRow): Thread['subject'] {
  const nowhere = { language: null, articleId: null, highlightId: null, claimId: null, attached: null };
  const { claim, question, entity } = row;
  if (claim) return { type: 'claim', id: claim.id, label: claim.current.statement, ...nowhere, claimId: claim.id };
  if (question) return { type: 'question', id: question.id, label: excerptOf(question.text), ...nowhere };
  if (entity) return { type: 'entity', id: entity.id, label: entity.name, ...nowhere };
  if (row.article)
    return { type: 'article', id: row.article.id, label: row.article.title, ...nowhere, articleId: row.article.id };
  const { id, quote, articleId, article } = (row.tag?.highlight ?? row.highlight)!;
  const at = { label: excerptOf(quote), language: article.language, articleId, highlightId: id };
  if (row.tag) return { type: 'tag', id: row.tag.id, ...at, claimId: row.tag.claimId, attached: attachedTo(row.tag) };
  return { type: 'highlight', id, ...at, claimId: null, attached: null };
}
