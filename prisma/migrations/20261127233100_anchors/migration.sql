-- Where highlights stood on earlier versions of their article, and how each was carried to where it stands now.

-- AlterTable
ALTER TABLE "highlight" ADD COLUMN     "carried_at" TIMESTAMPTZ(3),
ADD COLUMN     "carried_from" INTEGER,
ADD COLUMN     "carried_how" TEXT,
ADD COLUMN     "carried_quote" TEXT;

-- CreateTable
CREATE TABLE "anchor" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "article_version_id" UUID NOT NULL,
    "highlight_id" UUID NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "quote" TEXT NOT NULL,
    "how" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "anchor_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "anchor_article_version_id_highlight_id_key" ON "anchor"("article_version_id", "highlight_id");

-- CreateIndex
CREATE INDEX "anchor_highlight_id_idx" ON "anchor"("highlight_id");

-- CreateIndex
CREATE UNIQUE INDEX "highlight_project_id_article_id_id_key" ON "highlight"("project_id", "article_id", "id");

-- AddForeignKey
ALTER TABLE "anchor" ADD CONSTRAINT "anchor_project_id_article_id_article_version_id_fkey" FOREIGN KEY ("project_id", "article_id", "article_version_id") REFERENCES "article_version"("project_id", "article_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "anchor" ADD CONSTRAINT "anchor_project_id_article_id_highlight_id_fkey" FOREIGN KEY ("project_id", "article_id", "highlight_id") REFERENCES "highlight"("project_id", "article_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE highlight ADD CONSTRAINT highlight_carried CHECK (num_nonnulls(carried_how, carried_from, carried_at) IN (0, 3)
  AND (carried_quote IS NULL OR carried_how IS NOT NULL)
  AND carried_how IN ('same-place', 'same-words', 'through-differences', 'fuzzy', 'by-hand'));
ALTER TABLE anchor ADD CONSTRAINT anchor_span CHECK (0 <= start AND start < "end" AND length(quote) > 0);

GRANT SELECT, INSERT ON anchor TO claimbench_app;
ALTER TABLE anchor ENABLE ROW LEVEL SECURITY;
CREATE POLICY project ON anchor USING (project_id = ANY ((SELECT app_projects())::uuid[]));
CREATE TRIGGER anchor_immutable BEFORE UPDATE OR DELETE ON anchor FOR EACH ROW EXECUTE FUNCTION refuse_change();
