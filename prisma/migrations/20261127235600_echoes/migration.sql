-- Echoes: passages that articles share, what was decided of them, and what texts are looked up by.

-- CreateEnum
CREATE TYPE "echo_kind" AS ENUM ('exact', 'near');

-- CreateEnum
CREATE TYPE "lineage" AS ENUM ('derived', 'common-origin', 'independent');

-- CreateTable
CREATE TABLE "echo_print" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "article_version_id" UUID NOT NULL,
    "prints" BIGINT[],

    CONSTRAINT "echo_print_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "echo" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "kind" "echo_kind" NOT NULL,
    "words" INTEGER NOT NULL,
    "likeness" DOUBLE PRECISION NOT NULL,
    "a_id" UUID NOT NULL,
    "a_version_id" UUID NOT NULL,
    "a_start" INTEGER NOT NULL,
    "a_end" INTEGER NOT NULL,
    "a_quote" TEXT NOT NULL,
    "b_id" UUID NOT NULL,
    "b_version_id" UUID NOT NULL,
    "b_start" INTEGER NOT NULL,
    "b_end" INTEGER NOT NULL,
    "b_quote" TEXT NOT NULL,
    "decision" "lineage",
    "from_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "gone_at" TIMESTAMPTZ(3),

    CONSTRAINT "echo_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "echo_decision" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "echo_id" UUID NOT NULL,
    "decision" "lineage",
    "from_id" UUID,
    "reason" TEXT NOT NULL,
    "decided_by" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "echo_decision_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "echo_print_article_id_key" ON "echo_print"("article_id");

-- CreateIndex: entries at once, so that no search reads a list of those that wait
CREATE INDEX "echo_print_prints_idx" ON "echo_print" USING GIN ("prints") WITH (fastupdate = off);

-- CreateIndex
CREATE INDEX "echo_a_id_idx" ON "echo"("a_id");

-- CreateIndex
CREATE INDEX "echo_b_id_idx" ON "echo"("b_id");

-- CreateIndex
CREATE INDEX "echo_project_id_created_at_idx" ON "echo"("project_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "echo_project_id_id_key" ON "echo"("project_id", "id");

-- CreateIndex
CREATE INDEX "echo_decision_echo_id_idx" ON "echo_decision"("echo_id");

-- AddForeignKey
ALTER TABLE "echo_print" ADD CONSTRAINT "echo_print_project_id_article_id_article_version_id_fkey" FOREIGN KEY ("project_id", "article_id", "article_version_id") REFERENCES "article_version"("project_id", "article_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "echo" ADD CONSTRAINT "echo_project_id_a_id_fkey" FOREIGN KEY ("project_id", "a_id") REFERENCES "article"("project_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "echo" ADD CONSTRAINT "echo_project_id_b_id_fkey" FOREIGN KEY ("project_id", "b_id") REFERENCES "article"("project_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "echo" ADD CONSTRAINT "echo_project_id_a_id_a_version_id_fkey" FOREIGN KEY ("project_id", "a_id", "a_version_id") REFERENCES "article_version"("project_id", "article_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "echo" ADD CONSTRAINT "echo_project_id_b_id_b_version_id_fkey" FOREIGN KEY ("project_id", "b_id", "b_version_id") REFERENCES "article_version"("project_id", "article_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "echo_decision" ADD CONSTRAINT "echo_decision_project_id_echo_id_fkey" FOREIGN KEY ("project_id", "echo_id") REFERENCES "echo"("project_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "echo_decision" ADD CONSTRAINT "echo_decision_project_id_from_id_fkey" FOREIGN KEY ("project_id", "from_id") REFERENCES "article"("project_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "echo_decision" ADD CONSTRAINT "echo_decision_project_id_decided_by_fkey" FOREIGN KEY ("project_id", "decided_by") REFERENCES "member"("project_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE echo ADD CONSTRAINT echo_pair CHECK (a_id < b_id);
ALTER TABLE echo ADD CONSTRAINT echo_spans CHECK (0 <= a_start AND a_start < a_end AND 0 <= b_start AND b_start < b_end);
ALTER TABLE echo ADD CONSTRAINT echo_measure CHECK (words > 0 AND likeness > 0 AND likeness <= 1 AND (kind = 'exact') = (likeness = 1));
ALTER TABLE echo ADD CONSTRAINT echo_from CHECK ((from_id IS NOT NULL) = (decision IS NOT NULL AND decision = 'derived') AND (from_id IS NULL OR from_id IN (a_id, b_id)));
ALTER TABLE echo_decision ADD CONSTRAINT echo_decision_from CHECK ((from_id IS NOT NULL) = (decision IS NOT NULL AND decision = 'derived'));
ALTER TABLE echo_decision ADD CONSTRAINT echo_decision_reason CHECK (decision IS NULL OR btrim(reason) <> '');
CREATE TRIGGER echo_decision_immutable BEFORE UPDATE OR DELETE ON echo_decision FOR EACH ROW EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT, UPDATE ON echo_print, echo TO claimbench_app;
GRANT SELECT, INSERT ON echo_decision TO claimbench_app;
DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['echo_print', 'echo', 'echo_decision'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY project ON %I USING (project_id = ANY ((SELECT app_projects())::uuid[]))', t);
  END LOOP;
END $$;

-- Other articles of a project whose current text shares one of these prints. As its owner, because the overlap of arrays is not
-- leakproof and the policy would keep the index out. Never without the index: a project that is filled quickly has no statistics yet,
-- and reading every array costs more with every article.
CREATE FUNCTION search_prints(p_project uuid, p_prints bigint[], p_except uuid) RETURNS TABLE (article_id uuid, article_version_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off AS $$
  -- A GIN scan takes time with the square of the keys it is given: the 129,000 of a long text go in portions.
  SELECT DISTINCT e.article_id, e.article_version_id
  FROM generate_series(1, cardinality(p_prints), 500) AS at,
    LATERAL (SELECT article_id, article_version_id, project_id FROM echo_print
      WHERE prints && p_prints[at : at + 499] AND article_id <> p_except AND project_id = p_project OFFSET 0) AS e
  WHERE e.project_id = ANY ((SELECT app_projects())::uuid[]) $$;

-- As before, but that any table of projects may be a subject: the closed list is the type of core/command.ts.
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
