-- Whole projects come from elsewhere, with the names of people who have no account here.

-- AlterTable
ALTER TABLE "user" ADD COLUMN "outside" TEXT;

-- ── By hand ─────────────────────────────────────────────────────────────────────────────────────────────────────────
-- Somebody whom an archive names: shown by name, and never anybody who signs in. The address that the archive gave stands apart, so
-- that whoever really has it can still get an account.
ALTER TABLE "user" ADD CONSTRAINT user_outside CHECK (outside IS NULL OR (password_hash IS NULL AND disabled_at IS NOT NULL AND email = 'outside:' || id));
GRANT SELECT (outside) ON "user" TO claimbench_app;

-- Makes such people: [{id, name, outside}]. As the owner, since requests make no accounts; these are none.
CREATE FUNCTION bring_people(p_people jsonb) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO "user" (id, name, email, outside, created_at, disabled_at)
  SELECT id, name, 'outside:' || id, outside, now(), now() FROM jsonb_to_recordset(p_people) AS p(id uuid, name text, outside text) $$;

-- Rows of one table that name each other, and a question with its answer, come in batches: they are looked at when all are there, if
-- the write says so. All other writes find them checked at once, as before.
ALTER TABLE entity ALTER CONSTRAINT entity_project_id_institution_id_fkey DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE entity ALTER CONSTRAINT entity_project_id_survivor_id_fkey DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE claim ALTER CONSTRAINT claim_project_id_survivor_id_fkey DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE question ALTER CONSTRAINT question_project_id_settled_id_fkey DEFERRABLE INITIALLY IMMEDIATE;
