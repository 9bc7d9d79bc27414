-- What two sides hold who agreed to differ; what a thread became; whom a comment mentions.

-- AlterTable
ALTER TABLE "thread" ADD COLUMN     "became_claim_id" UUID,
ADD COLUMN     "became_question_id" UUID;

-- AlterTable
ALTER TABLE "comment" ADD COLUMN     "mentions" UUID[] DEFAULT ARRAY[]::UUID[];
UPDATE comment SET mentions = found.ids FROM (
  SELECT c.id, array_agg(DISTINCT m::uuid) AS ids
  FROM comment c, jsonb_path_query(c.body, 'lax $.** ? (@.type == "mention").attrs.id') j, LATERAL (SELECT j #>> '{}' AS m) t
  WHERE m ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' GROUP BY c.id) found WHERE found.id = comment.id;

-- CreateTable
CREATE TABLE "thread_position" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "holder_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "written_by" UUID NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "thread_position_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "thread_position_thread_id_holder_id_key" ON "thread_position"("thread_id", "holder_id");

-- CreateIndex
CREATE INDEX "thread_became_claim_id_idx" ON "thread"("became_claim_id");

-- CreateIndex
CREATE INDEX "thread_became_question_id_idx" ON "thread"("became_question_id");

-- AddForeignKey
ALTER TABLE "thread" ADD CONSTRAINT "thread_project_id_became_claim_id_fkey" FOREIGN KEY ("project_id", "became_claim_id") REFERENCES "claim"("project_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "thread" ADD CONSTRAINT "thread_project_id_became_question_id_fkey" FOREIGN KEY ("project_id", "became_question_id") REFERENCES "question"("project_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "thread_position" ADD CONSTRAINT "thread_position_project_id_thread_id_fkey" FOREIGN KEY ("project_id", "thread_id") REFERENCES "thread"("project_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread_position" ADD CONSTRAINT "thread_position_project_id_holder_id_fkey" FOREIGN KEY ("project_id", "holder_id") REFERENCES "member"("project_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread_position" ADD CONSTRAINT "thread_position_project_id_written_by_fkey" FOREIGN KEY ("project_id", "written_by") REFERENCES "member"("project_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── By hand ─────────────────────────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE thread_position ADD CONSTRAINT thread_position_text CHECK (btrim(text) <> '');
GRANT SELECT, INSERT, UPDATE, DELETE ON thread_position TO claimbench_app;
ALTER TABLE thread_position ENABLE ROW LEVEL SECURITY;
CREATE POLICY project ON thread_position USING (project_id = ANY ((SELECT app_projects())::uuid[]));
CREATE INDEX comment_mentions ON comment USING gin (mentions) WITH (fastupdate=off);
