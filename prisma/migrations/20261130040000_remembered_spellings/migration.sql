-- AlterTable
ALTER TABLE "alias" ADD COLUMN     "remembered" BOOLEAN NOT NULL DEFAULT false;

-- ── By hand ─────────────────────────────────────────────────────────────────────────────────────────────────────────
-- What was remembered before: written in the same moment as a mention of that spelling.
UPDATE alias a SET remembered = true FROM tag t JOIN highlight h ON h.id = t.highlight_id
  WHERE t.entity_id = a.entity_id AND t.author_id = a.created_by AND t.created_at = a.created_at
    AND left(btrim(regexp_replace(h.quote, '\s+', ' ', 'g')), 300) = a.name;
