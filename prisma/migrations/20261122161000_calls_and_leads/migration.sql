-- How long the call took that led to a booking, and what of its four steps was done (S1-98, S1-100, S1-102).
ALTER TABLE "Appointment" ADD COLUMN "callSeconds" INTEGER, ADD COLUMN "callSteps" TEXT[];
ALTER TABLE "Appointment"
  ADD CONSTRAINT call_seconds CHECK ("callSeconds" BETWEEN 0 AND 36000),
  ADD CONSTRAINT call_steps CHECK ("callSteps" <@ ARRAY['ownName', 'purpose', 'summary', 'customerFirst']);

-- A need that a customer let show, and what became of it (S1-94).
CREATE TYPE "LeadOutcome" AS ENUM ('open', 'won', 'lost');
CREATE TABLE "Lead" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "vehicleId" UUID,
    "text" TEXT NOT NULL,
    "outcome" "LeadOutcome" NOT NULL DEFAULT 'open',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID,
    "settledAt" TIMESTAMPTZ(3),
    "settledById" UUID,
    CONSTRAINT "Lead_pkey" PRIMARY KEY ("dealershipId","id"),
    CONSTRAINT lead_settled CHECK ((outcome = 'open') = ("settledAt" IS NULL))
);
CREATE INDEX "Lead_dealershipId_customerId_idx" ON "Lead"("dealershipId", "customerId");
CREATE INDEX "Lead_dealershipId_vehicleId_idx" ON "Lead"("dealershipId", "vehicleId");
ALTER TABLE "Lead" ADD CONSTRAINT "Lead_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Lead" ADD CONSTRAINT "Lead_dealershipId_customerId_fkey" FOREIGN KEY ("dealershipId", "customerId") REFERENCES "Customer"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "Lead" ADD CONSTRAINT "Lead_dealershipId_vehicleId_fkey" FOREIGN KEY ("dealershipId", "vehicleId") REFERENCES "Vehicle"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "Lead" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Lead" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "Lead" USING ("dealershipId" = app_dealership()) WITH CHECK ("dealershipId" = app_dealership());

-- A manager's marks for a call: listening, voice, choice of words (S1-101). A call is a try of a reminder or the call of a booking.
CREATE TABLE "CallScore" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "attemptId" UUID,
    "appointmentId" UUID,
    "listening" INTEGER NOT NULL,
    "voice" INTEGER NOT NULL,
    "words" INTEGER NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "CallScore_pkey" PRIMARY KEY ("dealershipId","id"),
    CONSTRAINT score_of_one_call CHECK (num_nonnulls("attemptId", "appointmentId") = 1),
    CONSTRAINT score_range CHECK ("listening" BETWEEN 1 AND 5 AND "voice" BETWEEN 1 AND 5 AND "words" BETWEEN 1 AND 5)
);
CREATE UNIQUE INDEX "CallScore_dealershipId_attemptId_key" ON "CallScore"("dealershipId", "attemptId");
CREATE UNIQUE INDEX "CallScore_dealershipId_appointmentId_key" ON "CallScore"("dealershipId", "appointmentId");
CREATE INDEX "CallScore_dealershipId_byId_idx" ON "CallScore"("dealershipId", "byId");
ALTER TABLE "CallScore" ADD CONSTRAINT "CallScore_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "CallScore" ADD CONSTRAINT "CallScore_dealershipId_attemptId_fkey" FOREIGN KEY ("dealershipId", "attemptId") REFERENCES "ContactAttempt"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "CallScore" ADD CONSTRAINT "CallScore_dealershipId_appointmentId_fkey" FOREIGN KEY ("dealershipId", "appointmentId") REFERENCES "Appointment"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "CallScore" ADD CONSTRAINT "CallScore_dealershipId_byId_fkey" FOREIGN KEY ("dealershipId", "byId") REFERENCES "Staff"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "CallScore" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "CallScore" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "CallScore" USING ("dealershipId" = app_dealership()) WITH CHECK ("dealershipId" = app_dealership());
