import { z } from 'zod';
import { reads, writes } from '@/lib/api/endpoint';
import { reviewClaim } from './commands/claims';
import { reviewTag, reviewTags } from './commands/tags';
import { withdrawReview, withdrawReviews } from './commands/withdraw';
import { endHold, keepHold } from './commands/holds';
import { declineProposal, takeProposal } from './commands/proposals';
import { findApproval } from './queries/approval';
import { findArticleLinchpin, findEntityLinchpin, findPublisherLinchpin } from './queries/linchpin';
import { listHolds } from './queries/holds';
import { findReviewQueue } from './queries/queue';
import {
  answeredProposal,
  approvalView,
  bulkReviewInput,
  claimReviewInput,
  declineInput,
  endInput,
  holdInput,
  holdsView,
  linchpinView,
  queueFilter,
  queueView,
  reviewedClaim,
  reviewedTag,
  reviewedTags,
  reviewIds,
  reviewInput,
  withdrawnReview,
} from './review';

const nothing = z.strictObject({});

export const reviewEndpoints = {
  reviewTag: writes({
    summary: 'A verdict on a colleague’s tag; a reason against it opens a thread on the tag',
    input: reviewInput,
    answer: reviewedTag,
    status: 201,
    ifMatch: true,
    command: reviewTag,
  }),
  reviewTags: writes({
    summary: 'Accept mentions together; those that cannot be accepted are named with their reasons',
    input: bulkReviewInput,
    answer: reviewedTags,
    status: 200,
    command: reviewTags,
  }),
  withdrawReviews: writes({
    summary: 'Take back one’s own verdicts on mentions, all or none: the undo of accepting them together',
    input: reviewIds,
    answer: reviewIds,
    status: 200,
    command: withdrawReviews,
  }),
  reviewClaim: writes({
    summary: 'A reviewer’s verdict on a claim version; enough accepts approve it',
    input: claimReviewInput,
    answer: reviewedClaim,
    status: 201,
    ifMatch: true,
    command: reviewClaim,
  }),
  withdrawReview: writes({
    summary: 'Take back one’s own latest verdict; If-Match carries the version of the tag or claim that it is on',
    input: nothing,
    answer: withdrawnReview,
    status: 200,
    ifMatch: true,
    command: withdrawReview,
  }),
  takeProposal: writes({
    summary:
      'Take over the fix that a verdict proposes; If-Match carries the version of the tag or claim that it is for',
    input: nothing,
    answer: answeredProposal,
    status: 200,
    ifMatch: true,
    command: takeProposal,
  }),
  declineProposal: writes({
    summary: 'Decline the fix that a verdict proposes, with a reason',
    input: declineInput,
    answer: answeredProposal,
    status: 200,
    ifMatch: true,
    command: declineProposal,
  }),
  findArticleLinchpin: reads({
    summary: 'What falls or goes stale if this article is retracted',
    query: nothing,
    answer: linchpinView,
    read: (ctx, id) => findArticleLinchpin(ctx, id),
  }),
  findEntityLinchpin: reads({
    summary: 'What falls or goes stale if nothing that this entity says counts any more',
    query: nothing,
    answer: linchpinView,
    read: (ctx, id) => findEntityLinchpin(ctx, id),
  }),
  findPublisherLinchpin: reads({
    summary: 'What falls or goes stale if nothing of this publisher counts any more',
    query: nothing,
    answer: linchpinView,
    read: (ctx, id) => findPublisherLinchpin(ctx, id),
  }),
  findApproval: reads({
    summary: 'What a claim still needs to be approved, and what changed since it was',
    query: nothing,
    answer: approvalView,
    read: findApproval,
  }),
  listHolds: reads({
    summary: 'Who is on what in the queue just now; it forbids nothing',
    query: nothing,
    answer: holdsView,
    read: (ctx, projectId) => listHolds(ctx, projectId),
  }),
  keepHold: writes({
    summary: 'Say what one is on, for three minutes; said again while one is',
    input: holdInput,
    answer: holdsView,
    status: 200,
    unasked: true,
    command: keepHold,
  }),
  endHold: writes({
    summary: 'Say that one is not on this any more; without a name, on nothing',
    input: endInput,
    answer: holdsView,
    status: 200,
    unasked: true,
    command: endHold,
  }),
  findReviewQueue: reads({
    summary: 'What waits for one’s verdict, and one’s own work that was sent back',
    query: queueFilter,
    answer: queueView,
    read: findReviewQueue,
  }),
};
