import { z } from 'zod';
import { command } from '@/lib/core/command';
import type { WriteContext } from '@/lib/core/context';
import { articleChange, articleInput, proposedTitle, publisherChange, publisherInput, retractInput } from './article';
import { refuseInBlindRound } from '@/lib/rounds/steps';
import { parsePublished } from './published';
import { findArticle, findPublisher, publisherFields, publisherOf, refuseSameText, sha256Of } from './queries';
import { addArticleRow } from './steps';
import { takeUpload, type Source } from './steps/uploads';

const inProject = async (_: WriteContext, id: string) => ({ id });
const nothing = z.strictObject({});

/** Metadata as columns; absent stays absent, null and blank clear. */
function columns(input: Omit<z.output<typeof articleChange>, 'title'> & { title?: string | undefined }) {
  const { publishedAt, publishedEstimated, ...rest } = input;
  const published = publishedAt ? parsePublished(publishedAt) : null;
  return {
    ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
    ...(publishedEstimated === undefined ? {} : { publishedEstimated }),
    ...(publishedAt === undefined
      ? {}
      : {
          publishedFrom: published && new Date(published.from),
          publishedTo: published && new Date(published.to),
          publishedPrecision: published && published.precision,
        }),
  };
}

/** What a file says of itself, as metadata; null and absent are the same for a new article. */
const saidOfItself = ({ publishedAt, url, language }: Source['found']) => ({
  ...(publishedAt && parsePublished(publishedAt) ? { publishedAt } : {}),
  ...(url ? { url } : {}),
  ...(language ? { language } : {}),
});

/** The publisher of exactly the name that a file gives, if the project knows one: none is made. */
async function publisherNamed(ctx: WriteContext, { site }: Source['found']) {
  if (!site) return {};
  const where = { projectId: ctx.projectId, name: site, deletedAt: null };
  const known = await ctx.db.publisher.findFirst({ where, select: { id: true } });
  return known ? { publisherId: known.id } : {};
}

export const addArticle = command(
  { verb: 'article.add', input: articleInput, subject: 'project', load: inProject, status: 201 },
  async (ctx, { text: typed = '', uploadId, title, ...metadata }) => {
    const source: Source = uploadId ? await takeUpload(ctx, uploadId) : { text: typed, found: {}, from: {} };
    const { text, found } = source;
    await refuseSameText(ctx, sha256Of(text));
    const known = {
      title: title ?? found.title ?? proposedTitle(text),
      ...columns({ ...saidOfItself(found), ...(await publisherNamed(ctx, found)), ...metadata }),
    };
    const id = await addArticleRow(ctx, text, known, source.from);
    return findArticle(ctx, id);
  },
);

export const saveArticle = command(
  { verb: 'article.save', input: articleChange, subject: 'article', load: findArticle, ifMatch: true },
  async (ctx, input, article) => {
    const data = columns(input);
    await ctx.db.article.update({ where: { id: article.id }, data: { ...data, version: { increment: 1 } } });
    ctx.record({
      type: 'article.saved',
      subjectType: 'article',
      subjectId: article.id,
      version: article.revision + 1,
      fields: Object.keys(data),
    });
    return findArticle(ctx, article.id);
  },
);

export const retractArticle = command(
  { verb: 'article.retract', input: retractInput, subject: 'article', load: findArticle, ifMatch: true },
  async (ctx, { reason }, article) => {
    await ctx.db.article.update({
      where: { id: article.id },
      data: { retractedAt: ctx.now, retractedBy: ctx.actor.userId, retractedReason: reason, version: { increment: 1 } },
    });
    ctx.record({
      type: 'article.retracted',
      subjectType: 'article',
      subjectId: article.id,
      version: article.revision + 1,
    });
    return findArticle(ctx, article.id);
  },
);

export const deleteArticle = command(
  { verb: 'article.delete', input: nothing, subject: 'article', load: findArticle, ifMatch: true },
  async (ctx, _, article) => {
    await refuseInBlindRound(
      ctx,
      { articleIds: [article.id] },
      'This article is being read in a blind round: it can be removed after the reveal.',
    );
    await ctx.db.article.update({
      where: { id: article.id },
      data: { deletedAt: ctx.now, deletedBy: ctx.actor.userId, version: { increment: 1 } },
    });
    ctx.record({
      type: 'article.deleted',
      subjectType: 'article',
      subjectId: article.id,
      version: article.revision + 1,
    });
    return { ...article, revision: article.revision + 1 };
  },
);

export const restoreArticle = command(
  {
    verb: 'article.delete',
    input: nothing,
    subject: 'article',
    load: (ctx, id) => findArticle(ctx, id, true),
    ifMatch: true,
  },
  async (ctx, _, article) => {
    await refuseSameText(ctx, article.version.sha256);
    await ctx.db.article.update({
      where: { id: article.id },
      data: { deletedAt: null, deletedBy: null, version: { increment: 1 } },
    });
    ctx.record({
      type: 'article.restored',
      subjectType: 'article',
      subjectId: article.id,
      version: article.revision + 1,
    });
    return findArticle(ctx, article.id);
  },
);

/** "Read to the end": the actor has been through the current version and its tags. Once is enough. */
export const finishReading = command(
  { verb: 'article.finish-reading', input: nothing, subject: 'article', load: findArticle },
  async (ctx, _, article) => {
    const version = await ctx.db.articleVersion.findUniqueOrThrow({
      where: { articleId_number: { articleId: article.id, number: article.version.number } },
      select: { id: true },
    });
    const row = { projectId: ctx.projectId, articleVersionId: version.id, readerId: ctx.actor.userId };
    const { count } = await ctx.db.reading.createMany({ data: [{ ...row, createdAt: ctx.now }], skipDuplicates: true });
    if (count)
      ctx.record({
        type: 'article.read',
        subjectType: 'article',
        subjectId: article.id,
        version: article.version.number,
      });
    return { articleId: article.id, version: article.version.number };
  },
);

export const addPublisher = command(
  { verb: 'publisher.add', input: publisherInput, subject: 'project', load: inProject, status: 201 },
  async (ctx, { name, kind }) => {
    const row = await ctx.db.publisher.create({
      data: { projectId: ctx.projectId, name, kind: kind ?? '', createdAt: ctx.now },
      select: publisherFields,
    });
    ctx.record({ type: 'publisher.added', subjectType: 'publisher', subjectId: row.id, version: 1 });
    return publisherOf(row);
  },
);

export const savePublisher = command(
  { verb: 'publisher.save', input: publisherChange, subject: 'publisher', load: findPublisher, ifMatch: true },
  async (ctx, input, publisher) => {
    const data = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
    await ctx.db.publisher.update({ where: { id: publisher.id }, data: { ...data, version: { increment: 1 } } });
    ctx.record({
      type: 'publisher.saved',
      subjectType: 'publisher',
      subjectId: publisher.id,
      version: publisher.version + 1,
      fields: Object.keys(data),
    });
    return findPublisher(ctx, publisher.id);
  },
);
