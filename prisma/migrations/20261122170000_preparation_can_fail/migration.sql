-- What cannot be had is said with its reason, and the booking has to be moved (S1-73). The reception is prepared when a car is expected.
ALTER TYPE "PreparationKind" ADD VALUE 'reception';
ALTER TABLE "PreparationTask"
  ADD COLUMN "failedAt" TIMESTAMPTZ(3),
  ADD COLUMN "failedById" UUID,
  ADD COLUMN "failedReason" TEXT,
  ADD CONSTRAINT preparation_done_or_failed CHECK ("doneAt" IS NULL OR "failedAt" IS NULL),
  ADD CONSTRAINT preparation_fails_with_reason CHECK (("failedAt" IS NULL) = ("failedReason" IS NULL));
CREATE INDEX "PreparationTask_open_idx" ON "PreparationTask"("dealershipId", "appointmentId") WHERE "doneAt" IS NULL;
