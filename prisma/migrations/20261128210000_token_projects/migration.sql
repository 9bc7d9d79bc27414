-- A token may be limited to some of its account's projects: a script of one project needs no way into the others.

-- CreateTable
CREATE TABLE "token_project" (
    "id" UUID NOT NULL,
    "token_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,

    CONSTRAINT "token_project_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "token_project_token_id_project_id_key" ON "token_project"("token_id", "project_id");

-- CreateIndex
CREATE UNIQUE INDEX "token_id_user_id_key" ON "token"("id", "user_id");

-- AddForeignKey
ALTER TABLE "token_project" ADD CONSTRAINT "token_project_token_id_user_id_fkey" FOREIGN KEY ("token_id", "user_id") REFERENCES "token"("id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "token_project" ADD CONSTRAINT "token_project_project_id_user_id_fkey" FOREIGN KEY ("project_id", "user_id") REFERENCES "member"("project_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── By hand ─────────────────────────────────────────────────────────────────────────────────────────────────────────
-- Added with its token and never changed: a token cannot be widened.
GRANT SELECT, INSERT ON token_project TO claimbench_app;
ALTER TABLE token_project ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON token_project USING (user_id = (SELECT app_user_id()));
