-- Saved views of the list of claims, and what finds claims by what they rest on.

-- CreateTable
CREATE TABLE "saved_view" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "filters" JSONB NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),
    "deleted_by" UUID,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "saved_view_project_id_id_key" ON "saved_view"("project_id", "id");

-- AddForeignKey
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_project_id_created_by_fkey" FOREIGN KEY ("project_id", "created_by") REFERENCES "member"("project_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE saved_view ADD CONSTRAINT saved_view_name_blank CHECK (btrim(name) <> '');
ALTER TABLE saved_view ADD CONSTRAINT saved_view_filters CHECK (jsonb_typeof(filters) = 'object');
CREATE UNIQUE INDEX saved_view_live_name ON saved_view (project_id, created_by, lower(name)) WHERE deleted_at IS NULL;
GRANT SELECT, INSERT, UPDATE ON saved_view TO claimbench_app;
ALTER TABLE saved_view ENABLE ROW LEVEL SECURITY;
CREATE POLICY project ON saved_view USING (project_id = ANY ((SELECT app_projects())::uuid[]));

-- What the claims of a project rest on is read from its citations alone, past the mentions.
CREATE INDEX tag_citing ON tag (project_id, claim_id) WHERE claim_id IS NOT NULL AND deleted_at IS NULL;
