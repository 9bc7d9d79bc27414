-- A write on one's own account sees the rows of one's own projects, as a read does: an inbox lies in them.
CREATE OR REPLACE FUNCTION begin_account(p_user uuid, p_key text, p_request bytea) RETURNS json LANGUAGE plpgsql AS $$
DECLARE v_answer json; v_projects uuid[];
BEGIN
  PERFORM 1 FROM "user" WHERE id = p_user AND disabled_at IS NULL FOR NO KEY UPDATE;
  IF NOT FOUND THEN RETURN json_build_object('state', 'missing'); END IF;
  v_answer := stored_answer(p_user, p_key, p_request);
  IF v_answer IS NOT NULL THEN RETURN v_answer; END IF;
  v_projects := ARRAY(SELECT project_id FROM member WHERE user_id = p_user AND deleted_at IS NULL);
  PERFORM set_config('app.projects', v_projects::text, true), set_config('app.user', p_user::text, true), set_config('role', 'claimbench_app', true);
  RETURN json_build_object('state', 'go', 'now', now_text());
END $$;
