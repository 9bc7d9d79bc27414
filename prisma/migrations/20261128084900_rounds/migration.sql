-- Rounds: articles or claims given to analysts, openly or blind. What a blind one hides, no query finds.

-- AlterTable
ALTER TABLE "assessment" ADD COLUMN     "blind_for" UUID,
ADD COLUMN     "blind_round_id" UUID;

-- AlterTable
ALTER TABLE "comment" ADD COLUMN     "blind_for" UUID,
ADD COLUMN     "blind_round_id" UUID;

-- AlterTable
ALTER TABLE "event" ADD COLUMN     "blind_for" UUID,
ADD COLUMN     "blind_round_id" UUID;

-- AlterTable
ALTER TABLE "grade" ADD COLUMN     "blind_for" UUID,
ADD COLUMN     "blind_round_id" UUID;

-- AlterTable
ALTER TABLE "highlight" ADD COLUMN     "blind_for" UUID,
ADD COLUMN     "blind_round_id" UUID;

-- AlterTable
ALTER TABLE "matrix_cell" ADD COLUMN     "blind_for" UUID,
ADD COLUMN     "blind_round_id" UUID;

-- AlterTable
ALTER TABLE "notification" ADD COLUMN     "blind_for" UUID,
ADD COLUMN     "blind_round_id" UUID;

-- AlterTable
ALTER TABLE "review" ADD COLUMN     "blind_for" UUID,
ADD COLUMN     "blind_round_id" UUID;

-- AlterTable
ALTER TABLE "tag" ADD COLUMN     "blind_for" UUID,
ADD COLUMN     "blind_round_id" UUID;

-- AlterTable
ALTER TABLE "thread" ADD COLUMN     "blind_for" UUID,
ADD COLUMN     "blind_round_id" UUID;

-- CreateTable
CREATE TABLE "round" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "blind" BOOLEAN NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "revealed_at" TIMESTAMPTZ(3),
    "revealed_by" UUID,
    "early" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "round_item" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "article_id" UUID,
    "claim_id" UUID,
    "hides" BOOLEAN NOT NULL,

    CONSTRAINT "round_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "round_analyst" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "analyst_id" UUID NOT NULL,
    "handed_in_at" TIMESTAMPTZ(3),

    CONSTRAINT "round_analyst_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "round_span" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "analyst_id" UUID NOT NULL,
    "tag_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "entity_id" UUID,
    "claim_id" UUID,
    "stance" "stance",
    "confidence" INTEGER,

    CONSTRAINT "round_span_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "round_judgment" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "analyst_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "band" TEXT,
    "likelihood" INTEGER,
    "analytic_confidence" "analytic_confidence",

    CONSTRAINT "round_judgment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "round_project_id_created_at_idx" ON "round"("project_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "round_project_id_id_key" ON "round"("project_id", "id");

-- CreateIndex
CREATE INDEX "round_item_article_id_idx" ON "round_item"("article_id");

-- CreateIndex
CREATE INDEX "round_item_claim_id_idx" ON "round_item"("claim_id");

-- CreateIndex
CREATE UNIQUE INDEX "round_item_round_id_article_id_key" ON "round_item"("round_id", "article_id");

-- CreateIndex
CREATE UNIQUE INDEX "round_item_round_id_claim_id_key" ON "round_item"("round_id", "claim_id");

-- CreateIndex
CREATE UNIQUE INDEX "round_analyst_round_id_analyst_id_key" ON "round_analyst"("round_id", "analyst_id");

-- CreateIndex
CREATE UNIQUE INDEX "round_span_round_id_tag_id_key" ON "round_span"("round_id", "tag_id");

-- CreateIndex
CREATE UNIQUE INDEX "round_judgment_round_id_analyst_id_claim_id_key" ON "round_judgment"("round_id", "analyst_id", "claim_id");

