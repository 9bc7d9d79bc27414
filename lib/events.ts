// Everything that can happen, and how each is worded for people: "<name> <words> <thing>".
// An event carries ids, a version and names of fields, never text.

export const events = {
  'project.created': 'created the project',
  'project.saved': 'changed the settings',
  'member.invited': 'invited somebody',
  'member.joined': 'joined the project',
  'member.saved': 'changed a role',
  'member.removed': 'removed a member',
  'member.restored': 'brought a member back',
  'publisher.added': 'added a publisher',
  'publisher.saved': 'changed a publisher',
  'article.added': 'brought in the article',
  'article.saved': 'changed what is known of the article',
  'article.revised': 'added a new version of the article',
  'article.retracted': 'marked the article as retracted',
  'article.deleted': 'removed the article',
  'article.restored': 'brought the article back',
  'article.read': 'read the article to the end',
  'highlight.saved': 'highlighted words',
  'highlight.moved': 'moved a highlight',
  'highlight.translated': 'translated a highlight',
  'highlight.deleted': 'deleted a highlight',
  'highlight.restored': 'brought a highlight back',
  'highlights.saved': 'tagged several places of the article',
  'highlights.deleted': 'took back several highlights of the article',
  'highlights.restored': 'brought several highlights of the article back',
  'tag.added': 'tagged words',
  'tag.saved': 'changed a tag',
  'tag.deleted': 'deleted a tag',
  'tag.restored': 'brought a tag back',
  'tags.saved': 'changed several tags of the article',
  'tags.deleted': 'deleted several tags of the article',
  'tags.restored': 'brought several tags of the article back',
  'tag.accepted': 'accepted a tag',
  'tag.rejected': 'rejected a tag',
  'tag.sent-back': 'asked for work on a tag',
  'review.withdrawn': 'took a verdict back',
  'entity.added': 'added the entity',
  'entity.saved': 'changed the entity',
  'entity.deleted': 'deleted the entity',
  'entity.restored': 'brought the entity back',
  'suggestion.refused': 'rejected a suggested name for',
  'suggestion.allowed': 'allowed a suggested name again for',
  'claim.added': 'added the claim',
  'claim.saved': 'changed the claim',
  'claim.deleted': 'deleted the claim',
  'claim.restored': 'brought the claim back',
  'claim.submitted': 'submitted the claim for review',
  'claim.reopened': 'reopened the claim',
  'claim.accepted': 'accepted the claim',
  'claim.approved': 'approved the claim',
  'claim.rejected': 'rejected the claim',
  'claim.sent-back': 'sent the claim back',
  'claim.went-stale': 'made the approved claim stale',
  'claim.recovered': 'restored what the approval rests on',
  'claim.assessed': 'judged how likely the claim is',
  'thread.started': 'started a thread',
  'thread.closed': 'closed a thread',
  'thread.reopened': 'reopened a thread',
  'comment.added': 'commented',
  'comment.saved': 'edited a comment',
  'comment.deleted': 'deleted a comment',
  'comment.restored': 'brought a comment back',
  'comment.lifted': 'lifted an objection',
  'export.made': 'exported the approved claims',
} as const;

export type EventType = keyof typeof events;

/** The words of an event about many things, with their number: "changed 12 tags of the article". */
export const counted = (words: string, count: number): string =>
  words.replace(/several (\w+)s\b/, (_, thing: string) => (count === 1 ? `1 ${thing}` : `${count} ${thing}s`));

/** What the account log may hold. */
export type AccountEventType =
  'token.created' | 'token.revoked' | 'session.revoked' | 'sessions.revoked' | 'notifications.read';
