-- An urgent repair is booked past the rate, out of the reserve, with the reason of whoever may do so (S1-55, S1-56).
ALTER TABLE "Appointment" ADD COLUMN "urgent" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Appointment" ADD CONSTRAINT appointment_urgent CHECK (NOT "urgent" OR "overrideReason" IS NOT NULL);
