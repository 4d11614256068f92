-- Goods in: brand and model as delivered (X-PRT-05). Goods out: who took them (X-PRT-17).
ALTER TABLE "StockMove"
  ADD COLUMN "brand" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "model" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "technicianId" UUID;
CREATE INDEX "StockMove_dealershipId_technicianId_idx" ON "StockMove"("dealershipId", "technicianId");
ALTER TABLE "StockMove" ADD CONSTRAINT "StockMove_dealershipId_technicianId_fkey"
  FOREIGN KEY ("dealershipId", "technicianId") REFERENCES "Staff"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- Nothing is issued to a line beyond what the line holds.
ALTER TABLE "JobPart" ADD CONSTRAINT job_part_not_over_issued CHECK ("issuedMilli" <= "quantityMilli");
