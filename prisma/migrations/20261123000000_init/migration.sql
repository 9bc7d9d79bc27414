-- CreateEnum
CREATE TYPE "article_kind" AS ENUM ('article', 'document', 'post', 'transcript', 'interview-note');

-- CreateEnum
CREATE TYPE "date_precision" AS ENUM ('day', 'month', 'year', 'range');

-- CreateEnum
CREATE TYPE "claim_status" AS ENUM ('draft', 'in-review', 'approved', 'rejected', 'stale');

-- CreateEnum
CREATE TYPE "analytic_confidence" AS ENUM ('low', 'moderate', 'high');

-- CreateEnum
CREATE TYPE "stance" AS ENUM ('supports', 'contradicts', 'context');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('viewer', 'analyst', 'reviewer', 'lead');

-- CreateEnum
CREATE TYPE "verdict" AS ENUM ('accept', 'reject', 'needs-work');

-- CreateEnum
CREATE TYPE "outcome" AS ENUM ('settled', 'agreed-to-differ', 'withdrawn');

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "secret_hash" BYTEA NOT NULL,
    "agent" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_link" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "token" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "secret_hash" BYTEA NOT NULL,
    "scopes" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account_event" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" TIMESTAMPTZ(3),

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "event" (
    "project_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "type" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "actor_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "fields" TEXT[],
    "hash" BYTEA NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("project_id","seq")
);

-- CreateTable
CREATE TABLE "idempotency_answer" (
    "user_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" BYTEA NOT NULL,
    "status" INTEGER NOT NULL,
    "body" JSON NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotency_answer_pkey" PRIMARY KEY ("user_id","key")
);

-- CreateTable
CREATE TABLE "publisher" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT '',
    "reliability" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),
    "deleted_by" UUID,

    CONSTRAINT "publisher_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "kind" "article_kind" NOT NULL DEFAULT 'article',
    "publisher_id" UUID,
    "published_from" DATE,
    "published_to" DATE,
    "published_precision" "date_precision",
    "published_estimated" BOOLEAN NOT NULL DEFAULT false,
    "url" TEXT,
    "language" TEXT,
    "relays_publisher_id" UUID,
    "relays_note" TEXT,
    "sha256" TEXT NOT NULL,
    "current_number" INTEGER NOT NULL DEFAULT 1,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "retracted_at" TIMESTAMPTZ(3),
    "retracted_by" UUID,
    "retracted_reason" TEXT,
    "deleted_at" TIMESTAMPTZ(3),
    "deleted_by" UUID,

    CONSTRAINT "article_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article_version" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "length" INTEGER NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "created_by" UUID NOT NULL,
    "retrieved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "article_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reading" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "article_version_id" UUID NOT NULL,
    "reader_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reading_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "status" "claim_status" NOT NULL DEFAULT 'draft',
    "wording" INTEGER NOT NULL DEFAULT 1,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),
    "deleted_by" UUID,

    CONSTRAINT "claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim_version" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "statement" TEXT NOT NULL,
    "subject_id" UUID,
    "predicate" TEXT,
    "object_id" UUID,
    "value" TEXT,
    "period_from" DATE,
    "period_to" DATE,
    "period_note" TEXT,
    "place_id" UUID,
    "author_id" UUID NOT NULL,
    "creator_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "claim_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assessment" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "analyst_id" UUID NOT NULL,
    "band" TEXT,
    "likelihood" INTEGER,
    "analytic_confidence" "analytic_confidence",
    "rationale" TEXT,
    "credibility" INTEGER,
    "wording" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "assessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "entity" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "external_ids" JSONB NOT NULL DEFAULT '[]',
    "institution_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),
    "deleted_by" UUID,

    CONSTRAINT "entity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alias" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "entity_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "alias_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "export" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "format" TEXT NOT NULL,
    "filter" JSONB NOT NULL,
    "file_name" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "content" BYTEA NOT NULL,
    "sha256" TEXT NOT NULL,
    "manifest" JSONB NOT NULL,
    "head_seq" BIGINT NOT NULL,
    "head_hash" BYTEA NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "export_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "highlight" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "article_version_id" UUID NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "quote" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "suffix" TEXT NOT NULL,
    "translation" TEXT,
    "translated_by" UUID,
    "author_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "orphaned_at" TIMESTAMPTZ(3),
    "orphaned_reason" TEXT,
    "deleted_at" TIMESTAMPTZ(3),
    "deleted_by" UUID,

    CONSTRAINT "highlight_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tag" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "highlight_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "entity_id" UUID,
    "claim_id" UUID,
    "stance" "stance",
    "confidence" INTEGER,
    "note" TEXT,
    "speaker_id" UUID,
    "via_id" UUID,
    "via_on" DATE,
    "denies" BOOLEAN NOT NULL DEFAULT false,
    "implied" BOOLEAN NOT NULL DEFAULT false,
    "implied_how" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "content_version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),
    "deleted_by" UUID,

    CONSTRAINT "tag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "password_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "disabled_at" TIMESTAMPTZ(3),

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "grades" BOOLEAN NOT NULL DEFAULT false,
    "approvals_needed" INTEGER NOT NULL DEFAULT 1,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "head_seq" BIGINT NOT NULL DEFAULT 0,
    "head_hash" BYTEA NOT NULL DEFAULT '\x00',
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "member" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),
    "deleted_by" UUID,

    CONSTRAINT "member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "accepted_by" UUID,

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "tag_id" UUID,
    "tag_version" INTEGER,
    "claim_version_id" UUID,
    "author_id" UUID NOT NULL,
    "creator_id" UUID,
    "reviewer_id" UUID NOT NULL,
    "verdict" "verdict" NOT NULL,
    "reason" TEXT,
    "proposal" JSONB,
    "basis" JSONB,
    "basis_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "thread" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "article_id" UUID,
    "highlight_id" UUID,
    "tag_id" UUID,
    "entity_id" UUID,
    "claim_id" UUID,
    "outcome" "outcome",
    "outcome_note" TEXT,
    "closed_by" UUID,
    "closed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "thread_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comment" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "body" JSONB NOT NULL,
    "text" TEXT NOT NULL,
    "blocks_approval" BOOLEAN NOT NULL DEFAULT false,
    "lifted_at" TIMESTAMPTZ(3),
    "lifted_by" UUID,
    "lift_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "edited_at" TIMESTAMPTZ(3),
    "deleted_at" TIMESTAMPTZ(3),
    "deleted_by" UUID,

    CONSTRAINT "comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comment_version" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "comment_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "comment_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "comment_id" UUID,
    "actor_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "session_secret_hash_key" ON "session"("secret_hash");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "sign_in_link_token_hash_key" ON "sign_in_link"("token_hash");

