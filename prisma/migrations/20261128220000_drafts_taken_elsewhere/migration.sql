-- A draft that was sent, thrown away or gone on with leaves its number behind, so that another device that still has the same words learns of it.
ALTER TABLE "draft" ADD COLUMN "gone_at" TIMESTAMPTZ(3);
ALTER TABLE draft DROP CONSTRAINT draft_size;
ALTER TABLE draft ADD CONSTRAINT draft_size CHECK (
  seq > 0 AND length(body) <= 200000 AND (gone_at IS NULL) = (length(body) > 0)
);
