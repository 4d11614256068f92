-- A message or letter is a try that nobody has answered yet: it is kept with the calls and counts in no rate.
ALTER TABLE "ContactAttempt"
  ADD COLUMN "written" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "callSteps" TEXT[] NOT NULL DEFAULT '{}',
  ADD CONSTRAINT contact_attempt_written_is_unanswered CHECK (NOT "written" OR (NOT "reached" AND NOT "booked"));
