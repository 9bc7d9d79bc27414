// Whose each table is, and where members are named: the whole lists, so that a migration which adds to them has to say so here too.

export const WITHOUT_POLICIES = [
  // Prisma's own list of what was applied; not granted to the app role.
  '_prisma_migrations',
  // Counts of tries by people who are nobody yet; not granted to the app role.
  'rate_limit',
  // Names are shown wherever people work together, and an address invites; the hash is not among the granted columns.
  'user',
];

export const OF_PROJECTS =
  `adjudication alias anchor answer answer_pair article article_version assessment claim claim_version comment comment_version decision decision_tag
  delivery distinction echo echo_decision echo_print entity entity_version event export export_job export_part exported_claim grade highlight hold import invitation judgement matrix_cell member merge outsider presence publisher question reading refused_contradiction refused_name review round round_analyst round_item round_judgment round_span saved_view shared_link split tag thread thread_position upload webhook`.split(
    /\s+/,
  );
/** What an open blind round hides: all of these, by their marks alone. */
export const HIDDEN = 'assessment comment event grade highlight matrix_cell review tag thread'.split(' ');
export const OF_PEOPLE = [
  'account_event',
  'idempotency_answer',
  'notice_setting',
  'session',
  'sign_in_link',
  'token',
  'token_project',
];

/** Columns that name a member of their row's project. */
export const NAMING_MEMBERS = [
  'adjudication.finished_by',
  'adjudication.started_by',
  'answer.created_by',
  'answer_pair.author_id',
  'article.created_by',
  'assessment.analyst_id',
  'claim.created_by',
  'claim_version.author_id',
  'comment.author_id',
  'decision.author_id',
  'decision.withdrawn_by',
  'distinction.author_id',
  'draft.user_id',
  'echo_decision.decided_by',
  'entity.created_by',
  'entity_version.replaced_by',
  'export.created_by',
  'export_job.created_by',
  'export_job.stopped_by',
  'grade.analyst_id',
  'highlight.author_id',
  'highlight.translated_by',
  'hold.user_id',
  'import.created_by',
  'judgement.author_id',
  'matrix_cell.analyst_id',
  'merge.created_by',
  'mute.user_id',
  'notification.user_id',
  'presence.user_id',
  'question.assignee_id',
  'question.created_by',
  'reading.reader_id',
  'refused_contradiction.author_id',
  'refused_name.refused_by',
  'review.reviewer_id',
  'round.created_by',
  'round.revealed_by',
  'round_analyst.analyst_id',
  'saved_view.created_by',
  'shared_link.created_by',
  'split.created_by',
  'tag.author_id',
  'thread.created_by',
  'thread_position.holder_id',
  'thread_position.written_by',
  'token_project.user_id',
  'upload.created_by',
  'webhook.created_by',
];

/** Tables whose rows are neither changed nor deleted by what is served. */
export const ONLY_ADDED = [
  'account_event',
  'anchor',
  'article_version',
  'claim_version',
  'comment_version',
  'echo_decision',
  'entity_version',
  'event',
  'export',
  'export_part',
  'exported_claim',
  'idempotency_answer',
  'judgement',
  'round_judgment',
  'round_span',
  'token_project',
];
