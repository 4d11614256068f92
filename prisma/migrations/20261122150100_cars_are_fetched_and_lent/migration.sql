-- How a car comes and its driver goes on: fetched and brought back by a driver of the house, or a loaner car meanwhile (S1-29, S1-50).
ALTER TABLE "Appointment" ADD COLUMN "pickUpMetres" INTEGER;
ALTER TABLE "Appointment" ADD CONSTRAINT appointment_pick_up_metres CHECK ("pickUpMetres" IS NULL OR "pickUpMetres" BETWEEN 0 AND 1000000);

CREATE TABLE "DriverTrip" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "appointmentId" UUID NOT NULL,
    "leg" TEXT NOT NULL,
    "driver" INTEGER NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "DriverTrip_pkey" PRIMARY KEY ("dealershipId","id"),
    CONSTRAINT trip_leg CHECK ("leg" IN ('pickUp', 'return')),
    CONSTRAINT trip_driver CHECK ("driver" >= 1),
    CONSTRAINT trip_interval CHECK ("startsAt" < "endsAt"),
    CONSTRAINT trip_no_overlap EXCLUDE USING gist ("dealershipId" WITH =, "driver" WITH =, tstzrange("startsAt", "endsAt") WITH &&)
);
CREATE UNIQUE INDEX "DriverTrip_dealershipId_appointmentId_leg_key" ON "DriverTrip"("dealershipId", "appointmentId", "leg");
ALTER TABLE "DriverTrip" ADD CONSTRAINT "DriverTrip_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "DriverTrip" ADD CONSTRAINT "DriverTrip_dealershipId_appointmentId_fkey" FOREIGN KEY ("dealershipId", "appointmentId") REFERENCES "Appointment"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "DriverTrip" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "DriverTrip" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "DriverTrip" USING ("dealershipId" = app_dealership()) WITH CHECK ("dealershipId" = app_dealership());

-- No trip for a driver the house does not have; 1 is the default of the setting.
CREATE FUNCTION driver_is_there() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."driver" > coalesce((SELECT (s.value #>> '{}')::int FROM "Setting" s
      WHERE s."dealershipId" = NEW."dealershipId" AND s.key = 'pickup.drivers'), 1) THEN
    RAISE EXCEPTION 'driver % is not there', NEW."driver" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER driver_is_there BEFORE INSERT OR UPDATE ON "DriverTrip" FOR EACH ROW EXECUTE FUNCTION driver_is_there();

CREATE TABLE "LoanerStay" (
    "dealershipId" UUID NOT NULL,
    "appointmentId" UUID NOT NULL,
    "plate" TEXT NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "LoanerStay_pkey" PRIMARY KEY ("dealershipId","appointmentId"),
    CONSTRAINT loaner_interval CHECK ("startsAt" < "endsAt"),
    CONSTRAINT loaner_no_overlap EXCLUDE USING gist ("dealershipId" WITH =, "plate" WITH =, tstzrange("startsAt", "endsAt") WITH &&)
);
ALTER TABLE "LoanerStay" ADD CONSTRAINT "LoanerStay_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "LoanerStay" ADD CONSTRAINT "LoanerStay_dealershipId_appointmentId_fkey" FOREIGN KEY ("dealershipId", "appointmentId") REFERENCES "Appointment"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "LoanerStay" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "LoanerStay" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "LoanerStay" USING ("dealershipId" = app_dealership()) WITH CHECK ("dealershipId" = app_dealership());
