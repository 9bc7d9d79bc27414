import { z } from 'zod';
import { reads, writes } from '@/lib/api/endpoint';
import { reviewClaim, reviewTag, reviewTags, withdrawReview, withdrawReviews } from './commands';
import { findApproval } from './queries/approval';
import { findArticleLinchpin, findEntityLinchpin, findPublisherLinchpin } from './queries/linchpin';
import { findReviewQueue } from './queries/queue';
import {
  approvalView,
  bulkReviewInput,
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
    input: reviewInput,
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
  findReviewQueue: reads({
    summary: 'What waits for one’s verdict, and one’s own work that was sent back',
    query: queueFilter,
    answer: queueView,
    read: findReviewQueue,
  }),
};
