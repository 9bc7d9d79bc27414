import { z } from 'zod';
import { reads, writes } from '@/lib/api/endpoint';
import { listOf } from '@/lib/core/words';
import { bringIn, undoImport } from './commands';
import { importAnswer, importInput, importList, importView } from './import';
import { findImport, listImports } from './queries';

const nothing = z.strictObject({});

export const importEndpoints = {
  bringIn: writes({
    summary: 'Bring in a Claimbench export or another tool’s annotations; without `plan` a dry run',
    input: importInput,
    answer: importAnswer,
    status: 200,
    command: bringIn,
  }),
  listImports: reads({
    summary: 'What was brought in from other tools, newest first',
    query: importList,
    answer: listOf(importView),
    read: listImports,
  }),
  findImport: reads({
    summary: 'What one import brought, and what not',
    query: nothing,
    answer: importView,
    read: (ctx, id) => findImport(ctx, id),
  }),
  undoImport: writes({
    summary: 'Take back all that one import brought; what others built on stays and is named',
    input: nothing,
    answer: importView,
    status: 200,
    ifMatch: true,
    command: undoImport,
  }),
};
