import { z } from 'zod';
import { reads, writes } from '@/lib/api/endpoint';
import { listOf } from '@/lib/core/words';
import { meView, revokedView, revokeInput, sessionView, tokenInput, tokenView } from './account';
import { createToken, discardDraft, leaveTour, revokeSessions, revokeToken, saveDraft } from './commands';
import { discardedView, discardInput, draftFilter, draftInput, draftView, keptView } from './draft';
import { findDrafts, findMe, listDrafts, listSessions, listTokens } from './queries';

const nothing = z.strictObject({});

export const accountEndpoints = {
  findMe: reads({ summary: 'Who is asking, and in which projects', query: nothing, answer: meView, read: findMe }),
  leaveTour: writes({
    summary: 'Not be offered the tour of the demo again, on any device',
    input: nothing,
    answer: meView,
    status: 200,
    command: leaveTour,
  }),
  listTokens: reads({
    summary: 'One’s own access tokens',
    query: nothing,
    answer: listOf(tokenView),
    read: (ctx) => listTokens(ctx),
  }),
  createToken: writes({
    summary: 'Make an access token; its secret is shown once',
    input: tokenInput,
    answer: tokenView,
    status: 201,
    command: createToken,
  }),
  revokeToken: writes({
    summary: 'Revoke an access token',
    input: nothing,
    answer: revokedView,
    status: 200,
    command: revokeToken,
  }),
  listSessions: reads({
    summary: 'Where one is signed in',
    query: nothing,
    answer: listOf(sessionView),
    read: (ctx) => listSessions(ctx),
  }),
  revokeSessions: writes({
    summary: 'Sign out of one session or everywhere',
    input: revokeInput,
    answer: revokedView,
    status: 200,
    command: revokeSessions,
  }),
  listDrafts: reads({
    summary: 'What one has written and not sent, the latest first',
    query: draftFilter,
    answer: listOf(draftView),
    read: listDrafts,
  }),
  findDrafts: reads({
    summary: 'What one has written and not sent at one place, a draft for each tab',
    query: nothing,
    answer: listOf(draftView),
    read: findDrafts,
  }),
  saveDraft: writes({
    summary: 'Keep what one has written so far; what is older than the kept draft of its tab changes nothing',
    input: draftInput,
    answer: keptView,
    status: 200,
    command: saveDraft,
  }),
  discardDraft: writes({
    summary: 'Forget a draft, or all of a place',
    input: discardInput,
    answer: discardedView,
    status: 200,
    command: discardDraft,
  }),
};