-- CreateIndex
CREATE INDEX "sign_in_link_user_id_idx" ON "sign_in_link"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "token_secret_hash_key" ON "token"("secret_hash");

-- CreateIndex
CREATE INDEX "token_user_id_idx" ON "token"("user_id");

-- CreateIndex
CREATE INDEX "account_event_user_id_at_idx" ON "account_event"("user_id", "at");

-- CreateIndex
CREATE INDEX "event_project_id_subject_id_seq_idx" ON "event"("project_id", "subject_id", "seq");

-- CreateIndex
CREATE INDEX "idempotency_answer_created_at_idx" ON "idempotency_answer"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "publisher_project_id_id_key" ON "publisher"("project_id", "id");

-- CreateIndex
CREATE INDEX "article_project_id_created_at_idx" ON "article"("project_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "article_project_id_id_key" ON "article"("project_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "article_version_article_id_number_key" ON "article_version"("article_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "article_version_project_id_id_key" ON "article_version"("project_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "article_version_project_id_article_id_id_key" ON "article_version"("project_id", "article_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "reading_article_version_id_reader_id_key" ON "reading"("article_version_id", "reader_id");

-- CreateIndex
CREATE INDEX "claim_project_id_status_updated_at_idx" ON "claim"("project_id", "status", "updated_at");

-- CreateIndex
CREATE UNIQUE INDEX "claim_project_id_id_key" ON "claim"("project_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "claim_id_wording_key" ON "claim"("id", "wording");

-- CreateIndex
CREATE UNIQUE INDEX "claim_project_id_id_created_by_key" ON "claim"("project_id", "id", "created_by");

-- CreateIndex
CREATE INDEX "claim_version_subject_id_idx" ON "claim_version"("subject_id");

-- CreateIndex
CREATE INDEX "claim_version_object_id_idx" ON "claim_version"("object_id");

-- CreateIndex
CREATE INDEX "claim_version_place_id_idx" ON "claim_version"("place_id");

-- CreateIndex
CREATE UNIQUE INDEX "claim_version_claim_id_number_key" ON "claim_version"("claim_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "claim_version_project_id_id_key" ON "claim_version"("project_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "claim_version_project_id_id_author_id_creator_id_key" ON "claim_version"("project_id", "id", "author_id", "creator_id");

-- CreateIndex
CREATE UNIQUE INDEX "assessment_claim_id_analyst_id_key" ON "assessment"("claim_id", "analyst_id");

-- CreateIndex
CREATE UNIQUE INDEX "assessment_project_id_id_key" ON "assessment"("project_id", "id");

-- CreateIndex
CREATE INDEX "entity_project_id_name_idx" ON "entity"("project_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "entity_project_id_id_key" ON "entity"("project_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "alias_entity_id_name_key" ON "alias"("entity_id", "name");

-- CreateIndex
CREATE INDEX "export_project_id_created_at_idx" ON "export"("project_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "export_project_id_id_key" ON "export"("project_id", "id");

-- CreateIndex
CREATE INDEX "highlight_article_id_start_idx" ON "highlight"("article_id", "start");

-- CreateIndex
CREATE UNIQUE INDEX "highlight_project_id_id_key" ON "highlight"("project_id", "id");

-- CreateIndex
CREATE INDEX "tag_highlight_id_idx" ON "tag"("highlight_id");

-- CreateIndex
CREATE INDEX "tag_entity_id_idx" ON "tag"("entity_id");

-- CreateIndex
CREATE INDEX "tag_claim_id_idx" ON "tag"("claim_id");

-- CreateIndex
CREATE INDEX "tag_project_id_created_at_idx" ON "tag"("project_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "tag_project_id_id_key" ON "tag"("project_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "tag_project_id_id_author_id_key" ON "tag"("project_id", "id", "author_id");

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE INDEX "member_user_id_idx" ON "member"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "member_project_id_user_id_key" ON "member"("project_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_project_id_id_key" ON "invitation"("project_id", "id");

-- CreateIndex
CREATE INDEX "review_tag_id_idx" ON "review"("tag_id");

-- CreateIndex
CREATE INDEX "review_claim_version_id_idx" ON "review"("claim_version_id");

-- CreateIndex
CREATE UNIQUE INDEX "review_project_id_id_key" ON "review"("project_id", "id");

-- CreateIndex
CREATE INDEX "thread_article_id_idx" ON "thread"("article_id");

-- CreateIndex
CREATE INDEX "thread_highlight_id_idx" ON "thread"("highlight_id");

-- CreateIndex
CREATE INDEX "thread_tag_id_idx" ON "thread"("tag_id");

-- CreateIndex
CREATE INDEX "thread_entity_id_idx" ON "thread"("entity_id");

-- CreateIndex
CREATE INDEX "thread_claim_id_idx" ON "thread"("claim_id");

-- CreateIndex
CREATE INDEX "thread_project_id_updated_at_idx" ON "thread"("project_id", "updated_at");

-- CreateIndex
CREATE UNIQUE INDEX "thread_project_id_id_key" ON "thread"("project_id", "id");

-- CreateIndex
CREATE INDEX "comment_thread_id_created_at_idx" ON "comment"("thread_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "comment_project_id_id_key" ON "comment"("project_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "comment_version_comment_id_number_key" ON "comment_version"("comment_id", "number");

-- CreateIndex
CREATE INDEX "notification_user_id_created_at_idx" ON "notification"("user_id", "created_at");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_in_link" ADD CONSTRAINT "sign_in_link_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "token" ADD CONSTRAINT "token_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_event" ADD CONSTRAINT "account_event_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "idempotency_answer" ADD CONSTRAINT "idempotency_answer_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publisher" ADD CONSTRAINT "publisher_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_project_id_created_by_fkey" FOREIGN KEY ("project_id", "created_by") REFERENCES "member"("project_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_project_id_publisher_id_fkey" FOREIGN KEY ("project_id", "publisher_id") REFERENCES "publisher"("project_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_project_id_relays_publisher_id_fkey" FOREIGN KEY ("project_id", "relays_publisher_id") REFERENCES "publisher"("project_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "article_version" ADD CONSTRAINT "article_version_project_id_article_id_fkey" FOREIGN KEY ("project_id", "article_id") REFERENCES "article"("project_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reading" ADD CONSTRAINT "reading_project_id_article_version_id_fkey" FOREIGN KEY ("project_id", "article_version_id") REFERENCES "article_version"("project_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reading" ADD CONSTRAINT "reading_project_id_reader_id_fkey" FOREIGN KEY ("project_id", "reader_id") REFERENCES "member"("project_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_project_id_created_by_fkey" FOREIGN KEY ("project_id", "created_by") REFERENCES "member"("project_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_id_wording_fkey" FOREIGN KEY ("id", "wording") REFERENCES "claim_version"("claim_id", "number") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "claim_version" ADD CONSTRAINT "claim_version_project_id_claim_id_creator_id_fkey" FOREIGN KEY ("project_id", "claim_id", "creator_id") REFERENCES "claim"("project_id", "id", "created_by") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_version" ADD CONSTRAINT "claim_version_project_id_author_id_fkey" FOREIGN KEY ("project_id", "author_id") REFERENCES "member"("project_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_version" ADD CONSTRAINT "claim_version_project_id_subject_id_fkey" FOREIGN KEY ("project_id", "subject_id") REFERENCES "entity"("project_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "claim_version" ADD CONSTRAINT "claim_version_project_id_object_id_fkey" FOREIGN KEY ("project_id", "object_id") REFERENCES "entity"("project_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "claim_version" ADD CONSTRAINT "claim_version_project_id_place_id_fkey" FOREIGN KEY ("project_id", "place_id") REFERENCES "entity"("project_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_project_id_claim_id_fkey" FOREIGN KEY ("project_id", "claim_id") REFERENCES "claim"("project_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_project_id_analyst_id_fkey" FOREIGN KEY ("project_id", "analyst_id") REFERENCES "member"("project_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entity" ADD CONSTRAINT "entity_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entity" ADD CONSTRAINT "entity_project_id_created_by_fkey" FOREIGN KEY ("project_id", "created_by") REFERENCES "member"("project_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entity" ADD CONSTRAINT "entity_project_id_institution_id_fkey" FOREIGN KEY ("project_id", "institution_id") REFERENCES "entity"("project_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "alias" ADD CONSTRAINT "alias_project_id_entity_id_fkey" FOREIGN KEY ("project_id", "entity_id") REFERENCES "entity"("project_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "export" ADD CONSTRAINT "export_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "export" ADD CONSTRAINT "export_project_id_created_by_fkey" FOREIGN KEY ("project_id", "created_by") REFERENCES "member"("project_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "highlight" ADD CONSTRAINT "highlight_project_id_article_id_fkey" FOREIGN KEY ("project_id", "article_id") REFERENCES "article"("project_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "highlight" ADD CONSTRAINT "highlight_project_id_article_id_article_version_id_fkey" FOREIGN KEY ("project_id", "article_id", "article_version_id") REFERENCES "article_version"("project_id", "article_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "highlight" ADD CONSTRAINT "highlight_project_id_author_id_fkey" FOREIGN KEY ("project_id", "author_id") REFERENCES "member"("project_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "highlight" ADD CONSTRAINT "highlight_project_id_translated_by_fkey" FOREIGN KEY ("project_id", "translated_by") REFERENCES "member"("project_id", "user_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tag" ADD CONSTRAINT "tag_project_id_highlight_id_fkey" FOREIGN KEY ("project_id", "highlight_id") REFERENCES "highlight"("project_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tag" ADD CONSTRAINT "tag_project_id_author_id_fkey" FOREIGN KEY ("project_id", "author_id") REFERENCES "member"("project_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tag" ADD CONSTRAINT "tag_project_id_entity_id_fkey" FOREIGN KEY ("project_id", "entity_id") REFERENCES "entity"("project_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tag" ADD CONSTRAINT "tag_project_id_claim_id_fkey" FOREIGN KEY ("project_id", "claim_id") REFERENCES "claim"("project_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tag" ADD CONSTRAINT "tag_project_id_speaker_id_fkey" FOREIGN KEY ("project_id", "speaker_id") REFERENCES "entity"("project_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tag" ADD CONSTRAINT "tag_project_id_via_id_fkey" FOREIGN KEY ("project_id", "via_id") REFERENCES "publisher"("project_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_project_id_tag_id_author_id_fkey" FOREIGN KEY ("project_id", "tag_id", "author_id") REFERENCES "tag"("project_id", "id", "author_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_project_id_claim_version_id_author_id_creator_id_fkey" FOREIGN KEY ("project_id", "claim_version_id", "author_id", "creator_id") REFERENCES "claim_version"("project_id", "id", "author_id", "creator_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_project_id_reviewer_id_fkey" FOREIGN KEY ("project_id", "reviewer_id") REFERENCES "member"("project_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread" ADD CONSTRAINT "thread_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread" ADD CONSTRAINT "thread_project_id_created_by_fkey" FOREIGN KEY ("project_id", "created_by") REFERENCES "member"("project_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread" ADD CONSTRAINT "thread_project_id_article_id_fkey" FOREIGN KEY ("project_id", "article_id") REFERENCES "article"("project_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "thread" ADD CONSTRAINT "thread_project_id_highlight_id_fkey" FOREIGN KEY ("project_id", "highlight_id") REFERENCES "highlight"("project_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "thread" ADD CONSTRAINT "thread_project_id_tag_id_fkey" FOREIGN KEY ("project_id", "tag_id") REFERENCES "tag"("project_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "thread" ADD CONSTRAINT "thread_project_id_entity_id_fkey" FOREIGN KEY ("project_id", "entity_id") REFERENCES "entity"("project_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "thread" ADD CONSTRAINT "thread_project_id_claim_id_fkey" FOREIGN KEY ("project_id", "claim_id") REFERENCES "claim"("project_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_project_id_thread_id_fkey" FOREIGN KEY ("project_id", "thread_id") REFERENCES "thread"("project_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_project_id_author_id_fkey" FOREIGN KEY ("project_id", "author_id") REFERENCES "member"("project_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_version" ADD CONSTRAINT "comment_version_project_id_comment_id_fkey" FOREIGN KEY ("project_id", "comment_id") REFERENCES "comment"("project_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_project_id_user_id_fkey" FOREIGN KEY ("project_id", "user_id") REFERENCES "member"("project_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_project_id_comment_id_fkey" FOREIGN KEY ("project_id", "comment_id") REFERENCES "comment"("project_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- ── What Prisma cannot write ────────────────────────────────────────────────────────────────────────────────────────

-- A claim and its first version name each other: both exist when the transaction ends.
ALTER TABLE "claim" ALTER CONSTRAINT "claim_id_wording_fkey" DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE project ADD CONSTRAINT project_name_blank CHECK (btrim(name) <> '');
ALTER TABLE project ADD CONSTRAINT project_approvals CHECK (approvals_needed BETWEEN 1 AND 10);
ALTER TABLE publisher ADD CONSTRAINT publisher_name_blank CHECK (btrim(name) <> '');
ALTER TABLE publisher ADD CONSTRAINT publisher_reliability CHECK (reliability IN ('A', 'B', 'C', 'D', 'E', 'F'));
ALTER TABLE article ADD CONSTRAINT article_published CHECK (published_from <= published_to AND num_nonnulls(published_from, published_to, published_precision) IN (0, 3));
ALTER TABLE article ADD CONSTRAINT article_retracted CHECK (num_nonnulls(retracted_at, retracted_by, retracted_reason) IN (0, 3));
ALTER TABLE article_version ADD CONSTRAINT article_version_length CHECK (length > 0 AND length <= 5000000 AND number > 0);
ALTER TABLE highlight ADD CONSTRAINT highlight_span CHECK (0 <= start AND start < "end");
ALTER TABLE highlight ADD CONSTRAINT highlight_quote CHECK (length(quote) > 0);
ALTER TABLE highlight ADD CONSTRAINT highlight_translation CHECK ((translation IS NULL) = (translated_by IS NULL));
ALTER TABLE tag ADD CONSTRAINT tag_one_target CHECK (num_nonnulls(entity_id, claim_id) = 1);
ALTER TABLE tag ADD CONSTRAINT tag_stance CHECK ((claim_id IS NULL) = (stance IS NULL));
ALTER TABLE tag ADD CONSTRAINT tag_confidence CHECK (confidence BETWEEN 0 AND 100);
ALTER TABLE tag ADD CONSTRAINT tag_mention_plain CHECK (claim_id IS NOT NULL OR (num_nonnulls(speaker_id, via_id, via_on, implied_how) = 0 AND NOT denies AND NOT implied));
ALTER TABLE entity ADD CONSTRAINT entity_name_blank CHECK (btrim(name) <> '' AND btrim(type) <> '');
ALTER TABLE claim_version ADD CONSTRAINT claim_version_statement CHECK (btrim(statement) <> '');
ALTER TABLE claim_version ADD CONSTRAINT claim_version_object CHECK (num_nonnulls(object_id, value) <= 1);
ALTER TABLE claim_version ADD CONSTRAINT claim_version_period CHECK (period_from <= period_to);
ALTER TABLE assessment ADD CONSTRAINT assessment_likelihood CHECK (likelihood BETWEEN 1 AND 99 AND num_nonnulls(band, likelihood) <= 1);
ALTER TABLE assessment ADD CONSTRAINT assessment_credibility CHECK (credibility BETWEEN 1 AND 6);
ALTER TABLE review ADD CONSTRAINT review_one_subject CHECK (num_nonnulls(tag_id, claim_version_id) = 1 AND (tag_id IS NULL) = (tag_version IS NULL) AND (claim_version_id IS NULL) = (creator_id IS NULL));
ALTER TABLE review ADD CONSTRAINT review_own_work CHECK (reviewer_id <> author_id);
ALTER TABLE review ADD CONSTRAINT review_own_claim CHECK (verdict <> 'accept' OR creator_id IS NULL OR reviewer_id <> creator_id);
ALTER TABLE thread ADD CONSTRAINT thread_one_home CHECK (num_nonnulls(article_id, highlight_id, tag_id, entity_id, claim_id) = 1);
ALTER TABLE thread ADD CONSTRAINT thread_closed CHECK (num_nonnulls(outcome, closed_by, closed_at) IN (0, 3));
ALTER TABLE comment ADD CONSTRAINT comment_lifted CHECK (num_nonnulls(lifted_at, lifted_by, lift_reason) IN (0, 3) AND (lifted_at IS NULL OR blocks_approval));

CREATE UNIQUE INDEX article_bytes ON article (project_id, sha256) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX publisher_live_name ON publisher (project_id, lower(name)) WHERE deleted_at IS NULL;
CREATE INDEX notification_unread ON notification (user_id) WHERE read_at IS NULL;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '%_immutable: rows of % are never changed', TG_TABLE_NAME, TG_TABLE_NAME USING ERRCODE = '55000', CONSTRAINT = TG_TABLE_NAME || '_immutable'; END $$;
CREATE TRIGGER article_version_immutable BEFORE UPDATE OR DELETE ON article_version FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER claim_version_immutable BEFORE UPDATE OR DELETE ON claim_version FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER comment_version_immutable BEFORE UPDATE OR DELETE ON comment_version FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER event_immutable BEFORE UPDATE OR DELETE ON event FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER export_immutable BEFORE UPDATE OR DELETE ON export FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- ── The role that every request works under ─────────────────────────────────────────────────────────────────────────

DO $$ BEGIN CREATE ROLE claimbench_app NOLOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
-- PostgreSQL 15 does not know SET apart from membership.
DO $$ BEGIN
  IF NOT pg_has_role(CURRENT_USER, 'claimbench_app', CASE WHEN current_setting('server_version_num')::int < 160000 THEN 'MEMBER' ELSE 'SET' END)
  THEN GRANT claimbench_app TO CURRENT_USER; END IF;
END $$;
GRANT USAGE ON SCHEMA public TO claimbench_app;
GRANT SELECT (id, name, email, created_at, disabled_at) ON "user" TO claimbench_app;
GRANT SELECT, INSERT, UPDATE ON project, member, invitation, publisher, article, highlight, tag, entity, alias, claim, assessment,
  review, thread, comment, notification, reading, session, token TO claimbench_app;
GRANT SELECT, INSERT ON article_version, claim_version, comment_version, event, export, idempotency_answer, account_event TO claimbench_app;
GRANT DELETE ON alias, reading TO claimbench_app;

CREATE FUNCTION app_projects() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT NULLIF(current_setting('app.projects', true), '')::uuid[] $$;
CREATE FUNCTION app_user_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT NULLIF(current_setting('app.user', true), '')::uuid $$;

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['member', 'invitation', 'publisher', 'article', 'article_version', 'highlight', 'tag', 'entity', 'alias', 'claim',
    'claim_version', 'assessment', 'review', 'thread', 'comment', 'comment_version', 'reading', 'event', 'export'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY project ON %I USING (project_id = ANY ((SELECT app_projects())::uuid[]))', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['session', 'sign_in_link', 'token', 'account_event', 'idempotency_answer'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own ON %I USING (user_id = (SELECT app_user_id()))', t);
  END LOOP;
END $$;
ALTER TABLE project ENABLE ROW LEVEL SECURITY;
CREATE POLICY project ON project USING (id = ANY ((SELECT app_projects())::uuid[]));
-- An inbox is its owner's; everybody in the project may put a line into it.
ALTER TABLE notification ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON notification USING (project_id = ANY ((SELECT app_projects())::uuid[]) AND user_id = (SELECT app_user_id()))
  WITH CHECK (project_id = ANY ((SELECT app_projects())::uuid[]));

-- ── The write path ──────────────────────────────────────────────────────────────────────────────────────────────────

-- What was answered to this key before, or null. Read after the lock: two equal requests would otherwise both miss.
CREATE FUNCTION stored_answer(p_user uuid, p_key text, p_request bytea) RETURNS json LANGUAGE plpgsql STABLE AS $$
DECLARE v_old record;
BEGIN
  IF p_key IS NULL THEN RETURN NULL; END IF;
  SELECT request_hash, status, body INTO v_old FROM idempotency_answer WHERE user_id = p_user AND key = p_key;
  IF NOT FOUND THEN RETURN NULL; END IF;
  IF v_old.request_hash <> p_request THEN RETURN json_build_object('state', 'key-reused'); END IF;
  RETURN json_build_object('state', 'replay', 'status', v_old.status, 'body', v_old.body);
END $$;

CREATE FUNCTION now_text() RETURNS text LANGUAGE sql VOLATILE AS
  $$ SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') $$;

-- First statement of every write in a project. Runs as the connecting user until its last line, which takes the app role for the
-- rest of the transaction. Answers one json (not jsonb: it would reorder the keys of a replayed answer):
-- {state: 'missing'} · {state: 'replay' | 'key-reused', …} · {state: 'go', projectId, role, seq, hash, now}
CREATE FUNCTION begin_write(p_user uuid, p_subject text, p_id uuid, p_key text, p_request bytea) RETURNS json LANGUAGE plpgsql AS $$
DECLARE v_project uuid; v_role text; v_seq bigint; v_hash bytea; v_answer json;
BEGIN
  IF p_subject = 'project' THEN v_project := p_id;
  ELSIF p_subject IN ('article', 'highlight', 'entity', 'claim', 'tag', 'review', 'thread', 'comment', 'export', 'publisher', 'member', 'invitation') THEN
    EXECUTE format('SELECT project_id FROM %I WHERE id = $1', p_subject) INTO v_project USING p_id;
  ELSE RAISE EXCEPTION 'begin_write: unknown subject %', p_subject; END IF;
  -- Asked before the lock as well, so that an outsider never holds a project's head.
  PERFORM 1 FROM member WHERE project_id = v_project AND user_id = p_user AND deleted_at IS NULL;
  IF NOT FOUND THEN RETURN json_build_object('state', 'missing'); END IF;
  SELECT head_seq, head_hash INTO v_seq, v_hash FROM project WHERE id = v_project FOR NO KEY UPDATE;
  SELECT role INTO v_role FROM member WHERE project_id = v_project AND user_id = p_user AND deleted_at IS NULL;
  IF v_role IS NULL THEN RETURN json_build_object('state', 'missing'); END IF;
  v_answer := stored_answer(p_user, p_key, p_request);
  IF v_answer IS NOT NULL THEN RETURN v_answer; END IF;
  PERFORM set_config('app.projects', format('{%s}', v_project), true), set_config('app.user', p_user::text, true),
          set_config('role', 'claimbench_app', true);
  RETURN json_build_object('state', 'go', 'projectId', v_project, 'role', v_role, 'seq', v_seq, 'hash', encode(v_hash, 'hex'), 'now', now_text());
END $$;

-- First statement of a write on one's own account: the user row is the lock.
CREATE FUNCTION begin_account(p_user uuid, p_key text, p_request bytea) RETURNS json LANGUAGE plpgsql AS $$
DECLARE v_answer json;
BEGIN
  PERFORM 1 FROM "user" WHERE id = p_user AND disabled_at IS NULL FOR NO KEY UPDATE;
  IF NOT FOUND THEN RETURN json_build_object('state', 'missing'); END IF;
  v_answer := stored_answer(p_user, p_key, p_request);
  IF v_answer IS NOT NULL THEN RETURN v_answer; END IF;
  PERFORM set_config('app.projects', '{}', true), set_config('app.user', p_user::text, true), set_config('role', 'claimbench_app', true);
  RETURN json_build_object('state', 'go', 'now', now_text());
END $$;

-- An account write that makes or joins a project steps into it: its head is locked and its rows become visible.
CREATE FUNCTION enter_project(p_project uuid) RETURNS json LANGUAGE plpgsql AS $$
DECLARE v_seq bigint; v_hash bytea;
BEGIN
  PERFORM set_config('app.projects', format('{%s}', p_project), true);
  SELECT head_seq, head_hash INTO v_seq, v_hash FROM project WHERE id = p_project FOR NO KEY UPDATE;
  RETURN json_build_object('seq', coalesce(v_seq, 0), 'hash', encode(coalesce(v_hash, '\x00'), 'hex'));
END $$;

-- What the chain covers, byte for byte; `verify` reads the same function.
CREATE FUNCTION event_hash(p_prev bytea, p_project uuid, p_seq bigint, p_type text, p_subject_type text, p_subject uuid, p_version int,
                           p_actor uuid, p_at timestamptz, p_fields text[]) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
  SELECT sha256(p_prev || convert_to(concat_ws(E'\x1f', p_project, p_seq, p_type, p_subject_type, p_subject, p_version, p_actor,
    (extract(epoch FROM p_at) * 1000)::bigint, array_to_string(p_fields, ',')), 'UTF8')) $$;

CREATE FUNCTION store_answer(p_user uuid, p_now timestamptz, p_key text, p_request bytea, p_status int, p_body json) RETURNS void LANGUAGE sql AS $$
  INSERT INTO idempotency_answer (user_id, key, request_hash, status, body, created_at)
  SELECT p_user, p_key, p_request, p_status, p_body, p_now WHERE p_key IS NOT NULL $$;

-- Last statement of every write: the events with their chain, the head, the stored answer, the wake-up call.
CREATE FUNCTION end_write(p_user uuid, p_project uuid, p_seq bigint, p_hash bytea, p_now timestamptz, p_events jsonb,
                          p_key text, p_request bytea, p_status int, p_body json) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE e jsonb; v_fields text[]; v_seq bigint := p_seq; v_hash bytea := p_hash;
BEGIN
  FOR e IN SELECT value FROM jsonb_array_elements(p_events) LOOP
    v_seq := v_seq + 1;
    v_fields := ARRAY(SELECT jsonb_array_elements_text(e->'fields'));
    v_hash := event_hash(v_hash, p_project, v_seq, e->>'type', e->>'subjectType', (e->>'subjectId')::uuid, (e->>'version')::int, p_user, p_now, v_fields);
    INSERT INTO event (project_id, seq, type, subject_type, subject_id, version, actor_id, at, fields, hash)
    VALUES (p_project, v_seq, e->>'type', e->>'subjectType', (e->>'subjectId')::uuid, (e->>'version')::int, p_user, p_now, v_fields, v_hash);
  END LOOP;
  IF v_seq > p_seq THEN
    UPDATE project SET head_seq = v_seq, head_hash = v_hash WHERE id = p_project;
    PERFORM pg_notify('claimbench', p_project || ' ' || v_seq);
  END IF;
  PERFORM store_answer(p_user, p_now, p_key, p_request, p_status, p_body);
  RETURN v_seq;
END $$;

-- Last statement of an account write.
CREATE FUNCTION end_account(p_user uuid, p_now timestamptz, p_events jsonb, p_key text, p_request bytea, p_status int, p_body json) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO account_event (id, user_id, type, subject_type, subject_id, at)
  SELECT gen_random_uuid(), p_user, value->>'type', value->>'subjectType', (value->>'subjectId')::uuid, p_now FROM jsonb_array_elements(p_events);
  PERFORM store_answer(p_user, p_now, p_key, p_request, p_status, p_body);
END $$;
