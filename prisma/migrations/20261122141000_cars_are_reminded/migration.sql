-- When the next service of a car is due, who is called about it, and what came of each call (S1-01 to S1-23).
CREATE TYPE "ContactClass" AS ENUM ('due', 'overdue', 'lost', 'recall', 'winBack', 'campaign');
CREATE TYPE "ContactChannel" AS ENUM ('phone', 'sms', 'wechat', 'letter');
CREATE TYPE "ContactTaskStatus" AS ENUM ('open', 'booked', 'came', 'refused', 'unreached', 'optedOut', 'closed');
CREATE TYPE "DueReason" AS ENUM ('time', 'distance');
CREATE TYPE "UsageSource" AS ENUM ('readings', 'interval');

CREATE TABLE "MaintenanceRule" (
  "dealershipId" UUID NOT NULL,
  "id" UUID NOT NULL,
  "code" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "nameEn" TEXT NOT NULL DEFAULT '',
  "brandPattern" TEXT NOT NULL DEFAULT '',
  "modelPattern" TEXT NOT NULL DEFAULT '',
  "everyKm" INTEGER,
  "everyMonths" INTEGER,
  "packageId" UUID,
  "retiredAt" TIMESTAMPTZ(3),
  CONSTRAINT "MaintenanceRule_pkey" PRIMARY KEY ("dealershipId", "id")
);
CREATE INDEX "MaintenanceRule_dealershipId_packageId_idx" ON "MaintenanceRule"("dealershipId", "packageId");

CREATE TABLE "VehicleDue" (
  "dealershipId" UUID NOT NULL,
  "vehicleId" UUID NOT NULL,
  "baseOn" DATE NOT NULL,
  "baseKm" INTEGER,
  "dueOn" DATE NOT NULL,
  "dueKm" INTEGER,
  "reason" "DueReason" NOT NULL,
  "usage" "UsageSource" NOT NULL,
  "metresPerDay" INTEGER NOT NULL,
  "estimatedKm" INTEGER,
  "remainingKm" INTEGER,
  "advised" BOOLEAN NOT NULL DEFAULT false,
  "class" "ContactClass",
  "ruleCodes" TEXT[],
  "packageId" UUID,
  "computedOn" DATE NOT NULL,
  CONSTRAINT "VehicleDue_pkey" PRIMARY KEY ("dealershipId", "vehicleId")
);
CREATE INDEX "VehicleDue_dealershipId_class_dueOn_idx" ON "VehicleDue"("dealershipId", "class", "dueOn");
CREATE INDEX "VehicleDue_dealershipId_packageId_idx" ON "VehicleDue"("dealershipId", "packageId");

CREATE TABLE "ContactPlan" (
  "dealershipId" UUID NOT NULL,
  "id" UUID NOT NULL,
  "name" TEXT NOT NULL,
  "class" "ContactClass" NOT NULL,
  "channel" "ContactChannel" NOT NULL,
  "source" TEXT NOT NULL DEFAULT 'house',
  "fromOn" DATE NOT NULL,
  "toOn" DATE NOT NULL,
  "target" INTEGER NOT NULL,
  "ownerId" UUID,
  "packageId" UUID,
  "discountBp" INTEGER,
  "offer" TEXT NOT NULL DEFAULT '',
  "scriptCode" TEXT NOT NULL DEFAULT '',
  "createdAt" TIMESTAMPTZ(3) NOT NULL,
  "closedAt" TIMESTAMPTZ(3),
  CONSTRAINT "ContactPlan_pkey" PRIMARY KEY ("dealershipId", "id")
);
CREATE INDEX "ContactPlan_dealershipId_ownerId_idx" ON "ContactPlan"("dealershipId", "ownerId");
CREATE INDEX "ContactPlan_dealershipId_packageId_idx" ON "ContactPlan"("dealershipId", "packageId");

