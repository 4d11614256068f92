-- Who waits for a place: offered what becomes free in the order of joining, one place to one person.
CREATE TYPE "WaitingStatus" AS ENUM ('waiting', 'offered', 'taken', 'expired', 'withdrawn');
CREATE TABLE "WaitingEntry" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "status" "WaitingStatus" NOT NULL DEFAULT 'waiting',
    "customerId" UUID NOT NULL,
    "vehicleId" UUID NOT NULL,
    "packageIds" UUID[],
    "wishes" TEXT[],
    "firstDay" DATE NOT NULL,
    "lastDay" DATE NOT NULL,
    "parts" TEXT[],
    "adviserId" UUID,
    "waiting" "WaitingMode" NOT NULL DEFAULT 'waits',
    "channel" "Channel" NOT NULL,
    "appointmentId" UUID,
    "offeredAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "WaitingEntry_pkey" PRIMARY KEY ("dealershipId","id"),
    CONSTRAINT waiting_days CHECK ("firstDay" <= "lastDay"),
    CONSTRAINT waiting_parts CHECK ("parts" <@ ARRAY['morning', 'afternoon']),
    CONSTRAINT waiting_offer CHECK (status NOT IN ('offered', 'taken') OR "appointmentId" IS NOT NULL)
);
CREATE UNIQUE INDEX waiting_once ON "WaitingEntry"("dealershipId", "vehicleId") WHERE status IN ('waiting', 'offered');
CREATE UNIQUE INDEX "WaitingEntry_dealershipId_appointmentId_key" ON "WaitingEntry"("dealershipId", "appointmentId");
CREATE INDEX "WaitingEntry_dealershipId_status_createdAt_idx" ON "WaitingEntry"("dealershipId", "status", "createdAt");
CREATE INDEX "WaitingEntry_dealershipId_customerId_idx" ON "WaitingEntry"("dealershipId", "customerId");
CREATE INDEX "WaitingEntry_dealershipId_vehicleId_idx" ON "WaitingEntry"("dealershipId", "vehicleId");
CREATE INDEX "WaitingEntry_dealershipId_adviserId_idx" ON "WaitingEntry"("dealershipId", "adviserId");
ALTER TABLE "WaitingEntry" ADD CONSTRAINT "WaitingEntry_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "WaitingEntry" ADD CONSTRAINT "WaitingEntry_dealershipId_customerId_fkey" FOREIGN KEY ("dealershipId", "customerId") REFERENCES "Customer"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "WaitingEntry" ADD CONSTRAINT "WaitingEntry_dealershipId_vehicleId_fkey" FOREIGN KEY ("dealershipId", "vehicleId") REFERENCES "Vehicle"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "WaitingEntry" ADD CONSTRAINT "WaitingEntry_dealershipId_adviserId_fkey" FOREIGN KEY ("dealershipId", "adviserId") REFERENCES "Staff"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "WaitingEntry" ADD CONSTRAINT "WaitingEntry_dealershipId_appointmentId_fkey" FOREIGN KEY ("dealershipId", "appointmentId") REFERENCES "Appointment"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "WaitingEntry" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "WaitingEntry" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "WaitingEntry" USING ("dealershipId" = app_dealership()) WITH CHECK ("dealershipId" = app_dealership());
CREATE INDEX appointment_held ON "Appointment"("dealershipId", "heldUntil") WHERE "heldUntil" IS NOT NULL;
