-- What a blind round hid is told when it is revealed, and not only in its old place in the log: whoever follows the log is past that.
ALTER TABLE "event" ADD COLUMN "shown_seq" BIGINT;
CREATE INDEX "event_project_id_shown_seq_seq_idx" ON "event"("project_id", "shown_seq", "seq");

-- Beside the marks of blind rounds, where a reveal shows it: no part of the record either.
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW IS DISTINCT FROM OLD
    AND to_jsonb(NEW) - ARRAY['blind_round_id', 'blind_for', 'shown_seq'] = to_jsonb(OLD) - ARRAY['blind_round_id', 'blind_for', 'shown_seq'] THEN RETURN NEW; END IF;
  RAISE EXCEPTION '%_immutable: rows of % are never changed', TG_TABLE_NAME, TG_TABLE_NAME USING ERRCODE = '55000', CONSTRAINT = TG_TABLE_NAME || '_immutable';
END $$;

-- Shows again what a round hid: it must be revealed. What another open round hides as well stays hidden by that. Events are told anew
-- with the first event of this write: the project is locked, so its number is known.
CREATE OR REPLACE FUNCTION show_round(p_round uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE t text; v_project uuid; v_other uuid;
BEGIN
  SELECT project_id INTO v_project FROM round WHERE id = p_round AND revealed_at IS NOT NULL AND project_id = ANY ((SELECT app_projects())::uuid[]);
  IF NOT FOUND THEN RETURN; END IF;
  UPDATE event SET shown_seq = (SELECT head_seq + 1 FROM project WHERE id = v_project) WHERE blind_round_id = p_round;
  FOREACH t IN ARRAY ARRAY['highlight', 'tag', 'assessment', 'review', 'grade', 'thread', 'comment', 'matrix_cell', 'notification', 'event'] LOOP
    EXECUTE format('UPDATE %I SET blind_round_id = NULL, blind_for = NULL WHERE blind_round_id = $1', t) USING p_round;
  END LOOP;
  FOR v_other IN SELECT DISTINCT round_id FROM round_item WHERE project_id = v_project AND hides LOOP PERFORM hide_round(v_other); END LOOP;
END $$;
