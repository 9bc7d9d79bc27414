-- Questions are found by their words as claims are: see the migration of search for why this runs as its owner and answers ids only.
CREATE INDEX question_search ON question USING gin (search_vector(text)) WITH (fastupdate = off);

-- Questions that hold what was typed; the last changed first.
CREATE FUNCTION search_questions(p_project uuid, p_typed text, p_limit int) RETURNS TABLE (id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT q.id FROM question q
  WHERE search_vector(q.text) @@ (SELECT search_query(p_typed)) AND q.deleted_at IS NULL
    AND q.project_id = p_project AND q.project_id = ANY ((SELECT app_projects())::uuid[])
  ORDER BY q.updated_at DESC, q.id LIMIT p_limit $$;
