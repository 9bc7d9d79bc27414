import { z } from 'zod';
import { reads, writes } from '@/lib/api/endpoint';
import { decideEcho, searchEchoes, withdrawEchoDecision } from './commands';
import {
  corroborationFilter,
  corroborationList,
  corroborationView,
  decisionInput,
  echoedTags,
  echoFilter,
  echoList,
  echoMap,
  echoStory,
  searchedView,
  withdrawalInput,
} from './echo';
import { findCorroboration, listCorroboration } from './queries/corroboration';
import { listEchoedTags } from './queries/echoed-tags';
import { findEcho, findEchoMap, listEchoes } from './queries/echoes';

const nothing = z.strictObject({});

export const echoEndpoints = {
  findCorroboration: reads({
    summary:
      'On how many origins a claim rests: articles, credited origins, unsourced groups, and how they were counted',
    query: nothing,
    answer: corroborationView,
    read: (ctx, id) => findCorroboration(ctx, id),
  }),
  listCorroboration: reads({
    summary: 'The same figures of several claims, named in `claimIds` with commas between',
    query: corroborationFilter,
    answer: corroborationList,
    read: listCorroboration,
  }),
  listEchoes: reads({
    summary: 'Passages that two articles of a project share, newest first',
    query: echoFilter,
    answer: echoList,
    read: listEchoes,
  }),
  listEchoedTags: reads({
    summary: 'Tags made elsewhere on words that an article shares, as they would stand in it',
    query: nothing,
    answer: echoedTags,
    read: (ctx, id) => listEchoedTags(ctx, id),
  }),
  findEchoMap: reads({
    summary: 'Which articles of a project echo each other',
    query: nothing,
    answer: echoMap,
    read: (ctx, projectId) => findEchoMap(ctx, projectId),
  }),
  searchEchoes: writes({
    summary: 'Search texts that were brought in before echoes were searched for',
    input: nothing,
    answer: searchedView,
    status: 200,
    command: searchEchoes,
  }),
  findEcho: reads({
    summary: 'One echo, with all that was decided of it',
    query: nothing,
    answer: echoStory,
    read: (ctx, id) => findEcho(ctx, id),
  }),
  decideEcho: writes({
    summary: 'Say where the shared words come from',
    input: decisionInput,
    answer: echoStory,
    status: 200,
    ifMatch: true,
    command: decideEcho,
  }),
  withdrawEchoDecision: writes({
    summary: 'Take the decision on an echo back',
    input: withdrawalInput,
    answer: echoStory,
    status: 200,
    ifMatch: true,
    command: withdrawEchoDecision,
  }),
};
