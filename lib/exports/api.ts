import { z } from 'zod';
import { Raw, reads, writes } from '@/lib/api/endpoint';
import { listOf } from '@/lib/core/words';
import { makeExport } from './commands';
import {
  briefFilter,
  exportInput,
  exportList,
  exportView,
  filePreviewFilter,
  filePreviewView,
  previewFilter,
  previewView,
} from './export';
import { questionBrief } from './queries/question-brief';
import { findExport, listExports, previewExport, previewFile, readExport, readManifest } from './queries/exports';

const nothing = z.strictObject({});

export const exportEndpoints = {
  previewExport: reads({
    summary: 'What an export would hold now, and what it would leave out',
    query: previewFilter,
    answer: previewView,
    read: previewExport,
  }),
  previewFile: reads({
    summary: 'The first lines of a file if it were made now, and what it could not carry',
    query: filePreviewFilter,
    answer: filePreviewView,
    read: previewFile,
  }),
  listExports: reads({
    summary: 'The exports that were made, newest first',
    query: exportList,
    answer: listOf(exportView),
    read: listExports,
  }),
  makeExport: writes({
    summary: 'Export the approved claims',
    input: exportInput,
    answer: exportView,
    status: 201,
    command: makeExport,
  }),
  findExport: reads({
    summary: 'One export with its manifest',
    query: nothing,
    answer: exportView,
    read: (ctx, id) => findExport(ctx, id),
  }),
  readQuestionBrief: reads({
    summary: 'A question with its answers as a brief, settled or not',
    query: briefFilter,
    answer: z.unknown(),
    read: async (ctx, id, { format }) => {
      const { body, contentType, name } = await questionBrief(ctx, id, format);
      return new Raw(body as string, contentType, name);
    },
  }),
  readManifest: reads({
    summary: 'The manifest of an export, to be kept beside its bytes',
    query: nothing,
    answer: z.unknown(),
    read: async (ctx, id) => {
      const { body, fileName } = await readManifest(ctx, id);
      return new Raw(body, 'application/json', fileName);
    },
  }),
  readExport: reads({
    summary: 'The bytes of an export',
    query: nothing,
    answer: z.unknown(),
    read: async (ctx, id) => {
      const { content, contentType, fileName } = await readExport(ctx, id);
      return new Raw(content, contentType, fileName);
    },
  }),
};
