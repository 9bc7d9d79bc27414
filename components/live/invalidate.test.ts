import { describe, expect, it } from 'vitest';
import { paths } from '@/lib/api/paths';
import { events, type EventType } from '@/lib/events';
import { isOld, oldAfter, type News } from './invalidate';

const types = Object.keys(events) as EventType[];
const saved = (version: number): News => ({ type: 'claim.saved', subjectType: 'claim', subjectId: 'c1', version });
const tagged: News = { type: 'tag.added', subjectType: 'tag', subjectId: 't1', version: 1 };

describe('after an event', () => {
  it.each(types)('%s makes reads old, more than the history alone', (type) => {
    const { all, subject = [] } = oldAfter(type);
    expect(all.length + subject.length).toBeGreaterThan(1);
    for (const name of [...all, ...subject]) expect([name, paths[name][0]]).toEqual([name, 'get']);
  });

  it('no read is forgotten that shows what may change', () => {
    const own = ['findMe', 'listTokens', 'listSessions', 'listDrafts', 'findDrafts', 'findNoticeSetting']; // of the account, or read anew at each visit
    const never = [
      'listHolds', // of what passes: the stream tells of it by itself
      'listElsewhere',
      'listEvents',
      'listChanges', // a program's: no screen shows it
      'findExport',
      'readManifest',
      'readExport',
      'readArchive',
      'readOriginal',
      'findPages',
      'listUploads', // one's own, read anew at each visit
      'readUploadText',
      'readQuestionBrief',
      'search',
    ];
    const named = new Set(types.flatMap((type) => [...oldAfter(type).all, ...(oldAfter(type).subject ?? [])]));
    const reads = Object.entries(paths).flatMap(([name, [method]]) => (method === 'get' ? [name] : []));
    expect(reads.filter((name) => !named.has(name as never) && ![...own, ...never].includes(name))).toEqual([]);
  });
});

describe('a kept answer', () => {
  it('is old for its own subject only where the event is about one thing', () => {
    expect(isOld(['findClaim', { id: 'c1' }, {}], { id: 'c1', version: 1 }, [saved(2)])).toBe(true);
    expect(isOld(['findClaim', { id: 'c2' }, {}], { id: 'c2', version: 1 }, [saved(2)])).toBe(false);
    expect(isOld(['listClaims', { projectId: 'p' }, {}], { items: [] }, [saved(2)])).toBe(true);
    expect(isOld(['listMembers', { projectId: 'p' }, {}], { items: [] }, [saved(2)])).toBe(false);
  });

  it('is not old when it shows the change already, as after one’s own save', () => {
    const list = { pages: [{ items: [{ id: 'h1', version: 3, tags: [{ id: 't1', version: 1 }] }] }] };
    const key = ['listHighlights', { id: 'a1' }, {}, 'pages'];
    expect(isOld(key, list, [tagged])).toBe(false);
    expect(isOld(key, list, [{ ...tagged, subjectId: 't2' }])).toBe(true);
    expect(isOld(key, list, [tagged, { ...tagged, subjectId: 't2' }])).toBe(true);
    expect(isOld(['findClaim', { id: 'c1' }, {}], { id: 'c1', version: 2 }, [saved(2)])).toBe(false);
    const article: News = { type: 'article.saved', subjectType: 'article', subjectId: 'a1', version: 2 };
    expect(isOld(['findArticle', { id: 'a1' }], { id: 'a1', version: { number: 1 }, revision: 2 }, [article])).toBe(
      false,
    );
    expect(isOld(['findArticle', { id: 'a1' }], { id: 'a1', version: { number: 1 }, revision: 1 }, [article])).toBe(
      true,
    );
  });

  it('of words is old after a change of their article, by which they are read out', () => {
    const article: News = { type: 'article.saved', subjectType: 'article', subjectId: 'a1', version: 2 };
    const thread = { id: 't', version: 3, subject: { type: 'tag', id: 't1', language: null, articleId: 'a1' } };
    expect(isOld(['findThread', { id: 't' }], thread, [article])).toBe(true);
    expect(isOld(['listNotifications', {}], { items: [] }, [article])).toBe(true);
    const desk = { article: { id: 'a1', language: null, textVersion: 4 }, places: [] };
    expect(isOld(['findAdjudication', { id: 'r1' }], desk, [article])).toBe(true);
  });

  it('is old after a verdict or a deletion, which leave the thing’s own version alone', () => {
    const list = { items: [{ id: 't1', version: 1 }] };
    for (const type of ['tag.accepted', 'tag.deleted'])
      expect(isOld(['listHighlights', {}], list, [{ ...tagged, type }])).toBe(true);
  });

  it('is old after a write on many things, told of under their article', () => {
    const many: News = { type: 'highlight.saved', subjectType: 'article', subjectId: 'a1', version: 1 };
    expect(isOld(['listArticles', {}], { items: [{ id: 'a1', revision: 5 }] }, [many])).toBe(true);
  });

  it('is not old for an event that is not known here', () => {
    expect(isOld(['listClaims', {}], {}, [{ ...tagged, type: 'echo.decided' }])).toBe(false);
  });
});
