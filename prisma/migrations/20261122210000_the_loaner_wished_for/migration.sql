-- Whether a loaner car was agreed on, apart from the one that is reserved: a booking that loses its reservation still knows of it (S1-29, S1-30).
ALTER TABLE "Appointment" ADD COLUMN "loaner" BOOLEAN NOT NULL DEFAULT false;
UPDATE "Appointment" a SET "loaner" = true
  FROM "LoanerStay" l WHERE l."dealershipId" = a."dealershipId" AND l."appointmentId" = a.id;
