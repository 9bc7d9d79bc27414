-- Words in a list of claims are looked for by an index of letters, which row-level security keeps out (see the search). The function
-- runs as its owner, limits the project itself, and answers ids only: what may be shown is read through the policies.

CREATE INDEX claim_version_letters ON claim_version USING gin (lower(statement) gin_trgm_ops) WITH (fastupdate = off);

-- Wordings in which something stands to the letter, whatever their case. Null where there are more than so many, or where many of the
-- first have it: a list meets enough of those as it goes, and their ids would take longer than it. `p_pattern` is LIKE's.
CREATE FUNCTION wordings_like(p_project uuid, p_pattern text, p_most int) RETURNS uuid[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE v_found uuid[];
BEGIN
  IF NOT p_project = ANY (app_projects()) THEN RETURN '{}'; END IF;
  IF (SELECT count(*) FROM (SELECT statement FROM claim_version WHERE project_id = p_project LIMIT 500) v
      WHERE lower(v.statement) LIKE lower(p_pattern)) > 25 THEN RETURN NULL; END IF;
  v_found := ARRAY(SELECT v.id FROM claim_version v
    WHERE v.project_id = p_project AND lower(v.statement) LIKE lower(p_pattern) LIMIT p_most + 1);
  RETURN CASE WHEN cardinality(v_found) <= p_most THEN v_found END;
END $$;
