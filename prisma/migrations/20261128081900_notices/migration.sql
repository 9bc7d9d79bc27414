-- Lines of an inbox stand together under the thing they are about; everybody chooses which kinds they want, and when they are mailed.

-- AlterTable
ALTER TABLE "notification" ADD COLUMN "thing_id" UUID;
UPDATE notification n SET thing_id = coalesce(
  (SELECT h.article_id FROM tag t JOIN highlight h ON h.id = t.highlight_id WHERE n.subject_type = 'tag' AND t.id = n.subject_id), n.subject_id);
ALTER TABLE "notification" ALTER COLUMN "thing_id" SET NOT NULL;

-- CreateTable
CREATE TABLE "notice_setting" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "off" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "digest" TEXT NOT NULL DEFAULT 'off',
    "due_at" TIMESTAMPTZ(3),
    "told_at" TIMESTAMPTZ(3),
    "sending_until" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "notice_setting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mute" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mute_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "notice_setting_user_id_key" ON "notice_setting"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "mute_user_id_subject_id_key" ON "mute"("user_id", "subject_id");

-- CreateIndex
CREATE INDEX "notice_setting_due_at_idx" ON "notice_setting"("due_at");

-- AddForeignKey
ALTER TABLE "notice_setting" ADD CONSTRAINT "notice_setting_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mute" ADD CONSTRAINT "mute_project_id_user_id_fkey" FOREIGN KEY ("project_id", "user_id") REFERENCES "member"("project_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── By hand ─────────────────────────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE notice_setting ADD CONSTRAINT notice_setting_digest CHECK (digest IN ('off', 'hourly', 'daily') AND (digest = 'off') = (due_at IS NULL));
ALTER TABLE mute ADD CONSTRAINT mute_subject CHECK (subject_type IN ('thread', 'claim'));
GRANT SELECT, INSERT, UPDATE ON notice_setting TO claimbench_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON mute TO claimbench_app;
ALTER TABLE notice_setting ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON notice_setting USING (user_id = (SELECT app_user_id()));
ALTER TABLE mute ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON mute USING (project_id = ANY ((SELECT app_projects())::uuid[]) AND user_id = (SELECT app_user_id()));

-- What is read on one device is read on all: open pages of the same person are woken.
CREATE OR REPLACE FUNCTION end_account(p_user uuid, p_now timestamptz, p_events jsonb, p_key text, p_request bytea, p_status int, p_body json) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO account_event (id, user_id, type, subject_type, subject_id, at)
  SELECT gen_random_uuid(), p_user, value->>'type', value->>'subjectType', (value->>'subjectId')::uuid, p_now FROM jsonb_array_elements(p_events);
  PERFORM pg_notify('claimbench', 'inbox ' || p_user) WHERE EXISTS (SELECT FROM jsonb_array_elements(p_events) WHERE value->>'type' LIKE 'notifications.%');
  PERFORM store_answer(p_user, p_now, p_key, p_request, p_status, p_body);
END $$;
