-- What the drivers have done, and which loaner car is back (S1-50, S1-29).
ALTER TABLE "DriverTrip" ADD COLUMN "doneAt" TIMESTAMPTZ(3), ADD COLUMN "doneById" UUID;
ALTER TABLE "LoanerStay" ADD COLUMN "backAt" TIMESTAMPTZ(3), ADD COLUMN "backById" UUID;
CREATE INDEX "DriverTrip_dealershipId_startsAt_idx" ON "DriverTrip"("dealershipId", "startsAt");

-- A trip is noted as driven also when there are fewer drivers by then.
DROP TRIGGER driver_is_there ON "DriverTrip";
CREATE TRIGGER driver_is_there BEFORE INSERT OR UPDATE OF "driver" ON "DriverTrip" FOR EACH ROW EXECUTE FUNCTION driver_is_there();
