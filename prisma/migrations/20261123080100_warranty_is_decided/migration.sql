-- Whether a line falls inside the quality warranty, why, who was asked, and what came of it (F10, S2-58 to S2-61).
CREATE TABLE "WarrantyDecision" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "jobId" UUID NOT NULL,
    "state" "WarrantyState" NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "diagnosis" TEXT NOT NULL DEFAULT '',
    "decidedAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedById" UUID,
    "authority" TEXT NOT NULL DEFAULT '',
    "reportNo" TEXT NOT NULL DEFAULT '',
    "reportedAt" TIMESTAMPTZ(3),
    "reportedById" UUID,
    "conclusion" TEXT NOT NULL DEFAULT '',
    "concludedOn" DATE,
    "concludedById" UUID,
    CONSTRAINT "WarrantyDecision_pkey" PRIMARY KEY ("dealershipId","id"),
    CONSTRAINT warranty_decided CHECK (state <> 'notApplicable'),
    CONSTRAINT warranty_reason_told CHECK (reason <> ''),
    CONSTRAINT warranty_reported CHECK (state NOT IN ('reported', 'approved', 'refused') OR ("reportedAt" IS NOT NULL AND authority <> '' AND diagnosis <> '')),
    CONSTRAINT warranty_concluded CHECK ((state IN ('approved', 'refused')) = ("concludedOn" IS NOT NULL)),
    CONSTRAINT warranty_conclusion CHECK ("concludedOn" IS NULL OR conclusion <> '')
);
CREATE UNIQUE INDEX "WarrantyDecision_dealershipId_jobId_key" ON "WarrantyDecision"("dealershipId", "jobId");
CREATE INDEX "WarrantyDecision_dealershipId_state_idx" ON "WarrantyDecision"("dealershipId", "state");
CREATE INDEX "WarrantyDecision_dealershipId_decidedById_idx" ON "WarrantyDecision"("dealershipId", "decidedById");
CREATE INDEX "WarrantyDecision_dealershipId_reportedById_idx" ON "WarrantyDecision"("dealershipId", "reportedById");
CREATE INDEX "WarrantyDecision_dealershipId_concludedById_idx" ON "WarrantyDecision"("dealershipId", "concludedById");
ALTER TABLE "WarrantyDecision" ADD CONSTRAINT "WarrantyDecision_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "WarrantyDecision" ADD CONSTRAINT "WarrantyDecision_dealershipId_jobId_fkey" FOREIGN KEY ("dealershipId", "jobId") REFERENCES "Job"("dealershipId", "id") ON DELETE CASCADE ON UPDATE RESTRICT;
ALTER TABLE "WarrantyDecision" ADD CONSTRAINT "WarrantyDecision_dealershipId_decidedById_fkey" FOREIGN KEY ("dealershipId", "decidedById") REFERENCES "Staff"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "WarrantyDecision" ADD CONSTRAINT "WarrantyDecision_dealershipId_reportedById_fkey" FOREIGN KEY ("dealershipId", "reportedById") REFERENCES "Staff"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "WarrantyDecision" ADD CONSTRAINT "WarrantyDecision_dealershipId_concludedById_fkey" FOREIGN KEY ("dealershipId", "concludedById") REFERENCES "Staff"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "WarrantyDecision" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "WarrantyDecision" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "WarrantyDecision" USING ("dealershipId" = app_dealership()) WITH CHECK ("dealershipId" = app_dealership());

-- The class of the repair decides the statutory quality guarantee (S7, guarantee card).
CREATE TYPE "RepairClass" AS ENUM ('assembly', 'secondLevel', 'minor');
ALTER TABLE "RepairOrder" ADD COLUMN "repairClass" "RepairClass" NOT NULL DEFAULT 'minor';
