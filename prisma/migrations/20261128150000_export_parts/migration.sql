-- Exports in parts, and their making: a file of any size is stored and handed out a megabyte at a time.

-- CreateTable
CREATE TABLE "export_job" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "format" TEXT NOT NULL,
    "filter" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "claims" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER,
    "failure" TEXT,
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "lease_until" TIMESTAMPTZ(3),
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "export_job_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "export_part" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "export_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "export_part_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "export_job_project_id_created_at_idx" ON "export_job"("project_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "export_job_project_id_id_key" ON "export_job"("project_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "export_part_export_id_number_key" ON "export_part"("export_id", "number");

-- AddForeignKey
ALTER TABLE "export_job" ADD CONSTRAINT "export_job_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "export_job" ADD CONSTRAINT "export_job_project_id_created_by_fkey" FOREIGN KEY ("project_id", "created_by") REFERENCES "member"("project_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "export_part" ADD CONSTRAINT "export_part_project_id_export_id_fkey" FOREIGN KEY ("project_id", "export_id") REFERENCES "export_job"("project_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── By hand ─────────────────────────────────────────────────────────────────────────────────────────────────────────
-- Exports that were made before.
INSERT INTO export_job (id, project_id, format, filter, state, created_by, created_at, ended_at)
  SELECT id, project_id, format, filter, 'done', created_by, created_at, created_at FROM export;
INSERT INTO export_part (id, project_id, export_id, number, content)
  SELECT gen_random_uuid(), x.project_id, x.id, n, substring(x.content FROM 1 + n * 1048576 FOR 1048576)
  FROM export x, generate_series(0, greatest(0, (octet_length(x.content) - 1) / 1048576)) AS n;

-- AlterTable
ALTER TABLE "export" DROP COLUMN "content";

ALTER TABLE export_job ADD CONSTRAINT export_job_state CHECK (state IN ('waiting', 'running', 'done', 'failed')
  AND (state IN ('done', 'failed')) = (ended_at IS NOT NULL) AND (state = 'failed') = (failure IS NOT NULL) AND claims >= 0 AND attempt >= 0);
ALTER TABLE export_part ADD CONSTRAINT export_part_size CHECK (number >= 0 AND octet_length(content) <= 1048576);
-- Who looks for work looks at these alone.
CREATE INDEX export_job_open ON export_job (created_at) WHERE state IN ('waiting', 'running');

-- What a finished export consists of stays as it is; what a job that failed had written goes.
CREATE FUNCTION refuse_change_of_part() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' OR EXISTS (SELECT FROM export x WHERE x.id = OLD.export_id) THEN
    RAISE EXCEPTION 'export_part_immutable: rows of export_part are never changed' USING ERRCODE = '55000', CONSTRAINT = 'export_part_immutable';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER export_part_immutable BEFORE UPDATE OR DELETE ON export_part FOR EACH ROW EXECUTE FUNCTION refuse_change_of_part();

GRANT SELECT, INSERT, UPDATE ON export_job TO claimbench_app;
GRANT SELECT, INSERT ON export_part TO claimbench_app;
ALTER TABLE export_job ENABLE ROW LEVEL SECURITY;
CREATE POLICY project ON export_job USING (project_id = ANY ((SELECT app_projects())::uuid[]));
ALTER TABLE export_part ENABLE ROW LEVEL SECURITY;
CREATE POLICY project ON export_part USING (project_id = ANY ((SELECT app_projects())::uuid[]));
