-- Who is on what in the queue just now. It steers and forbids nothing.

-- CreateTable
CREATE TABLE "hold" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "tag_id" UUID,
    "claim_id" UUID,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "hold_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "hold_project_id_id_key" ON "hold"("project_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "hold_project_id_user_id_key" ON "hold"("project_id", "user_id");

-- AddForeignKey
ALTER TABLE "hold" ADD CONSTRAINT "hold_project_id_user_id_fkey" FOREIGN KEY ("project_id", "user_id") REFERENCES "member"("project_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hold" ADD CONSTRAINT "hold_project_id_tag_id_fkey" FOREIGN KEY ("project_id", "tag_id") REFERENCES "tag"("project_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "hold" ADD CONSTRAINT "hold_project_id_claim_id_fkey" FOREIGN KEY ("project_id", "claim_id") REFERENCES "claim"("project_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE hold ADD CONSTRAINT hold_one_subject CHECK (num_nonnulls(tag_id, claim_id) = 1);
ALTER TABLE hold ADD CONSTRAINT hold_time CHECK (since <= until);

GRANT SELECT, INSERT, UPDATE, DELETE ON hold TO claimbench_app;
ALTER TABLE hold ENABLE ROW LEVEL SECURITY;
CREATE POLICY project ON hold USING (project_id = ANY ((SELECT app_projects())::uuid[]));
