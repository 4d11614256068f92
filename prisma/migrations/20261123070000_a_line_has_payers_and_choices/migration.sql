-- Who bears a part of a line beside its payer: a share of it, or an amount. The payer of the line bears the rest.
CREATE TABLE "JobShare" (
  "dealershipId" UUID NOT NULL,
  "id" UUID NOT NULL,
  "jobId" UUID NOT NULL,
  "payer" "Payer" NOT NULL,
  "shareBp" INTEGER,
  "amountFen" INTEGER,
  CONSTRAINT "JobShare_pkey" PRIMARY KEY ("dealershipId", "id"),
  CONSTRAINT job_share_has_one_measure CHECK (("shareBp" IS NULL) <> ("amountFen" IS NULL)),
  CONSTRAINT job_share_is_a_part CHECK (("shareBp" IS NULL OR "shareBp" BETWEEN 1 AND 10000) AND ("amountFen" IS NULL OR "amountFen" > 0))
);
CREATE UNIQUE INDEX "JobShare_dealershipId_jobId_payer_key" ON "JobShare"("dealershipId", "jobId", "payer");
ALTER TABLE "JobShare" ADD CONSTRAINT "JobShare_dealershipId_fkey"
  FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "JobShare" ADD CONSTRAINT "JobShare_dealershipId_jobId_fkey"
  FOREIGN KEY ("dealershipId", "jobId") REFERENCES "Job"("dealershipId", "id") ON DELETE CASCADE ON UPDATE RESTRICT;
ALTER TABLE "JobShare" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "JobShare" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "JobShare" USING ("dealershipId" = app_dealership()) WITH CHECK ("dealershipId" = app_dealership());

-- Alternatives of one job share a choice; one of them is chosen and counts.
ALTER TABLE "Job" ADD COLUMN "choiceId" UUID, ADD COLUMN "chosen" BOOLEAN NOT NULL DEFAULT true,
  ADD COLUMN "setAsideAt" TIMESTAMPTZ(3), ADD COLUMN "deferredTo" DATE, ADD COLUMN "pricedById" UUID;
ALTER TABLE "Job" ADD CONSTRAINT job_alone_is_chosen CHECK ("chosen" OR "choiceId" IS NOT NULL);
ALTER TABLE "Job" ADD CONSTRAINT job_deferred_is_declined CHECK ("deferredTo" IS NULL OR "status" = 'declined');
CREATE UNIQUE INDEX job_one_of_a_choice ON "Job"("dealershipId", "choiceId") WHERE "chosen" AND "choiceId" IS NOT NULL;
CREATE INDEX "Job_dealershipId_pricedById_idx" ON "Job"("dealershipId", "pricedById");
ALTER TABLE "Job" ADD CONSTRAINT "Job_dealershipId_pricedById_fkey"
  FOREIGN KEY ("dealershipId", "pricedById") REFERENCES "AdditionalWork"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- Why another time was promised than the one that was worked out.
ALTER TABLE "RepairOrder" ADD COLUMN "promiseReason" TEXT NOT NULL DEFAULT '', ADD COLUMN "suggestedAt" TIMESTAMPTZ(3);
