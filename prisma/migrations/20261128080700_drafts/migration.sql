-- What people have written and not sent, as their browsers keep it.

-- CreateTable
CREATE TABLE "draft" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "target_id" UUID NOT NULL,
    "slot" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "draft_user_id_target_id_slot_key" ON "draft"("user_id", "target_id", "slot");

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_project_id_user_id_fkey" FOREIGN KEY ("project_id", "user_id") REFERENCES "member"("project_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── By hand ─────────────────────────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE draft ADD CONSTRAINT draft_size CHECK (seq > 0 AND length(body) BETWEEN 1 AND 200000);
GRANT SELECT, INSERT, UPDATE, DELETE ON draft TO claimbench_app;
-- Nobody else reads what somebody has not said, and they themselves only while they are members.
ALTER TABLE draft ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON draft USING (project_id = ANY ((SELECT app_projects())::uuid[]) AND user_id = (SELECT app_user_id()));
