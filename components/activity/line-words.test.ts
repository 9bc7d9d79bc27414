import { expect, it } from 'vitest';
import { Problem } from '@/lib/api/client';
import type { HistoryLine } from '@/lib/activity/activity';
import { events, type EventType } from '@/lib/events';
import { backWords, fieldWords, lineWords, movedWords, whyNotBack } from './line-words';

const id = '01900000-0000-7000-8000-000000000001';
const line = (given: Partial<HistoryLine>): HistoryLine => ({
  seq: 1,
  type: 'claim.saved',
  subjectType: 'claim',
  subjectId: id,
  version: 1,
  actorId: id,
  at: '2021-08-01T00:00:00.000Z',
  fields: [],
  actor: { id, name: 'Ines' },
  words: 'changed the claim',
  label: null,
  href: null,
  turns: [],
  back: null,
  ...given,
});

it('says what the log says', () => expect(lineWords(line({}))).toBe('changed the claim'));

it('says how many were accepted together', () => {
  const together = { subjectType: 'project', words: 'accepted a tag', fields: [id, id.replace('1', '2')] };
  expect(lineWords(line({ ...together, type: 'tag.accepted' }))).toBe('accepted 2 tags together');
  expect(lineWords(line({ ...together, type: 'review.withdrawn' }))).toBe('took back the verdicts on 2 tags together');
  expect(lineWords(line({ ...together, type: 'tag.accepted', fields: [id] }))).toBe('accepted 1 tag');
});

it('says how many were changed in one write', () => {
  const together = { subjectType: 'article', type: 'tags.saved', words: events['tags.saved'] };
  expect(lineWords(line({ ...together, fields: [id, id.replace('1', '2'), 'confidence'] }))).toBe(
    'changed 2 tags of the article',
  );
  expect(lineWords(line({ ...together, fields: [id] }))).toBe('changed 1 tag of the article');
});

it('names fields as people do, each once, and no ids', () => {
  expect(fieldWords(['statement', 'subjectId', 'likelihood', 'band', id])).toEqual([
    'statement',
    'subject',
    'likelihood',
  ]);
});

it('says from what to what, where the log keeps it', () => {
  const turns = [
    { field: 'confidence', from: '40', to: '80' },
    { field: 'entityId', from: 'The mayor', to: 'The clerk' },
  ];
  const fields = ['entityId', 'confidence', 'note', `entityId=${id}>${id}`, 'confidence=40>80'];
  expect(fieldWords(fields, turns)).toEqual(['entity: The mayor → The clerk', 'confidence: 40 → 80', 'note']);
  const moved = { field: 'at', from: '“Arsalon”', to: '“Mahdi Arsalon”' };
  expect(fieldWords(['start', 'end', 'at=1:6-13>1:0-13'], [moved])).toEqual([]);
  expect(movedWords([moved])).toEqual(moved);
});

it('says what was brought back, whatever went', () => {
  const gone = (type: EventType, more: Partial<HistoryLine> = {}) =>
    backWords(line({ type, words: events[type], label: 'It', ...more }));
  expect(gone('entity.deleted')).toBe('Brought back the entity It');
  expect(gone('member.removed')).toBe('Brought back a member It');
  expect(gone('question.unanswered')).toBe('Brought back an answer of the question It');
  expect(gone('view.deleted', { label: null })).toBe('Brought back a view of the claims');
  const many = { subjectType: 'article', fields: [id, id.replace('1', '2')] };
  expect(gone('tags.deleted', many)).toBe('Brought back 2 tags of the article It');
});

it('says why something was not brought back, and what has to come first', () => {
  const missing = [{ code: 'entity', words: 'The entity “X”', href: null }];
  expect(whyNotBack(new Problem('not-allowed-now', 409, 'Bring that back first.', { missing }))).toEqual([
    'Not brought back. Bring that back first.',
    { key: 'back', description: 'The entity “X”' },
  ]);
  expect(whyNotBack(new Problem('not-found', 404, 'There is nothing here that you can see.'))[0]).toBe(
    'Not brought back. It is there again already, or what it belonged to was deleted too.',
  );
});
