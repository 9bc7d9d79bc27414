import { z } from 'zod';
import { reads, writes } from '@/lib/api/endpoint';
import { listOf } from '@/lib/core/words';
import {
  addComment,
  closeThread,
  deleteComment,
  liftObjection,
  reopenThread,
  restoreComment,
  saveComment,
  sayPosition,
  startThread,
  turnThread,
} from './commands';
import { findThread, listCommentVersions, listThreads } from './queries';
import { listDiscussed } from './queries/discussed';
import {
  commentChange,
  commentInput,
  commentVersionView,
  commentView,
  discussedList,
  liftInput,
  outcomeInput,
  positionInput,
  threadFilter,
  threadInput,
  threadView,
  turnInput,
} from './thread';

const nothing = z.strictObject({});

export const threadEndpoints = {
  listDiscussed: reads({
    summary: 'Which highlights and tags of an article are discussed, and how much',
    query: nothing,
    answer: discussedList,
    read: (ctx, id) => listDiscussed(ctx, id),
  }),
  listThreads: reads({
    summary: 'The threads of a project, or those on a subject and what lies below it',
    query: threadFilter,
    answer: listOf(threadView),
    read: listThreads,
  }),
  startThread: writes({
    summary: 'Start a thread with its first comment',
    input: threadInput,
    answer: threadView,
    status: 201,
    command: startThread,
  }),
  findThread: reads({ summary: 'One thread with its comments', query: nothing, answer: threadView, read: findThread }),
  addComment: writes({
    summary: 'Reply in an open thread',
    input: commentInput,
    answer: commentView,
    status: 201,
    command: addComment,
  }),
  closeThread: writes({
    summary: 'Close a thread with its outcome; open objections in it stay open',
    input: outcomeInput,
    answer: threadView,
    status: 200,
    ifMatch: true,
    command: closeThread,
  }),
  reopenThread: writes({
    summary: 'Reopen a thread',
    input: nothing,
    answer: threadView,
    status: 200,
    ifMatch: true,
    command: reopenThread,
  }),
  sayPosition: writes({
    summary: 'Word one’s own position where people agreed to differ',
    input: positionInput,
    answer: threadView,
    status: 200,
    ifMatch: true,
    command: sayPosition,
  }),
  turnThread: writes({
    summary: 'Make a claim or a question of what a thread is about; each leads to the other',
    input: turnInput,
    answer: threadView,
    status: 201,
    ifMatch: true,
    command: turnThread,
  }),
  saveComment: writes({
    summary: 'Change one’s own comment, or withdraw one’s own objection',
    input: commentChange,
    answer: commentView,
    status: 200,
    ifMatch: true,
    command: saveComment,
  }),
  deleteComment: writes({
    summary: 'Delete one’s own comment',
    input: nothing,
    answer: commentView,
    status: 200,
    ifMatch: true,
    command: deleteComment,
  }),
  restoreComment: writes({
    summary: 'Bring one’s own comment back',
    input: nothing,
    answer: commentView,
    status: 200,
    ifMatch: true,
    command: restoreComment,
  }),
  listCommentVersions: reads({
    summary: 'What a comment said, newest first',
    query: nothing,
    answer: listOf(commentVersionView),
    read: listCommentVersions,
  }),
  liftObjection: writes({
    summary: 'Lift an objection, with a reason; it is printed as dissent',
    input: liftInput,
    answer: commentView,
    status: 200,
    ifMatch: true,
    command: liftObjection,
  }),
};
