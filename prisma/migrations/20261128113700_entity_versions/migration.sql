-- CreateTable
CREATE TABLE "entity_version" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "entity_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "before" JSONB NOT NULL,
    "replaced_by" UUID NOT NULL,
    "replaced_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "entity_version_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "entity_version_entity_id_number_key" ON "entity_version"("entity_id", "number");

-- AddForeignKey
ALTER TABLE "entity_version" ADD CONSTRAINT "entity_version_project_id_entity_id_fkey" FOREIGN KEY ("project_id", "entity_id") REFERENCES "entity"("project_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entity_version" ADD CONSTRAINT "entity_version_project_id_replaced_by_fkey" FOREIGN KEY ("project_id", "replaced_by") REFERENCES "member"("project_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── By hand ─────────────────────────────────────────────────────────────────────────────────────────────────────────
CREATE TRIGGER entity_version_immutable BEFORE UPDATE OR DELETE ON entity_version FOR EACH ROW EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON entity_version TO claimbench_app;
ALTER TABLE entity_version ENABLE ROW LEVEL SECURITY;
CREATE POLICY project ON entity_version USING (project_id = ANY ((SELECT app_projects())::uuid[]));
