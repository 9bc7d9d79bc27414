-- Who is at an article or a claim just now, and where they read.

-- CreateTable
CREATE TABLE "presence" (
    "project_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "article_id" UUID,
    "claim_id" UUID,
    "text_version" INTEGER,
    "at" INTEGER,
    "gone" BOOLEAN NOT NULL DEFAULT false,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "presence_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateIndex
CREATE INDEX "presence_project_id_seen_at_idx" ON "presence"("project_id", "seen_at");

-- AddForeignKey
ALTER TABLE "presence" ADD CONSTRAINT "presence_project_id_user_id_fkey" FOREIGN KEY ("project_id", "user_id") REFERENCES "member"("project_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "presence" ADD CONSTRAINT "presence_project_id_article_id_fkey" FOREIGN KEY ("project_id", "article_id") REFERENCES "article"("project_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "presence" ADD CONSTRAINT "presence_project_id_claim_id_fkey" FOREIGN KEY ("project_id", "claim_id") REFERENCES "claim"("project_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- ── By hand ─────────────────────────────────────────────────────────────────────────────────────────────────────────
-- What is forgotten within a minute need not survive a crash, and is not worth a line in the write-ahead log.
ALTER TABLE presence SET UNLOGGED;
ALTER TABLE presence ADD CONSTRAINT presence_place CHECK (num_nonnulls(article_id, claim_id) <= 1 AND num_nonnulls(text_version, at) IN (0, 2)
  AND (at IS NULL OR article_id IS NOT NULL) AND at >= 0 AND text_version > 0);
GRANT SELECT, INSERT, UPDATE ON presence TO claimbench_app;
ALTER TABLE presence ENABLE ROW LEVEL SECURITY;
CREATE POLICY project ON presence USING (project_id = ANY ((SELECT app_projects())::uuid[]));

-- A visit as every instance is told of it.
CREATE FUNCTION told_presence(p presence) RETURNS json LANGUAGE sql STABLE AS $$
  SELECT json_build_object('projectId', p.project_id, 'slot', p.id, 'userId', p.user_id, 'articleId', p.article_id, 'claimId', p.claim_id,
    'textVersion', p.text_version, 'at', p.at, 'gone', p.gone, 'seen', floor(extract(epoch FROM p.seen_at) * 1000)) $$;
CREATE FUNCTION tell_presence(p presence) RETURNS void LANGUAGE sql AS $$ SELECT pg_notify('claimbench_here', told_presence(p)::text) $$;
