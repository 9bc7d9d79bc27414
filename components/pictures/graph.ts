import type { Claim, ClaimSpeaker } from '@/lib/claims/claim';
import type { EntityRef } from '@/lib/entities/entity';

// Pure: claims and the entities that they name, as nodes and the lines between them.

export type GraphClaim = Pick<Claim, 'id' | 'statement' | 'status' | 'structure'>;
export type GraphNode = { readonly id: string; readonly name: string; readonly degree: number } & (
  { readonly kind: 'claim'; readonly status: Claim['status'] } | { readonly kind: 'entity'; readonly type: string }
);
export type Relation = 'subject' | 'object' | 'place' | 'speaker';
/** From an entity to a claim, or from a claim to an entity, as it is read: "Arsalon is the subject of …". */
export type GraphEdge = {
  readonly entity: string;
  readonly claim: string;
  readonly relation: Relation;
  /** Passages in which a speaker says it; null where no passage is needed. */
  readonly citations: number | null;
};
export type Graph = {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** Claims that name no entity. */
  readonly alone: number;
  /** Claims that came after the picture was full. */
  readonly left: number;
};

/** More nodes than these nobody can tell apart. */
export const FULL = 500;

type Link = GraphEdge & { ref: EntityRef };

function linksOf(claim: GraphClaim, speakers: readonly ClaimSpeaker[]): Link[] {
  const { subject, object, place } = claim.structure;
  const named = { subject, object, place } satisfies Partial<Record<Relation, EntityRef | null>>;
  const own = (['subject', 'object', 'place'] as const).flatMap((relation): Link[] => {
    const ref = named[relation];
    return ref ? [{ entity: ref.id, claim: claim.id, relation, citations: null, ref }] : [];
  });
  const said = speakers.map(({ speaker: ref, citations }): Link => ({
    entity: ref.id,
    claim: claim.id,
    relation: 'speaker',
    citations,
    ref,
  }));
  return [...own, ...said];
}

function bySpeaker(speakers: readonly ClaimSpeaker[]): Map<string, ClaimSpeaker[]> {
  const found = new Map<string, ClaimSpeaker[]>();
  for (const one of speakers) found.set(one.claimId, [...(found.get(one.claimId) ?? []), one]);
  return found;
}

/** The graph of these claims, as they come, until it is full. */
export function graphOf(claims: readonly GraphClaim[], speakers: readonly ClaimSpeaker[]): Graph {
  const spoken = bySpeaker(speakers);
  const drawn: GraphClaim[] = [];
  const links: Link[] = [];
  const entities = new Map<string, EntityRef>();
  let [alone, left] = [0, 0];
  for (const claim of claims) {
    const own = linksOf(claim, spoken.get(claim.id) ?? []);
    const fresh = new Set(own.map(({ entity }) => entity).filter((id) => !entities.has(id)));
    if (own.length === 0) alone += 1;
    else if (drawn.length + entities.size + fresh.size + 1 > FULL) left += 1;
    else {
      drawn.push(claim);
      links.push(...own);
      for (const { ref } of own) entities.set(ref.id, ref);
    }
  }
  const degrees = new Map<string, number>();
  for (const id of links.flatMap(({ entity, claim }) => [entity, claim])) degrees.set(id, (degrees.get(id) ?? 0) + 1);
  const degree = (id: string) => degrees.get(id) ?? 0;
  const nodes: GraphNode[] = [
    ...[...entities.values()].map(({ id, name, type }) => ({
      kind: 'entity' as const,
      id,
      name,
      type,
      degree: degree(id),
    })),
    ...drawn.map(({ id, statement, status }) => ({
      kind: 'claim' as const,
      id,
      name: statement,
      status,
      degree: degree(id),
    })),
  ];
  const edges = links.map(({ ref: _, ...edge }) => edge);
  return { nodes: nodes.sort((a, b) => b.degree - a.degree || (a.id < b.id ? -1 : 1)), edges, alone, left };
}

const says: Record<Relation, string> = {
  subject: 'is the subject of',
  object: 'is the object of',
  place: 'is the place of',
  speaker: 'is cited on',
};
/** A line in words: "is cited on". */
export const relationWords = (relation: Relation): string => says[relation];

const dashes: Record<Relation, string | undefined> = {
  subject: undefined,
  object: '8 3',
  place: '2 3',
  speaker: '6 3 1 3',
};
/** A line is told from the others without colour. */
export const relationDash = (relation: Relation): string | undefined => dashes[relation];
