import { describe, expect, it } from 'vitest';
import type { Comment, Thread } from '@/lib/threads/thread';
import { countArrivals, countMoving, includesOwn, openObjections, stampOf } from './arrivals';

const ana = { id: 'ana', name: 'Ana' };
const ben = { id: 'ben', name: 'Ben' };
const at = '2026-02-01T10:00:00.000Z';

const comment = (id: string, author = ana, more: Partial<Comment> = {}): Comment => ({
  id,
  threadId: 't',
  author,
  body: null,
  text: id,
  blocksApproval: false,
  lifted: null,
  editedAt: null,
  edits: 0,
  deleted: false,
  version: 1,
  createdAt: at,
  ...more,
});
const thread = (comments: Comment[], more: Partial<Thread> = {}): Thread => ({
  id: 't',
  projectId: 'p',
  subject: {
    ...{ type: 'claim', id: 'c', label: 'A claim', language: null },
    ...{ articleId: null, highlightId: null, claimId: 'c', attached: null },
  },
  began: null,
  contested: false,
  creator: ana,
  outcome: null,
  became: [],
  comments,
  version: 1,
  createdAt: at,
  updatedAt: at,
  ...more,
});
const closedBy = (by: typeof ana) => ({
  outcome: { kind: 'settled' as const, note: null, positions: [], by, at },
  version: 2,
});

describe('what arrived', () => {
  const before = [thread([comment('one')])];

  it('is nothing when nothing changed', () => {
    expect(countArrivals(before, [thread([comment('one')])])).toBe(0);
    expect(stampOf(before)).toBe(stampOf([thread([comment('one')])]));
  });

  it('counts new and edited comments, closings, and threads that went', () => {
    expect(countArrivals(before, [thread([comment('one', ana, { version: 2 }), comment('two', ben)])])).toBe(2);
    expect(countArrivals(before, [thread([comment('one')], closedBy(ben))])).toBe(1);
    expect(countArrivals([thread([comment('one')], closedBy(ben))], before)).toBe(1);
    expect(countArrivals(before, [])).toBe(1);
  });

  it('moves nothing where it is said at the end of the last thread, or below it', () => {
    const two = [thread([comment('one')]), thread([comment('two')], { id: 'u' })];
    const [first, last] = two as [Thread, Thread];
    const replied = (to: Thread) => ({ ...to, comments: [...to.comments, comment('three', ben)] });
    expect(countMoving(two, [first, replied(last)])).toBe(0);
    expect(countMoving(two, [first, last, thread([comment('four', ben)], { id: 'v' })])).toBe(0);
    expect(countMoving(two, [replied(first), last])).toBe(1);
    expect(countMoving(two, [thread([comment('four', ben)], { id: 'v' }), first, last])).toBe(1);
    expect(countMoving(two, [last])).toBe(1);
    expect(countMoving(two, [first])).toBe(1);
  });

  it('tells one’s own from others’', () => {
    const reply = [thread([comment('one'), comment('two', ben)])];
    expect(includesOwn(before, reply, 'ben')).toBe(true);
    expect(includesOwn(before, reply, 'ana')).toBe(false);
    expect(includesOwn(before, [thread([comment('one')], closedBy(ana))], 'ana')).toBe(true);
    expect(includesOwn(before, [thread([comment('one')], closedBy(ben))], 'ana')).toBe(false);
  });

  it('shows in the stamp whatever it counts', () => {
    expect(stampOf(before)).not.toBe(stampOf([thread([comment('one'), comment('two', ben)])]));
    expect(stampOf(before)).not.toBe(stampOf([thread([comment('one')], closedBy(ben))]));
  });
});

it('an objection that was lifted or deleted blocks nothing', () => {
  const blocks = { blocksApproval: true };
  const lifted = { by: ben, at, reason: 'answered' };
  const said = [
    comment('open', ana, blocks),
    comment('lifted', ana, { ...blocks, lifted }),
    comment('deleted', ana, { ...blocks, deleted: true }),
    comment('plain'),
  ];
  expect(openObjections(thread(said)).map(({ id }) => id)).toEqual(['open']);
});
