-- Claims with structure: what a value means beside its words, and periods whose ends are known more or less exactly.

-- AlterTable
ALTER TABLE "claim_version" ADD COLUMN     "period_ends" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "period_from_about" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "period_from_latest" DATE,
ADD COLUMN     "period_said_on" DATE,
ADD COLUMN     "period_starts" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "period_to_about" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "period_to_earliest" DATE,
ADD COLUMN     "value_about" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "value_from" DATE,
ADD COLUMN     "value_high" DOUBLE PRECISION,
ADD COLUMN     "value_low" DOUBLE PRECISION,
ADD COLUMN     "value_to" DATE,
ADD COLUMN     "value_unit" TEXT;

-- The ends of periods that are there already are days.
ALTER TABLE claim_version DISABLE TRIGGER claim_version_immutable;
UPDATE claim_version SET period_from_latest = period_from, period_to_earliest = period_to;
ALTER TABLE claim_version ENABLE TRIGGER claim_version_immutable;

ALTER TABLE claim_version ADD CONSTRAINT claim_version_period_from CHECK (num_nonnulls(period_from, period_from_latest) IN (0, 2) AND period_from <= period_from_latest
  AND (period_from IS NOT NULL OR NOT (period_starts OR period_from_about)));
ALTER TABLE claim_version ADD CONSTRAINT claim_version_period_to CHECK (num_nonnulls(period_to_earliest, period_to) IN (0, 2) AND period_to_earliest <= period_to
  AND (period_to IS NOT NULL OR NOT (period_ends OR period_to_about)));
ALTER TABLE claim_version ADD CONSTRAINT claim_version_period_said_on CHECK (period_said_on IS NULL OR period_note IS NOT NULL);
-- A value means a number or a date, never both; neither stands without the words that it was read from.
ALTER TABLE claim_version ADD CONSTRAINT claim_version_reading CHECK (value IS NOT NULL OR (num_nonnulls(value_low, value_high, value_unit, value_from, value_to) = 0 AND NOT value_about));
ALTER TABLE claim_version ADD CONSTRAINT claim_version_reading_date CHECK (num_nonnulls(value_from, value_to) IN (0, 2) AND value_from <= value_to
  AND (value_from IS NULL OR num_nonnulls(value_low, value_high, value_unit) = 0));
ALTER TABLE claim_version ADD CONSTRAINT claim_version_reading_number CHECK (value_low <= value_high AND value_low > '-Infinity' AND value_low < 'Infinity' AND value_high > '-Infinity' AND value_high < 'Infinity'
  AND (value_unit IS NULL OR num_nonnulls(value_low, value_high) > 0) AND (NOT value_about OR num_nonnulls(value_low, value_high, value_from) > 0));
