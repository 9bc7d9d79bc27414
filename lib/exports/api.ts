import { Readable } from 'node:stream';
import { z } from 'zod';
import { Raw, reads, writes } from '@/lib/api/endpoint';
import { listOf, text } from '@/lib/core/words';
import { makeExport, stopExport } from './commands';
import {
  briefFilter,
  exportAnswer,
  exportInput,
  exportJobs,
  exportJobView,
  exportList,
  exportView,
  filePreviewFilter,
  filePreviewView,
  previewFilter,
  manifestFileView,
  previewView,
} from './export';
import { questionBrief } from './queries/question-brief';
import { findExportJob, listExportJobs } from './queries/export-jobs';
import { findExport, listExports, previewExport, previewFile, readManifest } from './queries/exports';
import { openParts } from './queries/parts';

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
    summary: 'Export the approved claims; above 5,000 of them it answers 202 with a job',
    input: exportInput,
    answer: exportAnswer,
    status: 201,
    begun: exportJobView,
    command: makeExport,
  }),
  listExportJobs: reads({
    summary: 'Exports that are being made, and those that failed or were stopped since yesterday',
    query: nothing,
    answer: exportJobs,
    read: (ctx, id) => listExportJobs(ctx, id),
  }),
  findExportJob: reads({
    summary: 'How far the making of an export is',
    query: nothing,
    answer: exportJobView,
    read: (ctx, id) => findExportJob(ctx, id),
  }),
  stopExport: writes({
    summary: 'Stop the making of an export; nothing of it is kept',
    input: nothing,
    answer: exportJobView,
    status: 200,
    command: stopExport,
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
    answer: text(),
    media: ['text/markdown', 'text/html'],
    read: async (ctx, id, { format }) => {
      const { body, contentType, name } = await questionBrief(ctx, id, format);
      return new Raw(body as string, contentType, name);
    },
  }),
  readManifest: reads({
    summary: 'The manifest of an export, to be kept beside its bytes',
    query: nothing,
    answer: manifestFileView,
    media: ['application/json'],
    read: async (ctx, id) => {
      const { body, fileName } = await readManifest(ctx, id);
      return new Raw(body, 'application/json', fileName);
    },
  }),
  readExport: reads({
    summary: 'The bytes of an export',
    description: 'Of the content type that the export names.',
    query: nothing,
    answer: z.unknown(),
    media: ['*/*'],
    read: async (ctx, id) => {
      const { parts, contentType, fileName, bytes } = await openParts(ctx, id);
      return new Raw(
        Readable.toWeb(Readable.from(parts())) as ReadableStream<Uint8Array>,
        contentType,
        fileName,
        bytes,
      );
    },
  }),
};
