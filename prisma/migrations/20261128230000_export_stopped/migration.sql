-- AlterTable
ALTER TABLE "export_job" ADD COLUMN     "stopped_by" UUID;

-- DropForeignKey
ALTER TABLE "exported_claim" DROP CONSTRAINT "exported_claim_project_id_export_id_fkey";

-- AddForeignKey
ALTER TABLE "export_job" ADD CONSTRAINT "export_job_project_id_stopped_by_fkey" FOREIGN KEY ("project_id", "stopped_by") REFERENCES "member"("project_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exported_claim" ADD CONSTRAINT "exported_claim_project_id_export_id_fkey" FOREIGN KEY ("project_id", "export_id") REFERENCES "export_job"("project_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── By hand ─────────────────────────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE export_job DROP CONSTRAINT export_job_state;
ALTER TABLE export_job ADD CONSTRAINT export_job_state CHECK (state IN ('waiting', 'running', 'done', 'failed', 'stopped')
  AND (state IN ('done', 'failed', 'stopped')) = (ended_at IS NOT NULL) AND (state = 'failed') = (failure IS NOT NULL)
  AND (state <> 'stopped' OR stopped_by IS NOT NULL) AND claims >= 0 AND attempt >= 0);
-- What came to nothing and left something behind is found by its lease.
CREATE INDEX export_job_left ON export_job (lease_until) WHERE lease_until IS NOT NULL AND state IN ('failed', 'stopped');

-- What an export keeps of its claims is written with its parts, and stays as it is once the export is there.
CREATE OR REPLACE FUNCTION refuse_change_of_part() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' OR EXISTS (SELECT FROM export x WHERE x.id = OLD.export_id) THEN
    RAISE EXCEPTION '%_immutable: rows of % are never changed', TG_TABLE_NAME, TG_TABLE_NAME USING ERRCODE = '55000', CONSTRAINT = TG_TABLE_NAME || '_immutable';
  END IF;
  RETURN OLD;
END $$;
DROP TRIGGER exported_claim_immutable ON exported_claim;
CREATE TRIGGER exported_claim_immutable BEFORE UPDATE OR DELETE ON exported_claim FOR EACH ROW EXECUTE FUNCTION refuse_change_of_part();
