-- What customers ask for on any channel, with the time until which it has to be answered (opening hours only) and the answer.
CREATE TYPE "RequestOutcome" AS ENUM ('booked', 'answered', 'refused');
CREATE TABLE "ServiceRequest" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "channel" "Channel" NOT NULL,
    "text" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "plate" TEXT NOT NULL DEFAULT '',
    "locale" TEXT NOT NULL DEFAULT 'zh-CN',
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID,
    "escalatedAt" TIMESTAMPTZ(3),
    "answeredAt" TIMESTAMPTZ(3),
    "answeredById" UUID,
    "outcome" "RequestOutcome",
    "note" TEXT NOT NULL DEFAULT '',
    "appointmentId" UUID,
    CONSTRAINT "ServiceRequest_pkey" PRIMARY KEY ("dealershipId","id"),
    CONSTRAINT request_due CHECK ("dueAt" >= "receivedAt"),
    CONSTRAINT request_answer CHECK (("answeredAt" IS NULL) = (outcome IS NULL)),
    CONSTRAINT request_booking CHECK (coalesce(outcome = 'booked', false) = ("appointmentId" IS NOT NULL))
);
CREATE INDEX "ServiceRequest_dealershipId_answeredAt_dueAt_idx" ON "ServiceRequest"("dealershipId", "answeredAt", "dueAt");
CREATE INDEX "ServiceRequest_dealershipId_receivedAt_idx" ON "ServiceRequest"("dealershipId", "receivedAt");
CREATE INDEX "ServiceRequest_dealershipId_appointmentId_idx" ON "ServiceRequest"("dealershipId", "appointmentId");
CREATE INDEX "ServiceRequest_dealershipId_answeredById_idx" ON "ServiceRequest"("dealershipId", "answeredById");
ALTER TABLE "ServiceRequest" ADD CONSTRAINT "ServiceRequest_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ServiceRequest" ADD CONSTRAINT "ServiceRequest_dealershipId_answeredById_fkey" FOREIGN KEY ("dealershipId", "answeredById") REFERENCES "Staff"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "ServiceRequest" ADD CONSTRAINT "ServiceRequest_dealershipId_appointmentId_fkey" FOREIGN KEY ("dealershipId", "appointmentId") REFERENCES "Appointment"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "ServiceRequest" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ServiceRequest" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "ServiceRequest" USING ("dealershipId" = app_dealership()) WITH CHECK ("dealershipId" = app_dealership());
