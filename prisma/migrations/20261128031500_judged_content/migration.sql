-- A verdict on a tag counts for the content it was given on: when a tag says again exactly what was judged, the verdict counts again.

-- AlterTable
ALTER TABLE "review" ADD COLUMN     "content_version" INTEGER,
ADD COLUMN     "judged" TEXT;

-- ── By hand ─────────────────────────────────────────────────────────────────────────────────────────────────────────
-- What is judged of a tag: the words, where they stand in which text, and its own fields. SHA-256, hex; two are equal when all of it is.
CREATE FUNCTION tag_content(p_tag uuid) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(jsonb_build_array(v.sha256, h.start, h."end", h.quote, t.entity_id, t.claim_id, t.stance, t.confidence,
    t.note, t.speaker_id, t.via_id, t.via_on, t.denies, t.implied, t.implied_how)::text, 'UTF8')), 'hex')
  FROM tag t JOIN highlight h ON h.id = t.highlight_id JOIN article_version v ON v.id = h.article_version_id WHERE t.id = p_tag $$;

-- Of a verdict that was overtaken before this, the version of the tag is all that is known: no content is ever called that again.
UPDATE review SET content_version = CASE WHEN review.tag_version >= tag.content_version THEN tag.content_version ELSE review.tag_version END,
  judged = CASE WHEN review.tag_version >= tag.content_version THEN tag_content(tag.id) END
  FROM tag WHERE tag.id = review.tag_id;

-- What a verdict is given on is read from the tag, never said by whoever gives it.
CREATE FUNCTION judge_content() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT content_version, tag_content(id) INTO NEW.content_version, NEW.judged FROM tag WHERE id = NEW.tag_id;
  RETURN NEW;
END $$;
CREATE TRIGGER review_judged BEFORE INSERT ON review FOR EACH ROW EXECUTE FUNCTION judge_content();
