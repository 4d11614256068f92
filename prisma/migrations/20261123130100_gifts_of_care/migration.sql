-- A gift that is promised with a greeting and collected at the store (X-CRM-18).
ALTER TABLE "ContactTask"
  ADD COLUMN gift TEXT NOT NULL DEFAULT '',
  ADD COLUMN "giftGivenAt" TIMESTAMPTZ(3),
  ADD COLUMN "giftGivenById" UUID,
  ADD CONSTRAINT "ContactTask_dealershipId_giftGivenById_fkey" FOREIGN KEY ("dealershipId", "giftGivenById")
    REFERENCES "Staff" ("dealershipId", id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  ADD CONSTRAINT task_gift_was_promised CHECK ("giftGivenAt" IS NULL OR gift <> '');
CREATE INDEX "ContactTask_dealershipId_giftGivenById_idx" ON "ContactTask" ("dealershipId", "giftGivenById");
