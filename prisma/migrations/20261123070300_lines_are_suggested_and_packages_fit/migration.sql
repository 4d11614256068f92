-- A line that the house suggests, with its reason, apart from what the customer came for.
ALTER TABLE "Job" ADD COLUMN "suggested" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Job" ADD CONSTRAINT job_suggested_with_reason CHECK (NOT "suggested" OR "reason" <> '');

-- Which cars a package is for: by drive, and by the odometer.
ALTER TABLE "ServicePackage" ADD COLUMN "fuels" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[], ADD COLUMN "fromKm" INTEGER, ADD COLUMN "toKm" INTEGER;
ALTER TABLE "ServicePackage" ADD CONSTRAINT package_km_in_order CHECK ("fromKm" IS NULL OR "toKm" IS NULL OR "fromKm" < "toKm");

-- What happens if it is not done: told before work, beside what was found, what is proposed and what it costs.
ALTER TABLE "Job" ADD COLUMN "whatIfNot" TEXT NOT NULL DEFAULT '';
