-- The first free time there was when a visit was booked: the wait for a place is measured by it.
ALTER TABLE "Appointment" ADD COLUMN "firstOfferedAt" TIMESTAMPTZ(3);
