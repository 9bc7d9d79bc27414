-- A project that came from an archive can be taken back: nothing of it is removed, and nobody reaches it.

-- AlterTable
ALTER TABLE "project" ADD COLUMN "taken_back_at" TIMESTAMPTZ(3);

-- ── By hand ─────────────────────────────────────────────────────────────────────────────────────────────────────────
-- Whether a project is there at all: what works without being a member (background work) asks this.
CREATE FUNCTION is_here(p_project uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT EXISTS (SELECT FROM project WHERE id = p_project AND taken_back_at IS NULL) $$;

-- Every door opens to members alone, so a project that was taken back has none: all end before it goes, and come only when it is given back.
CREATE FUNCTION keep_taken_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'member' THEN
    -- A project that is not seen here is refused by the policies.
    IF EXISTS (SELECT FROM project WHERE id = NEW.project_id AND taken_back_at IS NOT NULL) THEN RAISE EXCEPTION 'The project % was taken back: it has no members.', NEW.project_id; END IF;
  ELSIF EXISTS (SELECT FROM member WHERE project_id = NEW.id AND deleted_at IS NULL) THEN
    RAISE EXCEPTION 'The project % has members: it cannot be taken back before they have ended.', NEW.id;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER member_taken_back BEFORE INSERT OR UPDATE OF deleted_at ON member FOR EACH ROW WHEN (NEW.deleted_at IS NULL)
  EXECUTE FUNCTION keep_taken_back();
CREATE TRIGGER project_taken_back BEFORE UPDATE OF taken_back_at ON project FOR EACH ROW WHEN (NEW.taken_back_at IS NOT NULL)
  EXECUTE FUNCTION keep_taken_back();
