import { expect, it } from 'vitest';
import type { HistoryLine } from '@/lib/activity/activity';
import { events } from '@/lib/events';
import { fieldWords, lineWords } from './line-words';

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
