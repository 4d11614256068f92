-- The call after a missed booking belongs to the same log (S1-79): whether thanked, and the new date if there is one (F06).
ALTER TYPE "ConfirmationStage" ADD VALUE 'missed';
ALTER TABLE "AppointmentConfirmation"
  ADD COLUMN "thanked" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "newStartsAt" TIMESTAMPTZ(3);
