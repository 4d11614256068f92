-- What was told when somebody joined the waiting list goes to the booking that is offered (S1-30).
ALTER TABLE "WaitingEntry" ADD COLUMN "told" JSONB NOT NULL DEFAULT '{}';
ALTER TABLE "WaitingEntry" ADD CONSTRAINT waiting_told CHECK (jsonb_typeof("told") = 'object' AND length("told"::text) <= 20000);
