-- What was seen at the car becomes a line of the order at most once.
ALTER TABLE "Job" ADD COLUMN "foundKey" TEXT;
CREATE UNIQUE INDEX job_found_once ON "Job" ("dealershipId", "orderId", "foundKey")
  WHERE "foundKey" IS NOT NULL AND "status" NOT IN ('cancelled', 'declined');
