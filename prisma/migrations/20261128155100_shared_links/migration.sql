-- CreateTable
CREATE TABLE "shared_link" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "claim_id" UUID,
    "wording" INTEGER,
    "record" JSONB,
    "export_id" UUID,
    "ceiling" TEXT NOT NULL,
    "opens" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_by" UUID,

    CONSTRAINT "shared_link_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "shared_link_token_hash_key" ON "shared_link"("token_hash");

-- CreateIndex
CREATE INDEX "shared_link_project_id_created_at_idx" ON "shared_link"("project_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "shared_link_project_id_id_key" ON "shared_link"("project_id", "id");

-- AddForeignKey
ALTER TABLE "shared_link" ADD CONSTRAINT "shared_link_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shared_link" ADD CONSTRAINT "shared_link_project_id_created_by_fkey" FOREIGN KEY ("project_id", "created_by") REFERENCES "member"("project_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shared_link" ADD CONSTRAINT "shared_link_project_id_claim_id_fkey" FOREIGN KEY ("project_id", "claim_id") REFERENCES "claim"("project_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "shared_link" ADD CONSTRAINT "shared_link_project_id_export_id_fkey" FOREIGN KEY ("project_id", "export_id") REFERENCES "export"("project_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- ── By hand ─────────────────────────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE shared_link ADD CONSTRAINT shared_link_subject
  CHECK (num_nonnulls(claim_id, export_id) = 1 AND num_nonnulls(claim_id, wording, record) IN (0, 3));
ALTER TABLE shared_link ADD CONSTRAINT shared_link_ceiling CHECK (ceiling IN ('clear', 'green', 'amber', 'amber+strict'));
ALTER TABLE shared_link ADD CONSTRAINT shared_link_time CHECK (created_at < expires_at AND opens >= 0);
ALTER TABLE shared_link ADD CONSTRAINT shared_link_revoked CHECK ((revoked_at IS NULL) = (revoked_by IS NULL));
GRANT SELECT, INSERT, UPDATE ON shared_link TO claimbench_app;
ALTER TABLE shared_link ENABLE ROW LEVEL SECURITY;
CREATE POLICY project ON shared_link USING (project_id = ANY ((SELECT app_projects())::uuid[]));
