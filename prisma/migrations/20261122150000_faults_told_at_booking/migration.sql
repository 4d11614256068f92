-- What the customer tells about a fault when booking (S1-28): answers by question, read by the adviser before the car comes.
ALTER TABLE "Appointment" ADD COLUMN "fault" JSONB;
ALTER TABLE "Appointment" ADD CONSTRAINT appointment_fault CHECK ("fault" IS NULL OR (jsonb_typeof("fault") = 'object' AND length("fault"::text) <= 2000));
