import { z } from 'zod';
import { Raw, reads, writes } from '@/lib/api/endpoint';
import { text } from '@/lib/core/words';
import { archiveInput, backInput, broughtView, originView, takenView } from './archive';
import { bringArchive, takeArchive, takeBackProject } from './commands';
import { findOrigin, requireTaken } from './queries/leaving';
import { openArchive } from './queries/opening';

const nothing = z.strictObject({});

export const archiveEndpoints = {
  takeArchive: writes({
    summary: 'Say that one takes an archive of the whole project; it may be fetched for ten minutes',
    input: nothing,
    answer: takenView,
    status: 200,
    command: takeArchive,
  }),
  readArchive: reads({
    summary: 'The archive of a whole project, which another Claimbench brings in',
    query: nothing,
    answer: text(),
    media: ['application/jsonl'],
    restricted: true,
    notAlways: true,
    read: async (ctx, id) => {
      await requireTaken(ctx, id);
      const { stream, fileName, bytes } = await openArchive(ctx, id);
      return new Raw(stream, 'application/jsonl', fileName, bytes);
    },
  }),
  findOrigin: reads({
    summary: 'The archive that a project was brought in from, by whom and when',
    query: nothing,
    answer: originView,
    read: findOrigin,
  }),
  takeBackProject: writes({
    summary: 'Take back a project that one brought in: nobody reaches it any more. Nothing of it is removed',
    input: backInput,
    answer: z.object({ projectId: z.uuid() }),
    status: 200,
    command: takeBackProject,
  }),
  bringArchive: writes({
    summary: 'Bring in a whole project from its archive as a new one, and lead it; without `plan` a dry run',
    description:
      'The body is the file itself, as it was written. An archive over the limit of the server is refused (413); its command line takes any.',
    input: archiveInput,
    streams: 'application/jsonl',
    answer: broughtView,
    status: 200,
    command: bringArchive,
  }),
};
