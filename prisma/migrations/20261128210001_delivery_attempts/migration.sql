-- What came of each try of a delivery, for whoever looks into why a receiver fails; no more of them than tries are made.

-- AlterTable
ALTER TABLE "delivery" ADD COLUMN "attempts" JSONB NOT NULL DEFAULT '[]';
