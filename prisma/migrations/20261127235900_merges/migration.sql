-- Merges, splits and distinctions. Nothing is moved by a merge: the merged one names its survivor.

-- CreateEnum
CREATE TYPE "sameness" AS ENUM ('different', 'maybe');

-- AlterTable
ALTER TABLE "claim" ADD COLUMN     "survivor_id" UUID;

-- AlterTable
ALTER TABLE "entity" ADD COLUMN     "survivor_id" UUID;

-- CreateTable
CREATE TABLE "merge" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "survivor_entity_id" UUID,
    "merged_entity_id" UUID,
    "survivor_claim_id" UUID,
    "merged_claim_id" UUID,
    "reason" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by" UUID,

    CONSTRAINT "merge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "split" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "entity_id" UUID NOT NULL,
    "new_entity_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "moved" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by" UUID,

    CONSTRAINT "split_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "distinction" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "low_entity_id" UUID,
    "high_entity_id" UUID,
    "low_claim_id" UUID,
    "high_claim_id" UUID,
    "sameness" "sameness" NOT NULL,
    "reason" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "author_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),
    "deleted_by" UUID,

    CONSTRAINT "distinction_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "merge_survivor_entity_id_idx" ON "merge"("survivor_entity_id");

-- CreateIndex
CREATE INDEX "merge_survivor_claim_id_idx" ON "merge"("survivor_claim_id");

-- CreateIndex
CREATE UNIQUE INDEX "merge_project_id_id_key" ON "merge"("project_id", "id");

-- CreateIndex
CREATE INDEX "split_entity_id_idx" ON "split"("entity_id");

-- CreateIndex
CREATE UNIQUE INDEX "split_project_id_id_key" ON "split"("project_id", "id");

-- CreateIndex
CREATE INDEX "distinction_low_entity_id_idx" ON "distinction"("low_entity_id");

-- CreateIndex
CREATE INDEX "distinction_high_entity_id_idx" ON "distinction"("high_entity_id");

-- CreateIndex
CREATE INDEX "distinction_low_claim_id_idx" ON "distinction"("low_claim_id");

-- CreateIndex
CREATE INDEX "distinction_high_claim_id_idx" ON "distinction"("high_claim_id");

-- CreateIndex
CREATE UNIQUE INDEX "distinction_project_id_id_key" ON "distinction"("project_id", "id");

-- CreateIndex
CREATE INDEX "claim_survivor_id_idx" ON "claim"("survivor_id");

