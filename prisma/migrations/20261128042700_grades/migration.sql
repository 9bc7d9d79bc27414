-- Grades of sources and citations, per analyst.

-- CreateTable
CREATE TABLE "grade" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "publisher_id" UUID,
    "entity_id" UUID,
    "tag_id" UUID,
    "mark" TEXT NOT NULL,
    "settled" BOOLEAN NOT NULL DEFAULT false,
    "analyst_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),
    "deleted_by" UUID,

    CONSTRAINT "grade_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "grade_publisher_id_idx" ON "grade"("publisher_id");

-- CreateIndex
CREATE INDEX "grade_entity_id_idx" ON "grade"("entity_id");

-- CreateIndex
CREATE INDEX "grade_tag_id_idx" ON "grade"("tag_id");

-- AddForeignKey
ALTER TABLE "grade" ADD CONSTRAINT "grade_project_id_analyst_id_fkey" FOREIGN KEY ("project_id", "analyst_id") REFERENCES "member"("project_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grade" ADD CONSTRAINT "grade_project_id_publisher_id_fkey" FOREIGN KEY ("project_id", "publisher_id") REFERENCES "publisher"("project_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "grade" ADD CONSTRAINT "grade_project_id_entity_id_fkey" FOREIGN KEY ("project_id", "entity_id") REFERENCES "entity"("project_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "grade" ADD CONSTRAINT "grade_project_id_tag_id_fkey" FOREIGN KEY ("project_id", "tag_id") REFERENCES "tag"("project_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE grade ADD CONSTRAINT grade_one_subject CHECK (num_nonnulls(publisher_id, entity_id, tag_id) = 1);
ALTER TABLE grade ADD CONSTRAINT grade_mark CHECK (CASE WHEN tag_id IS NULL THEN mark ~ '^[A-F]$' ELSE mark ~ '^[1-6]$' END);
ALTER TABLE grade ADD CONSTRAINT grade_withdrawn CHECK ((deleted_at IS NULL) = (deleted_by IS NULL));

-- An analyst grades a thing once at a time, and one grade of it is the settled one.
CREATE UNIQUE INDEX grade_live ON grade (analyst_id, coalesce(publisher_id, entity_id, tag_id)) WHERE deleted_at IS NULL AND NOT settled;
CREATE UNIQUE INDEX grade_settled ON grade (coalesce(publisher_id, entity_id, tag_id)) WHERE deleted_at IS NULL AND settled;

GRANT SELECT, INSERT, UPDATE ON grade TO claimbench_app;
ALTER TABLE grade ENABLE ROW LEVEL SECURITY;
CREATE POLICY project ON grade USING (project_id = ANY ((SELECT app_projects())::uuid[]));
