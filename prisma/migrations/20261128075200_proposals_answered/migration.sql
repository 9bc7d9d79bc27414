-- What the author made of a proposed fix: taken, and what that led to, or declined with a reason.

-- CreateEnum
CREATE TYPE "reply" AS ENUM ('taken', 'declined');

-- AlterTable
ALTER TABLE "review" ADD COLUMN     "led_to" INTEGER,
ADD COLUMN     "replied_at" TIMESTAMPTZ(3),
ADD COLUMN     "reply" "reply",
ADD COLUMN     "reply_reason" TEXT;

ALTER TABLE review ADD CONSTRAINT review_reply CHECK ((reply IS NULL) = (replied_at IS NULL) AND (reply IS NULL OR proposal IS NOT NULL));
ALTER TABLE review ADD CONSTRAINT review_taken CHECK ((reply IS NOT NULL AND reply = 'taken') = (led_to IS NOT NULL));
ALTER TABLE review ADD CONSTRAINT review_declined CHECK (reply IS DISTINCT FROM 'declined' OR coalesce(btrim(reply_reason), '') <> '');