-- AddForeignKey
ALTER TABLE "round" ADD CONSTRAINT "round_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round" ADD CONSTRAINT "round_project_id_created_by_fkey" FOREIGN KEY ("project_id", "created_by") REFERENCES "member"("project_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round" ADD CONSTRAINT "round_project_id_revealed_by_fkey" FOREIGN KEY ("project_id", "revealed_by") REFERENCES "member"("project_id", "user_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "round_item" ADD CONSTRAINT "round_item_project_id_round_id_fkey" FOREIGN KEY ("project_id", "round_id") REFERENCES "round"("project_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round_item" ADD CONSTRAINT "round_item_project_id_article_id_fkey" FOREIGN KEY ("project_id", "article_id") REFERENCES "article"("project_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "round_item" ADD CONSTRAINT "round_item_project_id_claim_id_fkey" FOREIGN KEY ("project_id", "claim_id") REFERENCES "claim"("project_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "round_analyst" ADD CONSTRAINT "round_analyst_project_id_round_id_fkey" FOREIGN KEY ("project_id", "round_id") REFERENCES "round"("project_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round_analyst" ADD CONSTRAINT "round_analyst_project_id_analyst_id_fkey" FOREIGN KEY ("project_id", "analyst_id") REFERENCES "member"("project_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round_span" ADD CONSTRAINT "round_span_project_id_round_id_fkey" FOREIGN KEY ("project_id", "round_id") REFERENCES "round"("project_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round_judgment" ADD CONSTRAINT "round_judgment_project_id_round_id_fkey" FOREIGN KEY ("project_id", "round_id") REFERENCES "round"("project_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;


ALTER TABLE round ADD CONSTRAINT round_name_blank CHECK (btrim(name) <> '');
ALTER TABLE round ADD CONSTRAINT round_revealed CHECK (num_nonnulls(revealed_at, revealed_by) IN (0, 2) AND (revealed_at IS NOT NULL OR NOT early) AND (blind OR revealed_at IS NULL));
ALTER TABLE round_item ADD CONSTRAINT round_item_one CHECK (num_nonnulls(article_id, claim_id) = 1);
ALTER TABLE round_span ADD CONSTRAINT round_span_one_target CHECK (num_nonnulls(entity_id, claim_id) = 1 AND (claim_id IS NULL) = (stance IS NULL));

-- What hides something does so once: an item is in one open blind round at a time.
CREATE UNIQUE INDEX round_item_hidden_article ON round_item (article_id) WHERE hides;
CREATE UNIQUE INDEX round_item_hidden_claim ON round_item (claim_id) WHERE hides;

GRANT SELECT, INSERT, UPDATE ON round, round_item, round_analyst TO claimbench_app;
GRANT SELECT, INSERT ON round_span, round_judgment TO claimbench_app;
DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['round', 'round_item', 'round_analyst', 'round_span', 'round_judgment'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY project ON %I USING (project_id = ANY ((SELECT app_projects())::uuid[]))', t);
  END LOOP;
END $$;
CREATE TRIGGER round_span_immutable BEFORE UPDATE OR DELETE ON round_span FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER round_judgment_immutable BEFORE UPDATE OR DELETE ON round_judgment FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- ── Who sees what of a blind round ──────────────────────────────────────────────────────────────────────────────────
-- A row that an open blind round hides names it in blind_round_id; blind_for is the one person who sees it all the same, and null
-- where nobody does. The policies ask for nothing else, so that no query, whatever it joins or counts, finds what is hidden.

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['highlight', 'tag', 'assessment', 'review', 'grade', 'thread', 'comment', 'matrix_cell', 'notification', 'event'] LOOP
    EXECUTE format('CREATE INDEX %I ON %I (blind_round_id) WHERE blind_round_id IS NOT NULL', t || '_blind', t);
    IF t <> 'notification' THEN
      EXECUTE format('ALTER POLICY project ON %I USING (project_id = ANY ((SELECT app_projects())::uuid[])
        AND (blind_round_id IS NULL OR blind_for = (SELECT app_user_id())))', t);
    END IF;
  END LOOP;
END $$;
-- A line in an inbox about what is hidden comes with the reveal.
ALTER POLICY own ON notification USING (project_id = ANY ((SELECT app_projects())::uuid[]) AND user_id = (SELECT app_user_id()) AND blind_round_id IS NULL);
-- What hangs on a row that is hidden is hidden with it.
ALTER POLICY project ON anchor USING (project_id = ANY ((SELECT app_projects())::uuid[]) AND EXISTS (SELECT FROM highlight h WHERE h.id = highlight_id))
  WITH CHECK (project_id = ANY ((SELECT app_projects())::uuid[]));
ALTER POLICY project ON comment_version USING (project_id = ANY ((SELECT app_projects())::uuid[]) AND EXISTS (SELECT FROM comment c WHERE c.id = comment_id))
  WITH CHECK (project_id = ANY ((SELECT app_projects())::uuid[]));
ALTER POLICY project ON thread_position USING (project_id = ANY ((SELECT app_projects())::uuid[]) AND EXISTS (SELECT FROM thread t WHERE t.id = thread_id))
  WITH CHECK (project_id = ANY ((SELECT app_projects())::uuid[]));
-- Nor does anybody hear who is on a tag that they do not see.
ALTER POLICY project ON hold USING (project_id = ANY ((SELECT app_projects())::uuid[])
    AND (user_id = (SELECT app_user_id()) OR tag_id IS NULL OR EXISTS (SELECT FROM tag t WHERE t.id = tag_id)))
  WITH CHECK (project_id = ANY ((SELECT app_projects())::uuid[]));

-- The open blind round that an article or a claim is in; a merged claim is its survivor.
CREATE FUNCTION hiding_round(p_article uuid, p_claim uuid) RETURNS uuid LANGUAGE plpgsql STABLE AS $$
DECLARE v_round uuid;
BEGIN
  IF p_article IS NOT NULL THEN
    SELECT round_id INTO v_round FROM round_item WHERE article_id = p_article AND hides;
  END IF;
  IF v_round IS NULL AND p_claim IS NOT NULL THEN
    SELECT i.round_id INTO v_round FROM claim c JOIN round_item i ON i.claim_id = coalesce(c.survivor_id, c.id) WHERE c.id = p_claim AND i.hides;
  END IF;
  RETURN v_round;
END $$;

-- The round that hides what an event or a line of an inbox is about.
CREATE FUNCTION hidden_subject(p_type text, p_id uuid) RETURNS uuid LANGUAGE plpgsql STABLE AS $$
BEGIN
  CASE p_type
    WHEN 'highlight' THEN RETURN (SELECT blind_round_id FROM highlight WHERE id = p_id);
    WHEN 'tag' THEN RETURN (SELECT blind_round_id FROM tag WHERE id = p_id);
    WHEN 'review' THEN RETURN (SELECT blind_round_id FROM review WHERE id = p_id);
    WHEN 'thread' THEN RETURN (SELECT blind_round_id FROM thread WHERE id = p_id);
    WHEN 'comment' THEN RETURN (SELECT blind_round_id FROM comment WHERE id = p_id);
    ELSE RETURN NULL;
  END CASE;
END $$;

-- The same for an event, of which some are about an article, a claim or a question and tell of hidden rows in their fields.
CREATE FUNCTION hidden_event(p_type text, p_subject_type text, p_subject uuid, p_fields text[], p_actor uuid, p_at timestamptz) RETURNS uuid LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF p_subject_type = 'article' AND p_type ~ '^(highlights|tags)\.' THEN
    RETURN coalesce(hiding_round(p_subject, NULL), (SELECT t.blind_round_id FROM tag t WHERE t.blind_round_id IS NOT NULL AND p_type ~ '^tags\.' AND t.id::text = ANY (p_fields) LIMIT 1));
  ELSIF p_type = 'claim.assessed' OR p_subject_type = 'claim' AND p_type ~ '^grade\.(given|withdrawn)' THEN RETURN hiding_round(NULL, p_subject);
  ELSIF p_type = 'question.marked' THEN
    RETURN (SELECT m.blind_round_id FROM matrix_cell m JOIN answer a ON a.id = m.answer_id
      WHERE a.question_id = p_subject AND m.analyst_id = p_actor AND m.updated_at = p_at AND m.blind_round_id IS NOT NULL LIMIT 1);
  ELSIF p_subject_type = 'tag' AND p_type ~ '^grade\.(given|withdrawn)' THEN
    RETURN (SELECT coalesce(t.blind_round_id, hiding_round(NULL, t.claim_id)) FROM tag t WHERE t.id = p_subject);
  END IF;
  RETURN hidden_subject(p_subject_type, p_subject);
END $$;

-- Whoever has handed in does not go on: taking it back comes first.
CREATE FUNCTION refuse_handed_in(p_round uuid, p_user uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM round_analyst WHERE round_id = p_round AND analyst_id = p_user AND handed_in_at IS NOT NULL) THEN
    RAISE EXCEPTION 'round_handed_in: this analyst has handed in' USING ERRCODE = '55000', CONSTRAINT = 'round_handed_in';
  END IF;
END $$;

-- Marks what is made while a blind round is open, so that no code can forget to. Whoever makes a row sees it.
CREATE FUNCTION hide_row() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE v_round uuid; v_for uuid;
BEGIN
  CASE TG_TABLE_NAME
    WHEN 'highlight' THEN
      v_round := hiding_round(NEW.article_id, NULL); v_for := NEW.author_id;
    WHEN 'tag' THEN
      SELECT coalesce(h.blind_round_id, hiding_round(NULL, NEW.claim_id)) INTO v_round FROM highlight h WHERE h.id = NEW.highlight_id;
      v_for := NEW.author_id;
    WHEN 'assessment' THEN
      v_round := hiding_round(NULL, NEW.claim_id); v_for := NEW.analyst_id;
    WHEN 'review' THEN
      IF NEW.tag_id IS NULL THEN SELECT hiding_round(NULL, v.claim_id) INTO v_round FROM claim_version v WHERE v.id = NEW.claim_version_id;
      ELSE SELECT coalesce(t.blind_round_id, hiding_round(NULL, t.claim_id)) INTO v_round FROM tag t WHERE t.id = NEW.tag_id; END IF;
      v_for := NEW.reviewer_id;
    WHEN 'grade' THEN
      -- The grade that a lead settles is the team's.
      SELECT coalesce(t.blind_round_id, CASE WHEN NOT NEW.settled THEN hiding_round(NULL, t.claim_id) END) INTO v_round FROM tag t WHERE t.id = NEW.tag_id;
      IF NEW.claim_id IS NOT NULL AND NOT NEW.settled THEN v_round := hiding_round(NULL, NEW.claim_id); END IF;
      v_for := NEW.analyst_id;
    WHEN 'thread' THEN
      v_round := coalesce(hiding_round(NEW.article_id, NEW.claim_id), (SELECT h.blind_round_id FROM highlight h WHERE h.id = NEW.highlight_id),
        (SELECT coalesce(t.blind_round_id, hiding_round(NULL, t.claim_id)) FROM tag t WHERE t.id = NEW.tag_id));
      v_for := NEW.created_by;
    WHEN 'comment' THEN
      SELECT t.blind_round_id INTO v_round FROM thread t WHERE t.id = NEW.thread_id;
      v_for := NEW.author_id;
    WHEN 'matrix_cell' THEN
      SELECT coalesce(t.blind_round_id, hiding_round(NULL, t.claim_id), hiding_round(NULL, a.claim_id)) INTO v_round
        FROM tag t, answer a WHERE t.id = NEW.tag_id AND a.id = NEW.answer_id;
      v_for := NEW.analyst_id;
    WHEN 'notification' THEN
      v_round := hidden_subject(NEW.subject_type, NEW.subject_id);
    WHEN 'event' THEN
      v_round := hidden_event(NEW.type, NEW.subject_type, NEW.subject_id, NEW.fields, NEW.actor_id, NEW.at); v_for := NEW.actor_id;
  END CASE;
  NEW.blind_round_id := v_round;
  NEW.blind_for := CASE WHEN v_round IS NOT NULL THEN v_for END;
  IF v_round IS NOT NULL AND TG_TABLE_NAME IN ('highlight', 'tag', 'assessment', 'grade', 'matrix_cell') THEN PERFORM refuse_handed_in(v_round, v_for); END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION keep_handed_in() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refuse_handed_in(NEW.blind_round_id, NEW.blind_for);
  RETURN NEW;
END $$;

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['highlight', 'tag', 'assessment', 'review', 'grade', 'thread', 'comment', 'matrix_cell', 'notification', 'event'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE INSERT ON %I FOR EACH ROW EXECUTE FUNCTION hide_row()', t || '_hidden', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['highlight', 'tag', 'assessment', 'grade', 'matrix_cell'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE ON %I FOR EACH ROW
      WHEN (OLD.blind_round_id IS NOT NULL AND NEW.blind_round_id IS NOT NULL) EXECUTE FUNCTION keep_handed_in()', t || '_handed_in', t);
  END LOOP;
END $$;
-- A citation that now cites another claim is in that one's round.
CREATE TRIGGER tag_cites_other BEFORE UPDATE OF claim_id ON tag FOR EACH ROW WHEN (OLD.claim_id IS DISTINCT FROM NEW.claim_id) EXECUTE FUNCTION hide_row();

-- As before, but that who may see a row while a blind round is open is no part of it.
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW IS DISTINCT FROM OLD
    AND to_jsonb(NEW) - ARRAY['blind_round_id', 'blind_for'] = to_jsonb(OLD) - ARRAY['blind_round_id', 'blind_for'] THEN RETURN NEW; END IF;
  RAISE EXCEPTION '%_immutable: rows of % are never changed', TG_TABLE_NAME, TG_TABLE_NAME USING ERRCODE = '55000', CONSTRAINT = TG_TABLE_NAME || '_immutable';
END $$;

-- Hides what is there already on the items of a round that opens. Whoever made a row goes on seeing it where they see what it hangs on.
-- On a claim the tags from before stay in sight: they are what is judged. As the owner: most of these rows are others'.
CREATE FUNCTION hide_round(p_round uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE v_articles uuid[]; v_claims uuid[]; v_opened timestamptz;
BEGIN
  SELECT created_at INTO v_opened FROM round WHERE id = p_round AND blind AND revealed_at IS NULL AND project_id = ANY ((SELECT app_projects())::uuid[]);
  IF NOT FOUND THEN RETURN; END IF;
  v_articles := ARRAY(SELECT article_id FROM round_item WHERE round_id = p_round AND article_id IS NOT NULL);
  v_claims := ARRAY(SELECT i.claim_id FROM round_item i WHERE i.round_id = p_round AND i.claim_id IS NOT NULL
    UNION SELECT c.id FROM round_item i JOIN claim c ON c.survivor_id = i.claim_id WHERE i.round_id = p_round);
  UPDATE highlight SET blind_round_id = p_round, blind_for = author_id WHERE article_id = ANY (v_articles) AND blind_round_id IS NULL;
  UPDATE tag t SET blind_round_id = p_round, blind_for = CASE WHEN h.blind_for = t.author_id THEN t.author_id END
    FROM highlight h WHERE h.id = t.highlight_id AND h.article_id = ANY (v_articles) AND t.blind_round_id IS NULL;
  UPDATE tag SET blind_round_id = p_round, blind_for = author_id WHERE claim_id = ANY (v_claims) AND created_at >= v_opened AND blind_round_id IS NULL;
  UPDATE assessment SET blind_round_id = p_round, blind_for = analyst_id WHERE claim_id = ANY (v_claims) AND blind_round_id IS NULL;
  UPDATE review r SET blind_round_id = p_round, blind_for = CASE WHEN t.blind_for = r.reviewer_id THEN r.reviewer_id END
    FROM tag t WHERE t.id = r.tag_id AND t.blind_round_id = p_round AND r.blind_round_id IS NULL;
  UPDATE review r SET blind_round_id = p_round, blind_for = r.reviewer_id
    FROM claim_version v WHERE v.id = r.claim_version_id AND v.claim_id = ANY (v_claims) AND r.blind_round_id IS NULL;
  UPDATE grade g SET blind_round_id = p_round, blind_for = CASE WHEN t.blind_for = g.analyst_id THEN g.analyst_id END
    FROM tag t WHERE t.id = g.tag_id AND t.blind_round_id = p_round AND g.blind_round_id IS NULL;
  UPDATE grade g SET blind_round_id = p_round, blind_for = g.analyst_id
    FROM tag t WHERE t.id = g.tag_id AND t.claim_id = ANY (v_claims) AND NOT g.settled AND g.blind_round_id IS NULL;
  UPDATE grade SET blind_round_id = p_round, blind_for = analyst_id WHERE claim_id = ANY (v_claims) AND NOT settled AND blind_round_id IS NULL;
  UPDATE matrix_cell m SET blind_round_id = p_round,
      blind_for = CASE WHEN t.blind_round_id IS NULL OR t.blind_for = m.analyst_id THEN m.analyst_id END
    FROM tag t, answer a WHERE t.id = m.tag_id AND a.id = m.answer_id AND m.blind_round_id IS NULL
      AND (t.blind_round_id = p_round OR t.claim_id = ANY (v_claims) OR a.claim_id = ANY (v_claims));
  UPDATE thread SET blind_round_id = p_round, blind_for = created_by
    WHERE (article_id = ANY (v_articles) OR claim_id = ANY (v_claims)) AND blind_round_id IS NULL;
  UPDATE thread t SET blind_round_id = p_round, blind_for = CASE WHEN h.blind_for = t.created_by THEN t.created_by END
    FROM highlight h WHERE h.id = t.highlight_id AND h.blind_round_id = p_round AND t.blind_round_id IS NULL;
  UPDATE thread t SET blind_round_id = p_round, blind_for = CASE WHEN g.blind_round_id IS NULL OR g.blind_for = t.created_by THEN t.created_by END
    FROM tag g WHERE g.id = t.tag_id AND (g.blind_round_id = p_round OR g.claim_id = ANY (v_claims)) AND t.blind_round_id IS NULL;
  UPDATE comment c SET blind_round_id = p_round, blind_for = CASE WHEN t.blind_for = c.author_id THEN c.author_id END
    FROM thread t WHERE t.id = c.thread_id AND t.blind_round_id = p_round AND c.blind_round_id IS NULL;
  UPDATE notification n SET blind_round_id = p_round FROM thread t WHERE n.subject_id = t.id AND t.blind_round_id = p_round AND n.blind_round_id IS NULL;
  UPDATE notification n SET blind_round_id = p_round FROM tag t WHERE n.subject_id = t.id AND t.blind_round_id = p_round AND n.blind_round_id IS NULL;
  UPDATE event e SET blind_round_id = p_round, blind_for = CASE WHEN s.blind_for = e.actor_id THEN e.actor_id END
    FROM (SELECT project_id, id, blind_for FROM highlight WHERE blind_round_id = p_round UNION ALL SELECT project_id, id, blind_for FROM tag WHERE blind_round_id = p_round
      UNION ALL SELECT project_id, id, blind_for FROM review WHERE blind_round_id = p_round UNION ALL SELECT project_id, id, blind_for FROM thread WHERE blind_round_id = p_round
      UNION ALL SELECT project_id, id, blind_for FROM comment WHERE blind_round_id = p_round) s
    WHERE e.project_id = s.project_id AND e.subject_id = s.id AND e.blind_round_id IS NULL;
  UPDATE event e SET blind_round_id = p_round, blind_for = e.actor_id FROM round r
    WHERE r.id = p_round AND e.project_id = r.project_id AND e.blind_round_id IS NULL
      AND ((e.subject_id = ANY (v_articles) AND e.type ~ '^(highlights|tags)\.') OR (e.subject_id = ANY (v_claims) AND e.type IN ('claim.assessed', 'grade.given', 'grade.withdrawn')));
END $$;

-- Shows again what a round hid: it must be revealed. What another open round hides as well stays hidden by that.
CREATE FUNCTION show_round(p_round uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE t text; v_project uuid; v_other uuid;
BEGIN
  SELECT project_id INTO v_project FROM round WHERE id = p_round AND revealed_at IS NOT NULL AND project_id = ANY ((SELECT app_projects())::uuid[]);
  IF NOT FOUND THEN RETURN; END IF;
  FOREACH t IN ARRAY ARRAY['highlight', 'tag', 'assessment', 'review', 'grade', 'thread', 'comment', 'matrix_cell', 'notification', 'event'] LOOP
    EXECUTE format('UPDATE %I SET blind_round_id = NULL, blind_for = NULL WHERE blind_round_id = $1', t) USING p_round;
  END LOOP;
  FOR v_other IN SELECT DISTINCT round_id FROM round_item WHERE project_id = v_project AND hides LOOP PERFORM hide_round(v_other); END LOOP;
END $$;

-- Of these claims those that may be neither approved nor brought back to approved before a reveal: they are judged in an open blind
-- round, or it hides a citation from before it opened. What came since counts for nothing, and would tell of itself here.
CREATE FUNCTION waiting_claims(p_claims uuid[]) RETURNS TABLE (claim_id uuid, round_id uuid, judged boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH asked AS (SELECT c.id, coalesce(c.survivor_id, c.id) AS root FROM claim c
    WHERE (c.id = ANY (p_claims) OR c.survivor_id = ANY (p_claims)) AND c.project_id = ANY ((SELECT app_projects())::uuid[]))
  SELECT a.root, i.round_id, true FROM asked a JOIN round_item i ON i.claim_id = a.id AND i.hides
  UNION SELECT a.root, r.id, false FROM asked a JOIN tag t ON t.claim_id = a.id JOIN round r ON r.id = t.blind_round_id AND t.created_at < r.created_at
    WHERE t.deleted_at IS NULL $$;

-- As before, without what an open blind round hides.
CREATE OR REPLACE FUNCTION search_comments(p_project uuid, p_typed text, p_limit int) RETURNS TABLE (id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT m.id FROM comment m
  WHERE search_vector(m.text) @@ (SELECT search_query(p_typed)) AND m.deleted_at IS NULL
    AND m.project_id = p_project AND m.project_id = ANY ((SELECT app_projects())::uuid[])
    AND (m.blind_round_id IS NULL OR m.blind_for = (SELECT app_user_id()))
  ORDER BY m.created_at DESC, m.id LIMIT p_limit $$;

-- The tags that the analysts of a round have made on its items: on its articles all, on its claims those since it opened. Merged
-- entities and claims are their survivors.
CREATE FUNCTION round_tags(p_round uuid) RETURNS TABLE (tag_id uuid, analyst_id uuid, article_id uuid, start int, "end" int, entity_id uuid, claim_id uuid,
  stance stance, confidence int) LANGUAGE sql STABLE AS $$
  SELECT t.id, t.author_id, h.article_id, h.start, h."end", coalesce(e.survivor_id, e.id), coalesce(c.survivor_id, c.id), t.stance, t.confidence
  FROM round r JOIN round_analyst w ON w.round_id = r.id
    JOIN tag t ON t.project_id = r.project_id AND t.author_id = w.analyst_id AND t.deleted_at IS NULL
    JOIN highlight h ON h.id = t.highlight_id AND h.deleted_at IS NULL
    JOIN article a ON a.id = h.article_id AND a.deleted_at IS NULL
    LEFT JOIN entity e ON e.id = t.entity_id LEFT JOIN claim c ON c.id = t.claim_id
  WHERE r.id = p_round AND (c.id IS NULL OR c.deleted_at IS NULL OR c.survivor_id IS NOT NULL)
    AND (EXISTS (SELECT FROM round_item i WHERE i.round_id = r.id AND i.article_id = h.article_id)
      OR (t.created_at >= r.created_at AND EXISTS (SELECT FROM round_item i WHERE i.round_id = r.id AND i.claim_id = coalesce(c.survivor_id, c.id)))) $$;
