-- A complaint about loss or damage names the visit whose signed record decides it, and the photographs taken when it was raised.
ALTER TABLE "Complaint"
  ADD COLUMN "disputedVisitId" UUID,
  ADD COLUMN "evidenceFileIds" UUID[] NOT NULL DEFAULT '{}',
  ADD CONSTRAINT "Complaint_dealershipId_disputedVisitId_fkey" FOREIGN KEY ("dealershipId", "disputedVisitId") REFERENCES "Visit"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
CREATE INDEX "Complaint_dealershipId_disputedVisitId_idx" ON "Complaint"("dealershipId", "disputedVisitId");
-- One open dispute about a visit.
CREATE UNIQUE INDEX complaint_one_open_dispute ON "Complaint"("dealershipId", "disputedVisitId")
  WHERE "disputedVisitId" IS NOT NULL AND "status" <> 'closed';
