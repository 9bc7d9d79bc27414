-- Whom an export calls "Protected source 1", 2 and so on, so that what is shown beside its file says the same.

-- AlterTable
ALTER TABLE "export" ADD COLUMN     "protected_ids" UUID[] DEFAULT ARRAY[]::UUID[];