CREATE TABLE "ContactTask" (
  "dealershipId" UUID NOT NULL,
  "id" UUID NOT NULL,
  "class" "ContactClass" NOT NULL,
  "listedAs" "ContactClass" NOT NULL,
  "cycle" TEXT NOT NULL,
  "status" "ContactTaskStatus" NOT NULL DEFAULT 'open',
  "vehicleId" UUID NOT NULL,
  "customerId" UUID NOT NULL,
  "ownerId" UUID,
  "planId" UUID,
  "packageId" UUID,
  "discountBp" INTEGER NOT NULL,
  "dueOn" DATE NOT NULL,
  "nextAt" TIMESTAMPTZ(3) NOT NULL,
  "remindedAt" TIMESTAMPTZ(3),
  "appointmentId" UUID,
  "createdAt" TIMESTAMPTZ(3) NOT NULL,
  "closedAt" TIMESTAMPTZ(3),
  "reason" TEXT NOT NULL DEFAULT '',
  CONSTRAINT "ContactTask_pkey" PRIMARY KEY ("dealershipId", "id")
);
CREATE UNIQUE INDEX "ContactTask_dealershipId_vehicleId_listedAs_cycle_key" ON "ContactTask"("dealershipId", "vehicleId", "listedAs", "cycle");
CREATE INDEX "ContactTask_dealershipId_customerId_idx" ON "ContactTask"("dealershipId", "customerId");
CREATE INDEX "ContactTask_dealershipId_ownerId_idx" ON "ContactTask"("dealershipId", "ownerId");
CREATE INDEX "ContactTask_dealershipId_planId_idx" ON "ContactTask"("dealershipId", "planId");
CREATE INDEX "ContactTask_dealershipId_packageId_idx" ON "ContactTask"("dealershipId", "packageId");
CREATE INDEX "ContactTask_dealershipId_appointmentId_idx" ON "ContactTask"("dealershipId", "appointmentId");
CREATE INDEX "ContactTask_dealershipId_status_class_dueOn_idx" ON "ContactTask"("dealershipId", "status", "class", "dueOn");

CREATE TABLE "CallScript" (
  "dealershipId" UUID NOT NULL,
  "id" UUID NOT NULL,
  "code" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "class" "ContactClass" NOT NULL,
  "title" TEXT NOT NULL,
  "titleEn" TEXT NOT NULL DEFAULT '',
  "text" TEXT NOT NULL,
  "textEn" TEXT NOT NULL DEFAULT '',
  "issuer" TEXT NOT NULL,
  "issuedAt" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "CallScript_pkey" PRIMARY KEY ("dealershipId", "id")
);
CREATE UNIQUE INDEX "CallScript_dealershipId_code_version_key" ON "CallScript"("dealershipId", "code", "version");

CREATE TABLE "ContactAttempt" (
  "dealershipId" UUID NOT NULL,
  "id" UUID NOT NULL,
  "taskId" UUID NOT NULL,
  "result" "AttemptResult" NOT NULL,
  "reached" BOOLEAN NOT NULL,
  "booked" BOOLEAN NOT NULL,
  "channel" "ContactChannel" NOT NULL DEFAULT 'phone',
  "seconds" INTEGER,
  "scriptId" UUID,
  "readBack" BOOLEAN NOT NULL DEFAULT false,
  "summary" TEXT NOT NULL DEFAULT '',
  "need" TEXT NOT NULL DEFAULT '',
  "at" TIMESTAMPTZ(3) NOT NULL,
  "byId" UUID,
  CONSTRAINT "ContactAttempt_pkey" PRIMARY KEY ("dealershipId", "id")
);
CREATE INDEX "ContactAttempt_dealershipId_taskId_idx" ON "ContactAttempt"("dealershipId", "taskId");
CREATE INDEX "ContactAttempt_dealershipId_scriptId_idx" ON "ContactAttempt"("dealershipId", "scriptId");
CREATE INDEX "ContactAttempt_dealershipId_byId_idx" ON "ContactAttempt"("dealershipId", "byId");
CREATE INDEX "ContactAttempt_dealershipId_at_idx" ON "ContactAttempt"("dealershipId", "at");

