import { react, type Reaction } from '@/lib/core/command';
import type { EventType } from '@/lib/events';
import { findEchoes } from '@/lib/echoes/steps';
import { shareRevealed } from '@/lib/highlights/steps';
import {
  notifyOfAccepted,
  notifyOfAssignee,
  notifyOfClaim,
  notifyOfComment,
  notifyOfEdit,
  notifyOfEvidence,
  notifyOfLoss,
  notifyOfReply,
  notifyOfRound,
  notifyOfTag,
} from '@/lib/notifications/steps';
import { reopenByEvidence } from '@/lib/questions/steps';
import { recheckApprovals } from '@/lib/reviews/steps';

// What follows from an event in other rooms, in the same transaction: one table. What a reaction records is followed up
// in its turn.
const table: Partial<Record<EventType, Reaction[]>> = {
  'article.added': [findEchoes],
  'article.revised': [recheckApprovals, notifyOfLoss, findEchoes],
  'article.retracted': [recheckApprovals],
  'article.deleted': [recheckApprovals],
  'article.restored': [recheckApprovals],
  'highlight.moved': [recheckApprovals],
  'highlight.deleted': [recheckApprovals],
  'highlight.restored': [recheckApprovals],
  'highlights.saved': [recheckApprovals, reopenByEvidence],
  'highlights.deleted': [recheckApprovals],
  'highlights.restored': [recheckApprovals],
  'tag.added': [recheckApprovals, reopenByEvidence],
  'tag.saved': [recheckApprovals, reopenByEvidence],
  'tag.deleted': [recheckApprovals],
  'tag.restored': [recheckApprovals],
  'tags.saved': [recheckApprovals, reopenByEvidence],
  'tags.deleted': [recheckApprovals],
  'tags.restored': [recheckApprovals],
  'tags.adjudicated': [recheckApprovals, notifyOfAccepted],
  'tags.unadjudicated': [recheckApprovals],
  'tag.accepted': [recheckApprovals, notifyOfAccepted],
  'tag.rejected': [recheckApprovals, notifyOfTag('tag-rejected')],
  'tag.sent-back': [recheckApprovals, notifyOfTag('tag-sent-back')],
  'review.withdrawn': [recheckApprovals],
  'proposal.taken': [notifyOfReply('proposal-taken')],
  'proposal.declined': [notifyOfReply('proposal-declined')],
  'claim.saved': [recheckApprovals],
  'claim.restored': [recheckApprovals],
  'claim.merged': [recheckApprovals],
  'claim.unmerged': [recheckApprovals],
  'claim.freed': [recheckApprovals],
  'entity.merged': [recheckApprovals],
  'entity.unmerged': [recheckApprovals],
  'entity.freed': [recheckApprovals],
  'claim.approved': [notifyOfClaim('claim-approved')],
  'claim.rejected': [notifyOfClaim('claim-rejected')],
  'claim.sent-back': [notifyOfClaim('claim-sent-back')],
  'claim.went-stale': [notifyOfClaim('claim-stale')],
  'question.added': [notifyOfAssignee],
  'question.saved': [notifyOfAssignee],
  'question.evidence-came': [notifyOfEvidence],
  'comment.added': [recheckApprovals, notifyOfComment],
  'comment.saved': [recheckApprovals, notifyOfEdit],
  'comment.deleted': [recheckApprovals],
  'comment.restored': [recheckApprovals],
  'comment.lifted': [recheckApprovals],
  'round.opened': [notifyOfRound('round-assigned')],
  'round.revealed': [shareRevealed, recheckApprovals, reopenByEvidence, notifyOfRound('round-revealed')],
};
react(table);
