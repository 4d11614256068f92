-- When a customer who came without a booking was told what booking ahead brings.
ALTER TABLE "Visit" ADD COLUMN "bookingExplainedAt" TIMESTAMPTZ(3);
