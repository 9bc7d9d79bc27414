-- Suggestions: what a project does not want suggested, and how often a name stands in its articles.

-- CreateTable
CREATE TABLE "refused_name" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "entity_id" UUID,
    "type" TEXT,
    "refused_by" UUID NOT NULL,
    "refused_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),
    "deleted_by" UUID,

    CONSTRAINT "refused_name_pkey" PRIMARY KEY ("id")
);

-- CreateIndex: each tells its own kind of refusal apart, since the other's column is null there
CREATE UNIQUE INDEX "refused_name_project_id_folded_entity_id_key" ON "refused_name"("project_id", "folded", "entity_id");
CREATE UNIQUE INDEX "refused_name_project_id_folded_type_key" ON "refused_name"("project_id", "folded", "type");

-- AddForeignKey
ALTER TABLE "refused_name" ADD CONSTRAINT "refused_name_project_id_entity_id_fkey" FOREIGN KEY ("project_id", "entity_id") REFERENCES "entity"("project_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "refused_name" ADD CONSTRAINT "refused_name_project_id_refused_by_fkey" FOREIGN KEY ("project_id", "refused_by") REFERENCES "member"("project_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE refused_name ADD CONSTRAINT refused_name_target CHECK (num_nonnulls(entity_id, type) = 1);
ALTER TABLE refused_name ADD CONSTRAINT refused_name_name_blank CHECK (btrim(name) <> '' AND folded <> '');
GRANT SELECT, INSERT, UPDATE ON refused_name TO claimbench_app;
ALTER TABLE refused_name ENABLE ROW LEVEL SECURITY;
CREATE POLICY project ON refused_name USING (project_id = ANY ((SELECT app_projects())::uuid[]));

-- In how many current texts of other articles a name stands as whole words, and how often altogether; without case, accents and
-- dashes, as the search folds them. The index finds texts that hold all its words; only those are read and counted in.
CREATE FUNCTION search_name_counts(p_project uuid, p_name text, p_except uuid) RETURNS TABLE (articles int, places int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH asked AS (
    SELECT string_agg(quote_literal(word), ' & ')::tsquery AS query FROM unnest(tsvector_to_array(search_vector(p_name))) AS word
  ), spelled AS (
    SELECT regexp_replace(regexp_replace(regexp_replace(search_fold(p_name), '^\W+|\W+$', '', 'g'), '([^\w\s])', '\\\1', 'g'), '\s+', '\\s+', 'g') AS pattern
  ), counted AS (
    SELECT regexp_count(search_fold(v.text), '\m' || (SELECT pattern FROM spelled) || '\M') AS times
    FROM article_version v JOIN article a ON a.id = v.article_id AND a.current_number = v.number
    WHERE search_vector(v.text) @@ (SELECT query FROM asked) AND (SELECT pattern FROM spelled) <> ''
      AND v.article_id IS DISTINCT FROM p_except AND a.deleted_at IS NULL
      AND v.project_id = p_project AND v.project_id = ANY ((SELECT app_projects())::uuid[])
  )
  SELECT count(*)::int, coalesce(sum(times), 0)::int FROM counted WHERE times > 0 $$;
