import type { ReadContext } from '@/lib/core/context';
import type { EventType } from '@/lib/events';
import { roleIn } from '@/lib/members/queries';
import { may, visible, type Verb } from '@/lib/permissions';
import type { EventView, WayBack } from '../activity';

// What can be brought back of what the log says was deleted: each kind by one read, however many lines speak of it. A thing was deleted
// by the line that bears the very time at which it was; brought back and deleted again it belongs to a later one.

type Among = { id: { in: string[] } };
interface Gone {
  readonly id: string;
  readonly version: number;
  readonly deletedAt: Date | null;
  readonly authorId?: string;
}
interface Kind {
  readonly operation: WayBack['operation'];
  readonly verb: Verb;
  readonly rows: (ctx: ReadContext, where: Among) => Promise<Gone[]>;
}

const gone = { id: true, version: true, deletedAt: true } as const;
const authored = { ...gone, authorId: true } as const;
const made = { ...gone, createdBy: true } as const;
const madeBy = ({ createdBy, ...row }: Gone & { createdBy: string }): Gone => ({ ...row, authorId: createdBy });
const isGone = { deletedAt: { not: null } } as const;
/** A merged one is not deleted: its merge is undone. */
const alone = { ...isGone, survivorId: null } as const;
const stands = { deletedAt: null } as const;
const standing = { OR: [stands, { survivorId: { not: null } }] };
const onPage = { ...stands, article: stands } as const;
const discussed = {
  OR: [
    ...[{ article: stands }, { highlight: onPage }, { tag: { ...stands, highlight: onPage } }],
    ...[{ entity: standing }, { claim: standing }, { question: stands }],
  ],
};

const highlightsOf = (ctx: ReadContext, where: Among) =>
  ctx.db.highlight.findMany({ where: { ...where, ...isGone, article: stands, ...visible(ctx) }, select: authored });

/** By the event that says it was deleted. */
const kinds: Partial<Record<EventType, Kind>> = {
  'article.deleted': {
    ...{ operation: 'restoreArticle', verb: 'article.delete' },
    rows: (ctx, where) => ctx.db.article.findMany({ where: { ...where, ...isGone, ...visible(ctx) }, select: gone }),
  },
  'highlight.deleted': { operation: 'restoreHighlight', verb: 'highlight.delete', rows: highlightsOf },
  'tag.deleted': {
    ...{ operation: 'restoreTag', verb: 'tag.delete' },
    rows: (ctx, where) =>
      ctx.db.tag.findMany({ where: { ...where, ...isGone, highlight: onPage, ...visible(ctx) }, select: authored }),
  },
  'entity.deleted': {
    ...{ operation: 'restoreEntity', verb: 'entity.delete' },
    rows: (ctx, where) => ctx.db.entity.findMany({ where: { ...where, ...alone, ...visible(ctx) }, select: gone }),
  },
  'claim.deleted': {
    ...{ operation: 'restoreClaim', verb: 'claim.delete' },
    rows: async (ctx, where) =>
      (await ctx.db.claim.findMany({ where: { ...where, ...alone, ...visible(ctx) }, select: made })).map(madeBy),
  },
  'question.deleted': {
    ...{ operation: 'restoreQuestion', verb: 'question.delete' },
    rows: async (ctx, where) =>
      (await ctx.db.question.findMany({ where: { ...where, ...isGone, ...visible(ctx) }, select: made })).map(madeBy),
  },
  'comment.deleted': {
    ...{ operation: 'restoreComment', verb: 'comment.delete' },
    rows: (ctx, where) => {
      const thread = { AND: [discussed, visible(ctx)] };
      return ctx.db.comment.findMany({ where: { ...where, ...isGone, thread, ...visible(ctx) }, select: authored });
    },
  },
  'view.deleted': {
    ...{ operation: 'restoreView', verb: 'view.save' },
    rows: async (ctx, where) => {
      const seen = { OR: [{ createdBy: ctx.actor.userId }, { shared: true }] };
      const among = { ...where, ...isGone, ...seen, ...visible(ctx) };
      return (await ctx.db.savedView.findMany({ where: among, select: made })).map(madeBy);
    },
  },
  'webhook.deleted': {
    ...{ operation: 'restoreWebhook', verb: 'webhook.manage' },
    rows: (ctx, where) => ctx.db.webhook.findMany({ where: { ...where, ...isGone, ...visible(ctx) }, select: gone }),
  },
  'member.removed': {
    ...{ operation: 'restoreMember', verb: 'member.save' },
    rows: (ctx, where) => {
      const user = { outside: null };
      return ctx.db.member.findMany({ where: { ...where, ...isGone, user, ...visible(ctx) }, select: gone });
    },
  },
};

type Allows = (verb: Verb, thing: Gone) => boolean;
/** The ways back of some lines, by the number of each. */
type Ways = Map<number, WayBack>;

const wentWith = (event: EventView) => (row: Gone) => row.deletedAt?.toISOString() === event.at;
const seen = ({ id, version }: Gone) => ({ id, version });
/** Of the fields of an event on many things, those that are their ids. */
const idsIn = (lines: readonly EventView[]): string[] => [
  ...new Set(lines.flatMap(({ fields }) => fields.filter((field) => /^[0-9a-f]{8}-/.test(field)))),
];

