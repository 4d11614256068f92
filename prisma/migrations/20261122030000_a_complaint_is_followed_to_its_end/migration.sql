-- Who allowed a compensation above the limit, what the customer answered, what is done so that it does not happen again.
ALTER TABLE "Complaint"
  ADD COLUMN "approvedById" UUID,
  ADD COLUMN "customerAnswer" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "measures" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "satisfactionAfter" "Satisfaction",
  ADD CONSTRAINT complaint_compensation_positive CHECK ("compensationFen" >= 0);
