-- The test drive with the customer that is to show the fault, and the help of the technical director asked for it.
CREATE TABLE "JointDrive" (
  "dealershipId" UUID NOT NULL,
  "id" UUID NOT NULL,
  "visitId" UUID NOT NULL,
  "plan" TEXT NOT NULL DEFAULT '',
  "driver" TEXT NOT NULL DEFAULT 'adviser',
  "licenceSeen" BOOLEAN NOT NULL DEFAULT false,
  "plannedAt" TIMESTAMPTZ(3),
  "plannedById" UUID,
  "result" TEXT NOT NULL DEFAULT '',
  "reproduced" BOOLEAN,
  "endedAt" TIMESTAMPTZ(3),
  "helpAsked" TEXT NOT NULL DEFAULT '',
  "helpAskedAt" TIMESTAMPTZ(3),
  "helpAskedById" UUID,
  "helpAnswer" TEXT NOT NULL DEFAULT '',
  "helpAnsweredAt" TIMESTAMPTZ(3),
  "helpById" UUID,
  CONSTRAINT "JointDrive_pkey" PRIMARY KEY ("dealershipId", "id"),
  CONSTRAINT drive_driver CHECK ("driver" IN ('customer', 'adviser', 'technician', 'technicalDirector')),
  CONSTRAINT drive_ended_with_licence CHECK ("endedAt" IS NULL OR ("licenceSeen" AND "plan" <> '' AND "result" <> '' AND "reproduced" IS NOT NULL)),
  CONSTRAINT help_answered_when_asked CHECK ("helpAnsweredAt" IS NULL OR ("helpAskedAt" IS NOT NULL AND "helpAnswer" <> ''))
);
CREATE UNIQUE INDEX "JointDrive_dealershipId_visitId_key" ON "JointDrive"("dealershipId", "visitId");
CREATE INDEX "JointDrive_dealershipId_plannedById_idx" ON "JointDrive"("dealershipId", "plannedById");
CREATE INDEX "JointDrive_dealershipId_helpAskedById_idx" ON "JointDrive"("dealershipId", "helpAskedById");
CREATE INDEX "JointDrive_dealershipId_helpById_idx" ON "JointDrive"("dealershipId", "helpById");
CREATE INDEX joint_drive_help_open ON "JointDrive"("dealershipId", "helpAskedAt") WHERE "helpAskedAt" IS NOT NULL AND "helpAnsweredAt" IS NULL;

ALTER TABLE "JointDrive"
  ADD CONSTRAINT "JointDrive_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "JointDrive_dealershipId_visitId_fkey" FOREIGN KEY ("dealershipId", "visitId") REFERENCES "Visit"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  ADD CONSTRAINT "JointDrive_dealershipId_plannedById_fkey" FOREIGN KEY ("dealershipId", "plannedById") REFERENCES "Staff"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  ADD CONSTRAINT "JointDrive_dealershipId_helpAskedById_fkey" FOREIGN KEY ("dealershipId", "helpAskedById") REFERENCES "Staff"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  ADD CONSTRAINT "JointDrive_dealershipId_helpById_fkey" FOREIGN KEY ("dealershipId", "helpById") REFERENCES "Staff"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "JointDrive" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "JointDrive" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "JointDrive" USING ("dealershipId" = app_dealership()) WITH CHECK ("dealershipId" = app_dealership());
