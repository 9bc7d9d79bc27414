-- What was graded in three ways is graded in one: the credibility of a claim leaves the assessment, and the reliability that a
-- lead gave a publisher is its settled grade.

-- AlterTable
ALTER TABLE "grade" ADD COLUMN "claim_id" UUID;

-- CreateIndex
CREATE INDEX "grade_claim_id_idx" ON "grade"("claim_id");

-- AddForeignKey
ALTER TABLE "grade" ADD CONSTRAINT "grade_project_id_claim_id_fkey" FOREIGN KEY ("project_id", "claim_id") REFERENCES "claim"("project_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE grade DROP CONSTRAINT grade_one_subject;
ALTER TABLE grade ADD CONSTRAINT grade_one_subject CHECK (num_nonnulls(publisher_id, entity_id, tag_id, claim_id) = 1);
ALTER TABLE grade DROP CONSTRAINT grade_mark;
ALTER TABLE grade ADD CONSTRAINT grade_mark CHECK (CASE WHEN coalesce(tag_id, claim_id) IS NULL THEN mark ~ '^[A-F]$' ELSE mark ~ '^[1-6]$' END);
DROP INDEX grade_live;
CREATE UNIQUE INDEX grade_live ON grade (analyst_id, coalesce(publisher_id, entity_id, tag_id, claim_id)) WHERE deleted_at IS NULL AND NOT settled;
DROP INDEX grade_settled;
CREATE UNIQUE INDEX grade_settled ON grade (coalesce(publisher_id, entity_id, tag_id, claim_id)) WHERE deleted_at IS NULL AND settled;

INSERT INTO grade (id, project_id, claim_id, mark, analyst_id, created_at)
SELECT gen_random_uuid(), project_id, claim_id, credibility::text, analyst_id, updated_at FROM assessment WHERE credibility IS NOT NULL;
-- What said nothing else is said by the grade now.
DELETE FROM assessment WHERE num_nonnulls(likelihood, band, analytic_confidence, rationale) = 0;

-- By whoever last said so in the log; where it does not tell, by the first lead of the project.
INSERT INTO grade (id, project_id, publisher_id, mark, settled, analyst_id, created_at)
SELECT gen_random_uuid(), p.project_id, p.id, p.reliability, true, said.by, said.at FROM publisher p
CROSS JOIN LATERAL (
  SELECT e.actor_id AS by, e.at, e.seq FROM event e
  WHERE e.project_id = p.project_id AND e.subject_id = p.id AND (e.type = 'publisher.added' OR e.type = 'publisher.saved' AND 'reliability' = ANY (e.fields))
  UNION ALL
  SELECT m.user_id, p.created_at, 0 FROM member m WHERE m.project_id = p.project_id AND m.role = 'lead'
  ORDER BY 3 DESC, 2, 1 LIMIT 1
) AS said
WHERE p.reliability IS NOT NULL AND p.deleted_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM grade g WHERE g.publisher_id = p.id AND g.settled AND g.deleted_at IS NULL);

-- AlterTable
ALTER TABLE "assessment" DROP COLUMN "credibility";

-- AlterTable
ALTER TABLE "publisher" DROP COLUMN "reliability";
