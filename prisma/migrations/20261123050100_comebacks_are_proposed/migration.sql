-- The earlier order that this visit comes back for, as the adviser answered the proposal; no order and an answer means that it is none.
ALTER TABLE "Visit"
  ADD COLUMN "comebackOfId" UUID,
  ADD COLUMN "comebackAnsweredAt" TIMESTAMPTZ(3),
  ADD COLUMN "comebackAnsweredById" UUID,
  ADD CONSTRAINT comeback_was_answered CHECK ("comebackOfId" IS NULL OR "comebackAnsweredAt" IS NOT NULL),
  ADD CONSTRAINT "Visit_dealershipId_comebackOfId_fkey" FOREIGN KEY ("dealershipId", "comebackOfId") REFERENCES "RepairOrder"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  ADD CONSTRAINT "Visit_dealershipId_comebackAnsweredById_fkey" FOREIGN KEY ("dealershipId", "comebackAnsweredById") REFERENCES "Staff"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
CREATE INDEX "Visit_dealershipId_comebackOfId_idx" ON "Visit"("dealershipId", "comebackOfId");
CREATE INDEX "Visit_dealershipId_comebackAnsweredById_idx" ON "Visit"("dealershipId", "comebackAnsweredById");