-- CreateIndex
CREATE INDEX "entity_survivor_id_idx" ON "entity"("survivor_id");

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_project_id_survivor_id_fkey" FOREIGN KEY ("project_id", "survivor_id") REFERENCES "claim"("project_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "entity" ADD CONSTRAINT "entity_project_id_survivor_id_fkey" FOREIGN KEY ("project_id", "survivor_id") REFERENCES "entity"("project_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "merge" ADD CONSTRAINT "merge_project_id_created_by_fkey" FOREIGN KEY ("project_id", "created_by") REFERENCES "member"("project_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "merge" ADD CONSTRAINT "merge_project_id_survivor_entity_id_fkey" FOREIGN KEY ("project_id", "survivor_entity_id") REFERENCES "entity"("project_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "merge" ADD CONSTRAINT "merge_project_id_merged_entity_id_fkey" FOREIGN KEY ("project_id", "merged_entity_id") REFERENCES "entity"("project_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "merge" ADD CONSTRAINT "merge_project_id_survivor_claim_id_fkey" FOREIGN KEY ("project_id", "survivor_claim_id") REFERENCES "claim"("project_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "merge" ADD CONSTRAINT "merge_project_id_merged_claim_id_fkey" FOREIGN KEY ("project_id", "merged_claim_id") REFERENCES "claim"("project_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "split" ADD CONSTRAINT "split_project_id_created_by_fkey" FOREIGN KEY ("project_id", "created_by") REFERENCES "member"("project_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "split" ADD CONSTRAINT "split_project_id_entity_id_fkey" FOREIGN KEY ("project_id", "entity_id") REFERENCES "entity"("project_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "split" ADD CONSTRAINT "split_project_id_new_entity_id_fkey" FOREIGN KEY ("project_id", "new_entity_id") REFERENCES "entity"("project_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "distinction" ADD CONSTRAINT "distinction_project_id_author_id_fkey" FOREIGN KEY ("project_id", "author_id") REFERENCES "member"("project_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "distinction" ADD CONSTRAINT "distinction_project_id_low_entity_id_fkey" FOREIGN KEY ("project_id", "low_entity_id") REFERENCES "entity"("project_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "distinction" ADD CONSTRAINT "distinction_project_id_high_entity_id_fkey" FOREIGN KEY ("project_id", "high_entity_id") REFERENCES "entity"("project_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "distinction" ADD CONSTRAINT "distinction_project_id_low_claim_id_fkey" FOREIGN KEY ("project_id", "low_claim_id") REFERENCES "claim"("project_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "distinction" ADD CONSTRAINT "distinction_project_id_high_claim_id_fkey" FOREIGN KEY ("project_id", "high_claim_id") REFERENCES "claim"("project_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;


-- Whoever was merged is out of every list, as what is deleted is; and nobody survives themselves.
ALTER TABLE entity ADD CONSTRAINT entity_survivor CHECK (survivor_id IS NULL OR (survivor_id <> id AND deleted_at IS NOT NULL));
ALTER TABLE claim ADD CONSTRAINT claim_survivor CHECK (survivor_id IS NULL OR (survivor_id <> id AND deleted_at IS NOT NULL));
ALTER TABLE merge ADD CONSTRAINT merge_pair CHECK (num_nonnulls(survivor_entity_id, merged_entity_id) IN (0, 2) AND num_nonnulls(survivor_claim_id, merged_claim_id) IN (0, 2)
  AND num_nonnulls(survivor_entity_id, survivor_claim_id) = 1 AND survivor_entity_id IS DISTINCT FROM coalesce(merged_entity_id, survivor_claim_id) AND survivor_claim_id IS DISTINCT FROM coalesce(merged_claim_id, survivor_entity_id));
ALTER TABLE merge ADD CONSTRAINT merge_reason CHECK (btrim(reason) <> '');
ALTER TABLE merge ADD CONSTRAINT merge_undone CHECK ((undone_at IS NULL) = (undone_by IS NULL));
ALTER TABLE split ADD CONSTRAINT split_pair CHECK (entity_id <> new_entity_id);
ALTER TABLE split ADD CONSTRAINT split_reason CHECK (btrim(reason) <> '');
ALTER TABLE split ADD CONSTRAINT split_undone CHECK ((undone_at IS NULL) = (undone_by IS NULL));
ALTER TABLE distinction ADD CONSTRAINT distinction_pair CHECK (num_nonnulls(low_entity_id, low_claim_id) = 1 AND num_nonnulls(high_entity_id, high_claim_id) = 1
  AND num_nonnulls(low_entity_id, high_claim_id) = 1 AND coalesce(low_entity_id <> high_entity_id, low_claim_id <> high_claim_id));
ALTER TABLE distinction ADD CONSTRAINT distinction_reason CHECK (btrim(reason) <> '');

-- One standing merge takes a thing away, and one standing word is said of a pair.
CREATE UNIQUE INDEX merge_standing_entity ON merge (merged_entity_id) WHERE undone_at IS NULL;
CREATE UNIQUE INDEX merge_standing_claim ON merge (merged_claim_id) WHERE undone_at IS NULL;
CREATE UNIQUE INDEX distinction_entities ON distinction (least(low_entity_id, high_entity_id), greatest(low_entity_id, high_entity_id)) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX distinction_claims ON distinction (least(low_claim_id, high_claim_id), greatest(low_claim_id, high_claim_id)) WHERE deleted_at IS NULL;

GRANT SELECT, INSERT, UPDATE ON merge, split, distinction TO claimbench_app;
DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['merge', 'split', 'distinction'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY project ON %I USING (project_id = ANY ((SELECT app_projects())::uuid[]))', t);
  END LOOP;
END $$;

-- As before, but that the subjects are the tables of projects themselves: the closed list is the type of core/command.ts.
CREATE OR REPLACE FUNCTION begin_write(p_user uuid, p_subject text, p_id uuid, p_key text, p_request bytea) RETURNS json LANGUAGE plpgsql AS $$
DECLARE v_project uuid; v_role text; v_seq bigint; v_hash bytea; v_answer json;
BEGIN
  IF p_subject = 'project' THEN v_project := p_id;
  ELSIF to_regclass(format('public.%I', p_subject)) IS NOT NULL THEN
    EXECUTE format('SELECT project_id FROM %I WHERE id = $1', p_subject) INTO v_project USING p_id;
  ELSE RAISE EXCEPTION 'begin_write: unknown subject %', p_subject; END IF;
  -- Asked before the lock as well, so that an outsider never holds a project's head.
  PERFORM 1 FROM member WHERE project_id = v_project AND user_id = p_user AND deleted_at IS NULL;
  IF NOT FOUND THEN RETURN json_build_object('state', 'missing'); END IF;
  SELECT head_seq, head_hash INTO v_seq, v_hash FROM project WHERE id = v_project FOR NO KEY UPDATE;
  SELECT role INTO v_role FROM member WHERE project_id = v_project AND user_id = p_user AND deleted_at IS NULL;
  IF v_role IS NULL THEN RETURN json_build_object('state', 'missing'); END IF;
  v_answer := stored_answer(p_user, p_key, p_request);
  IF v_answer IS NOT NULL THEN RETURN v_answer; END IF;
  PERFORM set_config('app.projects', format('{%s}', v_project), true), set_config('app.user', p_user::text, true),
          set_config('role', 'claimbench_app', true);
  RETURN json_build_object('state', 'go', 'projectId', v_project, 'role', v_role, 'seq', v_seq, 'hash', encode(v_hash, 'hex'), 'now', now_text());
END $$;

-- Names are found by those that were merged as well: what is answered is the survivor.
CREATE OR REPLACE FUNCTION search_entities(p_project uuid, p_typed text, p_limit int) RETURNS TABLE (id uuid, spelling text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET pg_trgm.word_similarity_threshold = 0.5 AS $$
  WITH spelled AS (
    SELECT coalesce(e.survivor_id, e.id) AS id, e.name FROM entity e
    WHERE (search_fold(e.name) LIKE '%' || search_fold(p_typed) || '%' OR search_fold(e.name) %> search_fold(p_typed))
      AND e.project_id = p_project AND e.project_id = ANY ((SELECT app_projects())::uuid[])
    UNION ALL
    SELECT coalesce(o.survivor_id, o.id), l.name FROM alias l JOIN entity o ON o.id = l.entity_id
    WHERE (search_fold(l.name) LIKE '%' || search_fold(p_typed) || '%' OR search_fold(l.name) %> search_fold(p_typed))
      AND l.project_id = p_project AND l.project_id = ANY ((SELECT app_projects())::uuid[])
  ), near AS (
    SELECT DISTINCT ON (s.id) s.id, s.name, length(s.name) AS size, word_similarity(search_fold(p_typed), search_fold(s.name)) AS likeness,
      CASE WHEN search_fold(s.name) = search_fold(p_typed) THEN 1 WHEN starts_with(search_fold(s.name), search_fold(p_typed)) THEN 2
           WHEN strpos(search_fold(s.name), search_fold(p_typed)) > 0 THEN 3 ELSE 4 END AS place
    FROM spelled s ORDER BY s.id, 5, 4 DESC, 3, 2
  )
  SELECT n.id, n.name FROM near n JOIN entity e ON e.id = n.id AND e.deleted_at IS NULL
  ORDER BY n.place, n.likeness DESC, n.size, n.name, n.id LIMIT p_limit $$;
