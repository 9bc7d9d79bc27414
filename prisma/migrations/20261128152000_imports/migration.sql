-- What was brought in from other tools, as one act each, and who had made it there.

-- AlterTable
ALTER TABLE "tag" ADD COLUMN     "outsider_id" UUID;

-- AlterTable
ALTER TABLE "comment" ADD COLUMN     "outsider_id" UUID;

-- CreateTable
CREATE TABLE "import" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "format" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "files" TEXT[],
    "counts" JSONB NOT NULL,
    "left" JSONB NOT NULL,
    "article_ids" UUID[],
    "highlight_ids" UUID[],
    "entity_ids" UUID[],
    "claim_ids" UUID[],
    "comment_ids" UUID[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by" UUID,
    "kept" JSONB,

    CONSTRAINT "import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outsider" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "outsider_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "import_project_id_created_at_idx" ON "import"("project_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "import_project_id_id_key" ON "import"("project_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "outsider_project_id_id_key" ON "outsider"("project_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "outsider_project_id_source_name_key" ON "outsider"("project_id", "source", "name");

-- AddForeignKey
ALTER TABLE "tag" ADD CONSTRAINT "tag_project_id_outsider_id_fkey" FOREIGN KEY ("project_id", "outsider_id") REFERENCES "outsider"("project_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_project_id_created_by_fkey" FOREIGN KEY ("project_id", "created_by") REFERENCES "member"("project_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outsider" ADD CONSTRAINT "outsider_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_project_id_outsider_id_fkey" FOREIGN KEY ("project_id", "outsider_id") REFERENCES "outsider"("project_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- ── By hand ─────────────────────────────────────────────────────────────────────────────────────────────────────────
GRANT SELECT, INSERT, UPDATE ON import TO claimbench_app;
GRANT SELECT, INSERT, UPDATE ON outsider TO claimbench_app;
ALTER TABLE import ENABLE ROW LEVEL SECURITY;
CREATE POLICY project ON import USING (project_id = ANY ((SELECT app_projects())::uuid[]));
ALTER TABLE outsider ENABLE ROW LEVEL SECURITY;
CREATE POLICY project ON outsider USING (project_id = ANY ((SELECT app_projects())::uuid[]));
