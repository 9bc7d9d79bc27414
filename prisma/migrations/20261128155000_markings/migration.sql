-- Who may read what, as TLP 2.0 marks it, and whose identity stays inside a project.

-- AlterTable
ALTER TABLE "project" ADD COLUMN "marking" TEXT;

-- AlterTable
ALTER TABLE "article" ADD COLUMN "marking" TEXT;

-- AlterTable
ALTER TABLE "entity" ADD COLUMN "protected_at" TIMESTAMPTZ(3),
ADD COLUMN "protected_by" UUID;

-- ── By hand ─────────────────────────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE project ADD CONSTRAINT project_marking CHECK (marking IN ('clear', 'green', 'amber', 'amber+strict', 'red'));
ALTER TABLE article ADD CONSTRAINT article_marking CHECK (marking IN ('clear', 'green', 'amber', 'amber+strict', 'red'));
ALTER TABLE entity ADD CONSTRAINT entity_protected CHECK ((protected_at IS NULL) = (protected_by IS NULL));
