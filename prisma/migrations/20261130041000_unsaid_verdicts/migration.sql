-- CreateIndex
CREATE INDEX "notification_subject_id_idx" ON "notification"("subject_id");

-- ── By hand ─────────────────────────────────────────────────────────────────────────────────────────────────────────
-- Takes the lines that verdicts of the caller put into inboxes out again, where nobody has read them: answers whose inboxes. As the
-- owner, since lines in other people's inboxes are out of the caller's sight.
CREATE FUNCTION unsay_verdicts(p_subjects uuid[], p_moments timestamptz[]) RETURNS SETOF uuid
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM notification WHERE subject_id = ANY (p_subjects) AND created_at = ANY (p_moments) AND read_at IS NULL
    AND actor_id = (SELECT app_user_id()) AND project_id = ANY ((SELECT app_projects())::uuid[])
    AND kind IN ('tag-accepted', 'tag-rejected', 'tag-sent-back', 'claim-approved', 'claim-rejected', 'claim-sent-back')
  RETURNING user_id;
$$;
