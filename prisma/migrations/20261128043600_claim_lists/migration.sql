-- The lists of claims are read in the order of an index, whatever they are sorted by.

-- DropIndex
DROP INDEX "claim_project_id_status_updated_at_idx";

-- CreateIndex
CREATE INDEX "claim_project_id_updated_at_id_idx" ON "claim"("project_id", "updated_at", "id");

-- CreateIndex
CREATE INDEX "claim_project_id_created_at_id_idx" ON "claim"("project_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "claim_project_id_status_updated_at_id_idx" ON "claim"("project_id", "status", "updated_at", "id");

-- CreateIndex
CREATE INDEX "claim_version_project_id_statement_claim_id_idx" ON "claim_version"("project_id", "statement", "claim_id");
