-- CreateTable
CREATE TABLE "exported_claim" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "export_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "wording" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "parts" TEXT NOT NULL,
    "in_file" BOOLEAN NOT NULL,

    CONSTRAINT "exported_claim_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "exported_claim_claim_id_idx" ON "exported_claim"("claim_id");

-- CreateIndex
CREATE UNIQUE INDEX "exported_claim_export_id_claim_id_key" ON "exported_claim"("export_id", "claim_id");

-- AddForeignKey
ALTER TABLE "exported_claim" ADD CONSTRAINT "exported_claim_project_id_export_id_fkey" FOREIGN KEY ("project_id", "export_id") REFERENCES "export"("project_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exported_claim" ADD CONSTRAINT "exported_claim_project_id_claim_id_fkey" FOREIGN KEY ("project_id", "claim_id") REFERENCES "claim"("project_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── By hand ─────────────────────────────────────────────────────────────────────────────────────────────────────────
CREATE TRIGGER exported_claim_immutable BEFORE UPDATE OR DELETE ON exported_claim FOR EACH ROW EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON exported_claim TO claimbench_app;
ALTER TABLE exported_claim ENABLE ROW LEVEL SECURITY;
CREATE POLICY project ON exported_claim USING (project_id = ANY ((SELECT app_projects())::uuid[]));
