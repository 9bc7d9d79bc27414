-- AlterTable
ALTER TABLE "article_version" ADD COLUMN     "pages" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
ADD COLUMN     "upload_id" UUID;

-- CreateTable
CREATE TABLE "upload" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    "url" TEXT,
    "encoding" TEXT,
    "encoding_sure" BOOLEAN NOT NULL DEFAULT true,
    "text" TEXT,
    "found" JSONB NOT NULL DEFAULT '{}',
    "pages" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "upload_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "upload_project_id_sha256_idx" ON "upload"("project_id", "sha256");

-- CreateIndex
CREATE UNIQUE INDEX "upload_project_id_id_key" ON "upload"("project_id", "id");

-- AddForeignKey
ALTER TABLE "article_version" ADD CONSTRAINT "article_version_project_id_upload_id_fkey" FOREIGN KEY ("project_id", "upload_id") REFERENCES "upload"("project_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "upload" ADD CONSTRAINT "upload_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "upload" ADD CONSTRAINT "upload_project_id_created_by_fkey" FOREIGN KEY ("project_id", "created_by") REFERENCES "member"("project_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── By hand ─────────────────────────────────────────────────────────────────────────────────────────────────────────
-- 25 MB a file.
ALTER TABLE upload ADD CONSTRAINT upload_size CHECK (size = octet_length(bytes) AND size > 0 AND size <= 26214400);

-- Bytes that are compressed already are not compressed again.
ALTER TABLE upload ALTER COLUMN bytes SET STORAGE EXTERNAL;

-- The bytes are what came: another choice of encoding changes what was read, never them.
CREATE FUNCTION refuse_other_bytes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'upload_bytes: the bytes of an upload never change' USING ERRCODE = '55000', CONSTRAINT = 'upload_bytes'; END $$;
CREATE TRIGGER upload_bytes BEFORE UPDATE OF name, sha256, size, bytes ON upload FOR EACH ROW EXECUTE FUNCTION refuse_other_bytes();

ALTER TABLE upload ENABLE ROW LEVEL SECURITY;
CREATE POLICY project ON upload USING (project_id = ANY ((SELECT app_projects())::uuid[]));
GRANT SELECT, INSERT, UPDATE, DELETE ON upload TO claimbench_app;
