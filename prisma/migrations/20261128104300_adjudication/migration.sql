-- Adjudication: an article of a round on whose differences somebody decides, and what was decided of whose tags.

-- AlterTable
ALTER TABLE "project" ADD COLUMN     "adjudicate_own" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "adjudication" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "started_by" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_by" UUID,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "adjudication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "adjudication_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "agreed" BOOLEAN NOT NULL,
    "own" BOOLEAN NOT NULL,
    "reason" TEXT,
    "third_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_by" UUID,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision_tag" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "adjudication_id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "tag_id" UUID NOT NULL,
    "content_version" INTEGER NOT NULL,
    "taken" BOOLEAN NOT NULL,
    "review_id" UUID,
    "released_at" TIMESTAMPTZ(3),

    CONSTRAINT "decision_tag_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "adjudication_project_id_id_key" ON "adjudication"("project_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "adjudication_round_id_article_id_key" ON "adjudication"("round_id", "article_id");

-- CreateIndex
CREATE INDEX "decision_adjudication_id_idx" ON "decision"("adjudication_id");

-- CreateIndex
CREATE INDEX "decision_third_id_idx" ON "decision"("third_id");

-- CreateIndex
CREATE UNIQUE INDEX "decision_project_id_id_key" ON "decision"("project_id", "id");

-- CreateIndex
CREATE INDEX "decision_tag_tag_id_idx" ON "decision_tag"("tag_id");

-- CreateIndex
CREATE INDEX "decision_tag_adjudication_id_idx" ON "decision_tag"("adjudication_id");

-- CreateIndex
CREATE UNIQUE INDEX "decision_tag_project_id_id_key" ON "decision_tag"("project_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "decision_tag_decision_id_tag_id_key" ON "decision_tag"("decision_id", "tag_id");

-- AddForeignKey
ALTER TABLE "adjudication" ADD CONSTRAINT "adjudication_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "adjudication" ADD CONSTRAINT "adjudication_project_id_round_id_fkey" FOREIGN KEY ("project_id", "round_id") REFERENCES "round"("project_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "adjudication" ADD CONSTRAINT "adjudication_project_id_article_id_fkey" FOREIGN KEY ("project_id", "article_id") REFERENCES "article"("project_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "adjudication" ADD CONSTRAINT "adjudication_project_id_started_by_fkey" FOREIGN KEY ("project_id", "started_by") REFERENCES "member"("project_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "adjudication" ADD CONSTRAINT "adjudication_project_id_finished_by_fkey" FOREIGN KEY ("project_id", "finished_by") REFERENCES "member"("project_id", "user_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_project_id_adjudication_id_fkey" FOREIGN KEY ("project_id", "adjudication_id") REFERENCES "adjudication"("project_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_project_id_author_id_fkey" FOREIGN KEY ("project_id", "author_id") REFERENCES "member"("project_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_project_id_withdrawn_by_fkey" FOREIGN KEY ("project_id", "withdrawn_by") REFERENCES "member"("project_id", "user_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_project_id_third_id_fkey" FOREIGN KEY ("project_id", "third_id") REFERENCES "tag"("project_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "decision_tag" ADD CONSTRAINT "decision_tag_project_id_adjudication_id_fkey" FOREIGN KEY ("project_id", "adjudication_id") REFERENCES "adjudication"("project_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_tag" ADD CONSTRAINT "decision_tag_project_id_decision_id_fkey" FOREIGN KEY ("project_id", "decision_id") REFERENCES "decision"("project_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_tag" ADD CONSTRAINT "decision_tag_project_id_tag_id_fkey" FOREIGN KEY ("project_id", "tag_id") REFERENCES "tag"("project_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_tag" ADD CONSTRAINT "decision_tag_project_id_review_id_fkey" FOREIGN KEY ("project_id", "review_id") REFERENCES "review"("project_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;


ALTER TABLE adjudication ADD CONSTRAINT adjudication_finished CHECK (num_nonnulls(finished_at, finished_by) IN (0, 2));
ALTER TABLE decision ADD CONSTRAINT decision_withdrawn CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL));
ALTER TABLE decision ADD CONSTRAINT decision_agreed CHECK (NOT agreed OR num_nonnulls(reason, third_id) = 0);
-- One decision stands on a tag at a time.
CREATE UNIQUE INDEX decision_tag_standing ON decision_tag (adjudication_id, tag_id) WHERE released_at IS NULL;

GRANT SELECT, INSERT, UPDATE ON adjudication, decision, decision_tag TO claimbench_app;
ALTER TABLE adjudication ENABLE ROW LEVEL SECURITY;
CREATE POLICY project ON adjudication USING (project_id = ANY ((SELECT app_projects())::uuid[]));
ALTER TABLE decision ENABLE ROW LEVEL SECURITY;
ALTER TABLE decision_tag ENABLE ROW LEVEL SECURITY;
-- A later blind round on the article hides what was decided with the tags that it was decided of.
CREATE POLICY project ON decision USING (project_id = ANY ((SELECT app_projects())::uuid[]) AND NOT EXISTS (
    SELECT FROM adjudication a JOIN round_item i ON i.article_id = a.article_id AND i.hides WHERE a.id = adjudication_id))
  WITH CHECK (project_id = ANY ((SELECT app_projects())::uuid[]));
CREATE POLICY project ON decision_tag USING (project_id = ANY ((SELECT app_projects())::uuid[]) AND EXISTS (SELECT FROM tag t WHERE t.id = tag_id))
  WITH CHECK (project_id = ANY ((SELECT app_projects())::uuid[]));
