-- A discount above what one may give oneself: asked for with a reason, answered by who may.
CREATE TABLE "DiscountRequest" (
  "dealershipId" UUID NOT NULL,
  "id" UUID NOT NULL,
  "orderId" UUID NOT NULL,
  "jobId" UUID,
  "offBp" INTEGER NOT NULL,
  "reason" TEXT NOT NULL,
  "status" TEXT NOT NULL DEFAULT 'asked',
  "askedById" UUID NOT NULL,
  "askedAt" TIMESTAMPTZ(3) NOT NULL,
  "answeredById" UUID,
  "answeredAt" TIMESTAMPTZ(3),
  "note" TEXT NOT NULL DEFAULT '',
  CONSTRAINT "DiscountRequest_pkey" PRIMARY KEY ("dealershipId", "id"),
  CONSTRAINT discount_request_status CHECK ("status" IN ('asked', 'granted', 'refused', 'replaced')),
  CONSTRAINT discount_request_share CHECK ("offBp" BETWEEN 1 AND 10000),
  CONSTRAINT discount_request_reason CHECK ("reason" <> ''),
  CONSTRAINT discount_request_answered CHECK (("status" = 'asked') = ("answeredAt" IS NULL))
);
CREATE INDEX "DiscountRequest_dealershipId_orderId_idx" ON "DiscountRequest"("dealershipId", "orderId");
CREATE INDEX "DiscountRequest_dealershipId_askedById_idx" ON "DiscountRequest"("dealershipId", "askedById");
CREATE INDEX "DiscountRequest_dealershipId_answeredById_idx" ON "DiscountRequest"("dealershipId", "answeredById");
CREATE UNIQUE INDEX discount_request_one_open ON "DiscountRequest"("dealershipId", "orderId", coalesce("jobId", "orderId")) WHERE "status" = 'asked';
ALTER TABLE "DiscountRequest" ADD CONSTRAINT "DiscountRequest_dealershipId_fkey"
  FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "DiscountRequest" ADD CONSTRAINT "DiscountRequest_dealershipId_orderId_fkey"
  FOREIGN KEY ("dealershipId", "orderId") REFERENCES "RepairOrder"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "DiscountRequest" ADD CONSTRAINT "DiscountRequest_dealershipId_askedById_fkey"
  FOREIGN KEY ("dealershipId", "askedById") REFERENCES "Staff"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "DiscountRequest" ADD CONSTRAINT "DiscountRequest_dealershipId_answeredById_fkey"
  FOREIGN KEY ("dealershipId", "answeredById") REFERENCES "Staff"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "DiscountRequest" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "DiscountRequest" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "DiscountRequest" USING ("dealershipId" = app_dealership()) WITH CHECK ("dealershipId" = app_dealership());