ALTER TABLE "MaintenanceRule" ADD CONSTRAINT "MaintenanceRule_dealershipId_fkey"
  FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "MaintenanceRule" ADD CONSTRAINT "MaintenanceRule_dealershipId_packageId_fkey"
  FOREIGN KEY ("dealershipId", "packageId") REFERENCES "ServicePackage"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "VehicleDue" ADD CONSTRAINT "VehicleDue_dealershipId_fkey"
  FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "VehicleDue" ADD CONSTRAINT "VehicleDue_dealershipId_vehicleId_fkey"
  FOREIGN KEY ("dealershipId", "vehicleId") REFERENCES "Vehicle"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "VehicleDue" ADD CONSTRAINT "VehicleDue_dealershipId_packageId_fkey"
  FOREIGN KEY ("dealershipId", "packageId") REFERENCES "ServicePackage"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "ContactPlan" ADD CONSTRAINT "ContactPlan_dealershipId_fkey"
  FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ContactPlan" ADD CONSTRAINT "ContactPlan_dealershipId_ownerId_fkey"
  FOREIGN KEY ("dealershipId", "ownerId") REFERENCES "Staff"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "ContactPlan" ADD CONSTRAINT "ContactPlan_dealershipId_packageId_fkey"
  FOREIGN KEY ("dealershipId", "packageId") REFERENCES "ServicePackage"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "ContactTask" ADD CONSTRAINT "ContactTask_dealershipId_fkey"
  FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ContactTask" ADD CONSTRAINT "ContactTask_dealershipId_vehicleId_fkey"
  FOREIGN KEY ("dealershipId", "vehicleId") REFERENCES "Vehicle"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "ContactTask" ADD CONSTRAINT "ContactTask_dealershipId_customerId_fkey"
  FOREIGN KEY ("dealershipId", "customerId") REFERENCES "Customer"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "ContactTask" ADD CONSTRAINT "ContactTask_dealershipId_ownerId_fkey"
  FOREIGN KEY ("dealershipId", "ownerId") REFERENCES "Staff"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "ContactTask" ADD CONSTRAINT "ContactTask_dealershipId_planId_fkey"
  FOREIGN KEY ("dealershipId", "planId") REFERENCES "ContactPlan"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "ContactTask" ADD CONSTRAINT "ContactTask_dealershipId_packageId_fkey"
  FOREIGN KEY ("dealershipId", "packageId") REFERENCES "ServicePackage"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "ContactTask" ADD CONSTRAINT "ContactTask_dealershipId_appointmentId_fkey"
  FOREIGN KEY ("dealershipId", "appointmentId") REFERENCES "Appointment"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "CallScript" ADD CONSTRAINT "CallScript_dealershipId_fkey"
  FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ContactAttempt" ADD CONSTRAINT "ContactAttempt_dealershipId_fkey"
  FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ContactAttempt" ADD CONSTRAINT "ContactAttempt_dealershipId_taskId_fkey"
  FOREIGN KEY ("dealershipId", "taskId") REFERENCES "ContactTask"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "ContactAttempt" ADD CONSTRAINT "ContactAttempt_dealershipId_scriptId_fkey"
  FOREIGN KEY ("dealershipId", "scriptId") REFERENCES "CallScript"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "ContactAttempt" ADD CONSTRAINT "ContactAttempt_dealershipId_byId_fkey"
  FOREIGN KEY ("dealershipId", "byId") REFERENCES "Staff"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- A number that reached nobody or somebody else stays marked until it is corrected (S1-15).
ALTER TABLE "Customer" ADD COLUMN "phoneWrongAt" TIMESTAMPTZ(3);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['MaintenanceRule', 'VehicleDue', 'ContactPlan', 'ContactTask', 'ContactAttempt', 'CallScript'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant ON %I USING ("dealershipId" = app_dealership()) WITH CHECK ("dealershipId" = app_dealership())', t);
  END LOOP;
END $$;

ALTER TABLE "MaintenanceRule"
  ADD CONSTRAINT rule_says_when CHECK ("everyKm" IS NOT NULL OR "everyMonths" IS NOT NULL),
  ADD CONSTRAINT rule_positive CHECK (coalesce("everyKm", 1) > 0 AND coalesce("everyMonths", 1) > 0);
CREATE UNIQUE INDEX rule_one_per_model ON "MaintenanceRule" ("dealershipId", code, lower("brandPattern"), lower("modelPattern"))
  WHERE "retiredAt" IS NULL;
ALTER TABLE "VehicleDue" ADD CONSTRAINT due_after_base CHECK ("dueOn" > "baseOn" AND "metresPerDay" > 0);
ALTER TABLE "ContactPlan"
  ADD CONSTRAINT plan_period CHECK ("toOn" >= "fromOn"),
  ADD CONSTRAINT plan_target_positive CHECK (target > 0),
  ADD CONSTRAINT plan_discount_range CHECK ("discountBp" BETWEEN 0 AND 10000);

-- One contact at a time about the service of a car, whatever list it stands on (C23).
CREATE UNIQUE INDEX task_one_open_per_car ON "ContactTask" ("dealershipId", "vehicleId")
  WHERE status = 'open' AND class IN ('due', 'overdue', 'lost', 'winBack');
ALTER TABLE "ContactTask"
  ADD CONSTRAINT task_discount_range CHECK ("discountBp" BETWEEN 0 AND 10000),
  ADD CONSTRAINT task_booked_by_appointment CHECK (status <> 'booked' OR "appointmentId" IS NOT NULL);
ALTER TABLE "ContactAttempt"
  ADD CONSTRAINT attempt_booked_was_reached CHECK (reached OR NOT booked),
  ADD CONSTRAINT attempt_seconds CHECK (seconds BETWEEN 0 AND 36000);

-- What was said and what was read out stays as it was.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "ContactAttempt" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "CallScript" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The nightly run reads the latest readings of many cars at once.
CREATE INDEX odometer_of_vehicle_by_time ON "OdometerReading" ("dealershipId", "vehicleId", at DESC) INCLUDE (km);
