-- Webhooks: addresses that are told of what happens in a project, and each event on its way to each of them.

-- CreateTable
CREATE TABLE "webhook" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "kinds" TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "secret_number" INTEGER NOT NULL DEFAULT 1,
    "told_seq" BIGINT NOT NULL,
    "failing_since" TIMESTAMPTZ(3),
    "gave_up_at" TIMESTAMPTZ(3),
    "off_at" TIMESTAMPTZ(3),
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),
    "deleted_by" UUID,

    CONSTRAINT "webhook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "webhook_id" UUID NOT NULL,
    "seq" BIGINT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "leased_until" TIMESTAMPTZ(3),
    "tries" INTEGER NOT NULL DEFAULT 0,
    "tried_at" TIMESTAMPTZ(3),
    "delivered_at" TIMESTAMPTZ(3),
    "given_up_at" TIMESTAMPTZ(3),
    "status" INTEGER,
    "ms" INTEGER,
    "answer" TEXT,
    "failure" TEXT,

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "webhook_project_id_id_key" ON "webhook"("project_id", "id");

-- CreateIndex
CREATE INDEX "delivery_webhook_id_created_at_id_idx" ON "delivery"("webhook_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "delivery_project_id_seq_idx" ON "delivery"("project_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_project_id_id_key" ON "delivery"("project_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_webhook_id_seq_key" ON "delivery"("webhook_id", "seq");

-- AddForeignKey
ALTER TABLE "webhook" ADD CONSTRAINT "webhook_project_id_created_by_fkey" FOREIGN KEY ("project_id", "created_by") REFERENCES "member"("project_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_project_id_webhook_id_fkey" FOREIGN KEY ("project_id", "webhook_id") REFERENCES "webhook"("project_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_project_id_seq_fkey" FOREIGN KEY ("project_id", "seq") REFERENCES "event"("project_id", "seq") ON DELETE RESTRICT ON UPDATE RESTRICT;


ALTER TABLE webhook ADD CONSTRAINT webhook_told CHECK (told_seq >= 0 AND secret_number > 0 AND cardinality(kinds) > 0);
ALTER TABLE webhook ADD CONSTRAINT webhook_gave_up CHECK (gave_up_at IS NULL OR failing_since IS NOT NULL);
-- It waits, has arrived, or was given up: one of them.
ALTER TABLE delivery ADD CONSTRAINT delivery_state CHECK (num_nonnulls(due_at, delivered_at, given_up_at) = 1 AND tries >= 0);
ALTER TABLE delivery ADD CONSTRAINT delivery_answered CHECK ((status IS NULL OR failure IS NULL) AND length(answer) <= 1000);
CREATE INDEX delivery_due ON delivery (webhook_id, due_at) WHERE due_at IS NOT NULL;

GRANT SELECT, INSERT, UPDATE ON webhook, delivery TO claimbench_app;
ALTER TABLE webhook ENABLE ROW LEVEL SECURITY;
CREATE POLICY project ON webhook USING (project_id = ANY ((SELECT app_projects())::uuid[]));
ALTER TABLE delivery ENABLE ROW LEVEL SECURITY;
-- What an open blind round hides is hidden on its way as well.
CREATE POLICY project ON delivery USING (project_id = ANY ((SELECT app_projects())::uuid[])
    AND (seq IS NULL OR EXISTS (SELECT FROM event e WHERE e.project_id = delivery.project_id AND e.seq = delivery.seq)))
  WITH CHECK (project_id = ANY ((SELECT app_projects())::uuid[]));