async function ofOne(ctx: ReadContext, lines: readonly EventView[], allows: Allows): Promise<Ways> {
  const ways: Ways = new Map();
  for (const type of new Set(lines.map((line) => line.type))) {
    const kind = kinds[type as EventType];
    if (!kind) continue;
    const told = lines.filter((line) => line.type === type);
    const rows = await kind.rows(ctx, { id: { in: [...new Set(told.map(({ subjectId }) => subjectId))] } });
    const byId = new Map(rows.map((row) => [row.id, row]));
    for (const line of told) {
      const row = byId.get(line.subjectId);
      if (row && wentWith(line)(row) && allows(kind.verb, row))
        ways.set(line.seq, { operation: kind.operation, id: row.id, version: row.version, body: {} });
    }
  }
  return ways;
}

/** What was deleted of one article together: as much of it as is deleted still. */
async function ofHighlights(ctx: ReadContext, lines: readonly EventView[], allows: Allows): Promise<Ways> {
  const told = lines.filter(({ type }) => type === 'highlights.deleted');
  const rows = told.length > 0 ? await highlightsOf(ctx, { id: { in: idsIn(told) } }) : [];
  const ways: Ways = new Map();
  for (const line of told) {
    const ids = rows.filter((row) => line.fields.includes(row.id) && wentWith(line)(row));
    if (ids.length > 0 && ids.every((row) => allows('highlight.delete', row)))
      ways.set(line.seq, {
        ...{ operation: 'restoreHighlights', id: line.subjectId, version: null },
        body: { ids: ids.map(({ id }) => id) },
      });
  }
  return ways;
}

async function ofTags(ctx: ReadContext, lines: readonly EventView[], allows: Allows): Promise<Ways> {
  const told = lines.filter(({ type }) => type === 'tags.deleted');
  const ways: Ways = new Map();
  if (told.length === 0) return ways;
  const where = { id: { in: idsIn(told) } };
  const select = { ...authored, highlight: { select: authored } };
  const on = { article: stands };
  const tags = await ctx.db.tag.findMany({ where: { ...where, ...isGone, highlight: on, ...visible(ctx) }, select });
  const bare = await highlightsOf(ctx, where);
  for (const line of told) {
    const went = wentWith(line);
    const own = tags.filter((tag) => line.fields.includes(tag.id) && went(tag));
    // A highlight that went at another time has a line of its own, and its tags wait for it.
    const back = own.filter(({ highlight }) => !highlight.deletedAt || went(highlight));
    const under = back.flatMap(({ highlight }) => (highlight.deletedAt ? [highlight] : []));
    const beside = bare.filter((row) => line.fields.includes(row.id) && went(row));
    const highlights = [...new Map([...under, ...beside].map((row) => [row.id, row])).values()];
    const allowed =
      back.every((tag) => allows('tag.delete', tag)) && highlights.every((row) => allows('highlight.delete', row));
    if (allowed && back.length + highlights.length > 0)
      ways.set(line.seq, {
        ...{ operation: 'restoreTags', id: line.subjectId, version: null },
        body: { tags: back.map(seen), highlights: highlights.map(seen) },
      });
  }
  return ways;
}

async function ofAnswers(ctx: ReadContext, lines: readonly EventView[], allows: Allows): Promise<Ways> {
  const told = lines.filter(({ type }) => type === 'question.unanswered');
  const ways: Ways = new Map();
  if (told.length === 0) return ways;
  const where = { id: { in: idsIn(told) }, ...isGone, question: stands, claim: standing, ...visible(ctx) };
  const rows = await ctx.db.answer.findMany({ where, select: gone });
  for (const line of told) {
    const row = rows.find(({ id, ...rest }) => line.fields.includes(id) && wentWith(line)({ id, ...rest }));
    if (row && allows('question.answer', row))
      ways.set(line.seq, { operation: 'restoreAnswer', id: row.id, version: null, body: {} });
  }
  return ways;
}

const TAKES_ALONG: readonly WayBack['operation'][] = ['restoreHighlight', 'restoreHighlights', 'restoreTag'];

/** Entities and claims that went with words in one write come back with them. */
async function withAlong(ctx: ReadContext, projectId: string, lines: readonly EventView[], ways: Ways): Promise<Ways> {
  const words = lines.filter(({ seq }) => TAKES_ALONG.some((one) => one === ways.get(seq)?.operation));
  if (words.length === 0) return ways;
  const times = [...new Set(words.map(({ at }) => at))];
  const went = await ctx.db.event.findMany({
    where: {
      AND: [visible(ctx), { projectId, at: { in: times }, type: { in: ['entity.deleted', 'claim.deleted'] } }],
    },
    select: { at: true, subjectType: true, subjectId: true },
  });
  for (const { seq, at } of words) {
    const along = went.filter((event) => event.at.toISOString() === at);
    const idsOf = (type: string) => along.filter((one) => one.subjectType === type).map((one) => one.subjectId);
    const way = ways.get(seq)!;
    if (along.length > 0)
      ways.set(seq, { ...way, body: { ...way.body, along: { entityIds: idsOf('entity'), claimIds: idsOf('claim') } } });
  }
  return ways;
}

/** How what these lines say was deleted is brought back, by who asks and now; nothing of what is there again. */
export async function waysBack(ctx: ReadContext, projectId: string, lines: readonly EventView[]): Promise<Ways> {
  const who = { userId: ctx.actor.userId, role: roleIn(ctx, projectId) };
  const allows: Allows = (verb, thing) => may(who, verb, thing) === true;
  const found: Ways = new Map();
  for (const look of [ofOne, ofHighlights, ofTags, ofAnswers])
    for (const [seq, way] of await look(ctx, lines, allows)) found.set(seq, way);
  return withAlong(ctx, projectId, lines, found);
}
