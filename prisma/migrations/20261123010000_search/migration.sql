-- Search. Row-level security switches full-text and trigram indexes off (their operators are not leakproof). So the four functions at
-- the end run as their owner, limit the projects themselves, and answer ids only: what may be shown is read through the policies.

CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;

-- Small letters without marks; what glues words for the parser, and what LIKE would read as a pattern, are blanks. Few signs, since
-- each costs 9 ms a megabyte. Schemas are written out: maintenance commands run index expressions with a search_path of their own.
CREATE FUNCTION search_fold(p_text text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 500 AS $$
BEGIN
  RETURN translate(lower(public.unaccent('public.unaccent'::regdictionary, p_text)), E'./-_%\\\u00a0\u202f', repeat(' ', 8));
END $$;

-- The words of a text as they stand, in any language. Where there are too many different ones for a tsvector (1 MB), those of
-- its beginning: a text must never be refused because it cannot be searched.
CREATE FUNCTION search_vector(p_text text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE STRICT COST 100000 AS $$
BEGIN
  RETURN to_tsvector('pg_catalog.simple', public.search_fold(p_text));
EXCEPTION WHEN program_limit_exceeded THEN
  RETURN to_tsvector('pg_catalog.simple', public.search_fold(left(p_text, 100000)));
END $$;

-- All of what was typed, each word as the beginning of one; null when there is no word in it.
CREATE FUNCTION search_query(p_typed text) RETURNS tsquery LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT string_agg(quote_literal(word) || ':*', ' & ')::tsquery FROM unnest(tsvector_to_array(public.search_vector(p_typed))) AS word $$;

-- Without pending lists, which make a planner that has just seen many rows come in read the whole table instead.
CREATE INDEX article_title_search ON article USING gin (search_vector(title)) WITH (fastupdate = off);
CREATE INDEX article_version_search ON article_version USING gin (search_vector(text)) WITH (fastupdate = off);
CREATE INDEX claim_version_search ON claim_version USING gin (search_vector(statement)) WITH (fastupdate = off);
CREATE INDEX comment_search ON comment USING gin (search_vector(text)) WITH (fastupdate = off);
CREATE INDEX entity_search ON entity USING gin (search_fold(name) gin_trgm_ops) WITH (fastupdate = off);
CREATE INDEX alias_search ON alias USING gin (search_fold(name) gin_trgm_ops) WITH (fastupdate = off);

-- Articles whose title, and then those whose current text holds what was typed; newest first.
CREATE FUNCTION search_articles(p_project uuid, p_typed text, p_limit int) RETURNS TABLE (id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT a.id FROM article a JOIN (
    SELECT t.id, 1 AS place FROM article t
    WHERE search_vector(t.title) @@ (SELECT search_query(p_typed))
      AND t.project_id = p_project AND t.project_id = ANY ((SELECT app_projects())::uuid[])
    UNION ALL
    SELECT v.article_id, 2 FROM article_version v JOIN article c ON c.id = v.article_id AND c.current_number = v.number
    WHERE search_vector(v.text) @@ (SELECT search_query(p_typed))
      AND v.project_id = p_project AND v.project_id = ANY ((SELECT app_projects())::uuid[])
  ) found ON found.id = a.id
  WHERE a.deleted_at IS NULL
  GROUP BY a.id ORDER BY min(found.place), a.created_at DESC, a.id LIMIT p_limit $$;

-- Entities by name and alias, spelling variants among them: exact, beginning, part, nearly. `spelling` is what matched.
CREATE FUNCTION search_entities(p_project uuid, p_typed text, p_limit int) RETURNS TABLE (id uuid, spelling text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET pg_trgm.word_similarity_threshold = 0.5 AS $$
  WITH spelled AS (
    SELECT e.id, e.name FROM entity e
    WHERE (search_fold(e.name) LIKE '%' || search_fold(p_typed) || '%' OR search_fold(e.name) %> search_fold(p_typed))
      AND e.project_id = p_project AND e.project_id = ANY ((SELECT app_projects())::uuid[])
    UNION ALL
    SELECT l.entity_id, l.name FROM alias l
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

-- Claims whose current wording holds what was typed; the last changed first.
CREATE FUNCTION search_claims(p_project uuid, p_typed text, p_limit int) RETURNS TABLE (id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.id FROM claim_version v JOIN claim c ON c.id = v.claim_id AND c.wording = v.number
  WHERE search_vector(v.statement) @@ (SELECT search_query(p_typed)) AND c.deleted_at IS NULL
    AND v.project_id = p_project AND v.project_id = ANY ((SELECT app_projects())::uuid[])
  ORDER BY c.updated_at DESC, c.id LIMIT p_limit $$;

-- Comments that hold what was typed; newest first.
CREATE FUNCTION search_comments(p_project uuid, p_typed text, p_limit int) RETURNS TABLE (id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT m.id FROM comment m
  WHERE search_vector(m.text) @@ (SELECT search_query(p_typed)) AND m.deleted_at IS NULL
    AND m.project_id = p_project AND m.project_id = ANY ((SELECT app_projects())::uuid[])
  ORDER BY m.created_at DESC, m.id LIMIT p_limit $$;
