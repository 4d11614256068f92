-- The adviser takes a request for additional work back, with the reason; it no longer holds up the car.
ALTER TYPE "AdditionalWorkStatus" ADD VALUE 'withdrawn';
ALTER TABLE "AdditionalWork" ADD COLUMN "withdrawnReason" TEXT NOT NULL DEFAULT '';
