-- Answers against evidence, opt-in.

-- CreateEnum
CREATE TYPE "cell_reading" AS ENUM ('consistent', 'inconsistent', 'neutral', 'not-applicable');

-- AlterTable
ALTER TABLE "project" ADD COLUMN     "hypotheses" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "matrix_cell" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "answer_id" UUID NOT NULL,
    "tag_id" UUID NOT NULL,
    "analyst_id" UUID NOT NULL,
    "reading" "cell_reading",
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "matrix_cell_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "matrix_cell_tag_id_idx" ON "matrix_cell"("tag_id");

-- CreateIndex
CREATE UNIQUE INDEX "matrix_cell_answer_id_tag_id_analyst_id_key" ON "matrix_cell"("answer_id", "tag_id", "analyst_id");

-- AddForeignKey
ALTER TABLE "matrix_cell" ADD CONSTRAINT "matrix_cell_project_id_answer_id_fkey" FOREIGN KEY ("project_id", "answer_id") REFERENCES "answer"("project_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "matrix_cell" ADD CONSTRAINT "matrix_cell_project_id_tag_id_fkey" FOREIGN KEY ("project_id", "tag_id") REFERENCES "tag"("project_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "matrix_cell" ADD CONSTRAINT "matrix_cell_project_id_analyst_id_fkey" FOREIGN KEY ("project_id", "analyst_id") REFERENCES "member"("project_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;


GRANT SELECT, INSERT, UPDATE ON matrix_cell TO claimbench_app;
ALTER TABLE matrix_cell ENABLE ROW LEVEL SECURITY;
CREATE POLICY project ON matrix_cell USING (project_id = ANY ((SELECT app_projects())::uuid[]));
