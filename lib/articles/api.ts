import { z } from 'zod';
import { Raw, reads, writes } from '@/lib/api/endpoint';
import { listOf, text, whole } from '@/lib/core/words';
import {
  articleChange,
  articleFilter,
  articleInput,
  articleView,
  publisherChange,
  publisherInput,
  publisherView,
  retractInput,
  versionView,
} from './article';
import {
  addArticle,
  addPublisher,
  deleteArticle,
  finishReading,
  restoreArticle,
  retractArticle,
  saveArticle,
  savePublisher,
} from './commands';
import { addUpload, convertUpload, discardUploads, fetchUpload } from './commands/uploads';
import { findArticle, findText, listPublishers, listVersions } from './queries';
import { listArticles } from './queries/listing';
import { findOriginal, findPages, findUploadText, listUploads } from './queries/uploads';
import { convertInput, discardInput, fetchInput, uploadFiles, uploadList, uploadView } from './upload';

const nothing = z.strictObject({});
const ofVersion = z.strictObject({ version: z.coerce.number().pipe(whole(1, 1_000_000)).optional() });

export const articleEndpoints = {
  listPublishers: reads({
    summary: 'The publishers of a project',
    query: nothing,
    answer: listOf(publisherView),
    read: listPublishers,
  }),
  addPublisher: writes({
    summary: 'Add a publisher',
    input: publisherInput,
    answer: publisherView,
    status: 201,
    command: addPublisher,
  }),
  savePublisher: writes({
    summary: 'Change a publisher',
    input: publisherChange,
    answer: publisherView,
    status: 200,
    ifMatch: true,
    command: savePublisher,
  }),
  listArticles: reads({
    summary: 'The articles of a project',
    query: articleFilter,
    answer: listOf(articleView),
    read: listArticles,
  }),
  addArticle: writes({
    summary: 'Bring in an article: JSON, or multipart with `file` parts',
    input: articleInput,
    answer: articleView,
    status: 201,
    files: true,
    command: addArticle,
  }),
  findArticle: reads({
    summary: 'What is known of an article',
    query: nothing,
    answer: articleView,
    read: (ctx, id) => findArticle(ctx, id),
  }),
  saveArticle: writes({
    summary: 'Change what is known of an article',
    input: articleChange,
    answer: articleView,
    status: 200,
    ifMatch: true,
    command: saveArticle,
  }),
  deleteArticle: writes({
    summary: 'Remove an article',
    input: nothing,
    answer: articleView,
    status: 200,
    ifMatch: true,
    command: deleteArticle,
  }),
  restoreArticle: writes({
    summary: 'Bring an article back',
    input: nothing,
    answer: articleView,
    status: 200,
    ifMatch: true,
    command: restoreArticle,
  }),
  retractArticle: writes({
    summary: 'Mark an article as retracted',
    input: retractInput,
    answer: articleView,
    status: 200,
    ifMatch: true,
    command: retractArticle,
  }),
  finishReading: writes({
    summary: 'Say that one has read the article and its tags to the end',
    input: nothing,
    answer: z.object({ articleId: z.uuid(), version: z.number() }),
    status: 200,
    command: finishReading,
  }),
  listVersions: reads({
    summary: 'The versions of an article, the newest first',
    query: nothing,
    answer: listOf(versionView),
    read: (ctx, id) => listVersions(ctx, id),
  }),
  readText: reads({
    summary: 'The exact text of a version, as text/plain',
    query: ofVersion,
    answer: text(),
    media: ['text/plain'],
    read: async (ctx, id, { version }) => new Raw((await findText(ctx, id, version)).text, 'text/plain; charset=utf-8'),
  }),
  readOriginal: reads({
    summary: 'The bytes of the file that a version was read from, as a download',
    query: ofVersion,
    answer: z.unknown(),
    media: ['application/octet-stream'],
    read: async (ctx, id, { version }) => {
      const { name, bytes } = await findOriginal(ctx, id, version);
      return new Raw(bytes, 'application/octet-stream', name);
    },
  }),
  findPages: reads({
    summary: 'Where the pages of a version begin',
    query: ofVersion,
    answer: z.object({ starts: z.array(z.number()) }),
    read: (ctx, id, { version }) => findPages(ctx, id, version),
  }),
  listUploads: reads({
    summary: 'The files that one has sent and that wait to be brought in, in the order in which they came',
    query: uploadList,
    answer: listOf(uploadView),
    read: listUploads,
  }),
  addUpload: writes({
    summary:
      'Files to look at before they become articles: multipart with `file` parts, a ZIP file is opened; answers {items: [{name, upload or problem}]}',
    input: uploadFiles,
    answer: uploadView,
    status: 200,
    files: 'uploads',
    command: addUpload,
  }),
  fetchUpload: writes({
    summary: 'Fetch a page to look at before it becomes an article, where the operator allows it',
    input: fetchInput,
    answer: uploadView,
    status: 201,
    command: fetchUpload,
  }),
  convertUpload: writes({
    summary: 'Read an uploaded file anew, in another encoding',
    input: convertInput,
    answer: uploadView,
    status: 200,
    command: convertUpload,
  }),
  discardUploads: writes({
    summary: 'Let uploaded files go',
    input: discardInput,
    answer: z.object({ discarded: z.number() }),
    status: 200,
    command: discardUploads,
  }),
  readUploadText: reads({
    summary: 'All that was read from an uploaded file, as text/plain',
    query: nothing,
    answer: text(),
    media: ['text/plain'],
    read: async (ctx, id) => new Raw(await findUploadText(ctx, id), 'text/plain; charset=utf-8'),
  }),
};
