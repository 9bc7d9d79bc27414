-- Questions: what several claims answer differently.

-- AlterTable
ALTER TABLE "thread" ADD COLUMN     "question_id" UUID;

-- CreateTable
CREATE TABLE "question" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "assignee_id" UUID,
    "due_on" DATE,
    "exclusive" BOOLEAN NOT NULL DEFAULT true,
    "settled_at" TIMESTAMPTZ(3),
    "settled_by" UUID,
    "settled_reason" TEXT,
    "settled_id" UUID,
    "new_evidence" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),
    "deleted_by" UUID,

    CONSTRAINT "question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "answer" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "not_known" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),
    "deleted_by" UUID,

    CONSTRAINT "answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "answer_pair" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "low_id" UUID NOT NULL,
    "high_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),
    "deleted_by" UUID,

    CONSTRAINT "answer_pair_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "judgement" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT,
    "author_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "judgement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "refused_contradiction" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "low_id" UUID NOT NULL,
    "high_id" UUID NOT NULL,
    "reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "author_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),
    "deleted_by" UUID,

    CONSTRAINT "refused_contradiction_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "question_project_id_updated_at_idx" ON "question"("project_id", "updated_at");

-- CreateIndex
CREATE UNIQUE INDEX "question_project_id_id_key" ON "question"("project_id", "id");

-- CreateIndex
CREATE INDEX "answer_question_id_idx" ON "answer"("question_id");

-- CreateIndex
CREATE INDEX "answer_claim_id_idx" ON "answer"("claim_id");

-- CreateIndex
CREATE UNIQUE INDEX "answer_project_id_id_key" ON "answer"("project_id", "id");

-- CreateIndex
CREATE INDEX "answer_pair_low_id_idx" ON "answer_pair"("low_id");

-- CreateIndex
CREATE INDEX "answer_pair_high_id_idx" ON "answer_pair"("high_id");

-- CreateIndex
CREATE UNIQUE INDEX "judgement_question_id_number_key" ON "judgement"("question_id", "number");

-- CreateIndex
CREATE INDEX "refused_contradiction_low_id_idx" ON "refused_contradiction"("low_id");

-- CreateIndex
CREATE INDEX "refused_contradiction_high_id_idx" ON "refused_contradiction"("high_id");

-- CreateIndex
CREATE UNIQUE INDEX "refused_contradiction_project_id_id_key" ON "refused_contradiction"("project_id", "id");

-- CreateIndex
CREATE INDEX "thread_question_id_idx" ON "thread"("question_id");

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_project_id_created_by_fkey" FOREIGN KEY ("project_id", "created_by") REFERENCES "member"("project_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_project_id_assignee_id_fkey" FOREIGN KEY ("project_id", "assignee_id") REFERENCES "member"("project_id", "user_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_project_id_settled_id_fkey" FOREIGN KEY ("project_id", "settled_id") REFERENCES "answer"("project_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "answer" ADD CONSTRAINT "answer_project_id_created_by_fkey" FOREIGN KEY ("project_id", "created_by") REFERENCES "member"("project_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer" ADD CONSTRAINT "answer_project_id_question_id_fkey" FOREIGN KEY ("project_id", "question_id") REFERENCES "question"("project_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer" ADD CONSTRAINT "answer_project_id_claim_id_fkey" FOREIGN KEY ("project_id", "claim_id") REFERENCES "claim"("project_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer_pair" ADD CONSTRAINT "answer_pair_project_id_author_id_fkey" FOREIGN KEY ("project_id", "author_id") REFERENCES "member"("project_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer_pair" ADD CONSTRAINT "answer_pair_project_id_low_id_fkey" FOREIGN KEY ("project_id", "low_id") REFERENCES "answer"("project_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer_pair" ADD CONSTRAINT "answer_pair_project_id_high_id_fkey" FOREIGN KEY ("project_id", "high_id") REFERENCES "answer"("project_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "judgement" ADD CONSTRAINT "judgement_project_id_author_id_fkey" FOREIGN KEY ("project_id", "author_id") REFERENCES "member"("project_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "judgement" ADD CONSTRAINT "judgement_project_id_question_id_fkey" FOREIGN KEY ("project_id", "question_id") REFERENCES "question"("project_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refused_contradiction" ADD CONSTRAINT "refused_contradiction_project_id_author_id_fkey" FOREIGN KEY ("project_id", "author_id") REFERENCES "member"("project_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refused_contradiction" ADD CONSTRAINT "refused_contradiction_project_id_low_id_fkey" FOREIGN KEY ("project_id", "low_id") REFERENCES "claim"("project_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refused_contradiction" ADD CONSTRAINT "refused_contradiction_project_id_high_id_fkey" FOREIGN KEY ("project_id", "high_id") REFERENCES "claim"("project_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread" ADD CONSTRAINT "thread_project_id_question_id_fkey" FOREIGN KEY ("project_id", "question_id") REFERENCES "question"("project_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;



ALTER TABLE thread DROP CONSTRAINT thread_one_home;
ALTER TABLE thread ADD CONSTRAINT thread_one_home CHECK (num_nonnulls(article_id, highlight_id, tag_id, entity_id, claim_id, question_id) = 1);
ALTER TABLE question ADD CONSTRAINT question_text CHECK (btrim(text) <> '');
ALTER TABLE question ADD CONSTRAINT question_settled CHECK (num_nonnulls(settled_at, settled_by, settled_reason) IN (0, 3) AND (settled_at IS NOT NULL OR settled_id IS NULL) AND (settled_at IS NULL OR new_evidence IS NULL));
ALTER TABLE answer_pair ADD CONSTRAINT answer_pair_two CHECK (low_id <> high_id);
ALTER TABLE judgement ADD CONSTRAINT judgement_text CHECK (number > 0 AND btrim(text) <> '');
ALTER TABLE refused_contradiction ADD CONSTRAINT refused_contradiction_two CHECK (low_id <> high_id);

-- A claim answers a question once, one of its answers is that it is not known, and one standing word is said of a pair.
CREATE UNIQUE INDEX answer_live ON answer (question_id, claim_id) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX answer_not_known ON answer (question_id) WHERE not_known AND deleted_at IS NULL;
CREATE UNIQUE INDEX answer_pair_live ON answer_pair (least(low_id, high_id), greatest(low_id, high_id)) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX refused_contradiction_live ON refused_contradiction (least(low_id, high_id), greatest(low_id, high_id)) WHERE deleted_at IS NULL;
CREATE TRIGGER judgement_immutable BEFORE UPDATE OR DELETE ON judgement FOR EACH ROW EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT, UPDATE ON question, answer, answer_pair, refused_contradiction TO claimbench_app;
GRANT SELECT, INSERT ON judgement TO claimbench_app;
DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['question', 'answer', 'answer_pair', 'judgement', 'refused_contradiction'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY project ON %I USING (project_id = ANY ((SELECT app_projects())::uuid[]))', t);
  END LOOP;
END $$;
