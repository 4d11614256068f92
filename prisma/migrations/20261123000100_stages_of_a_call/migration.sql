-- The stages of a call that the caller ticked while calling.
ALTER TABLE "ContactAttempt" ADD COLUMN "callStages" text[] NOT NULL DEFAULT '{}';
