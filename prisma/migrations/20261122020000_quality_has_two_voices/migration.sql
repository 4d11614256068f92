-- Joint acceptance: adviser and technician, two different people, once each per passed inspection (S6-09).
CREATE TABLE "Acceptance" (
  "dealershipId" UUID NOT NULL,
  "id" UUID NOT NULL,
  "orderId" UUID NOT NULL,
  "inspectionId" UUID NOT NULL,
  "side" "SignerRole" NOT NULL,
  "staffId" UUID NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "Acceptance_pkey" PRIMARY KEY ("dealershipId", "id"),
  CONSTRAINT acceptance_two_voices CHECK ("side" IN ('adviser', 'technician'))
);
CREATE UNIQUE INDEX "Acceptance_dealershipId_inspectionId_side_key" ON "Acceptance"("dealershipId", "inspectionId", "side");
CREATE UNIQUE INDEX "Acceptance_dealershipId_inspectionId_staffId_key" ON "Acceptance"("dealershipId", "inspectionId", "staffId");
CREATE INDEX "Acceptance_dealershipId_orderId_idx" ON "Acceptance"("dealershipId", "orderId");
CREATE INDEX "Acceptance_dealershipId_staffId_idx" ON "Acceptance"("dealershipId", "staffId");
ALTER TABLE "Acceptance"
  ADD CONSTRAINT "Acceptance_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "Acceptance_dealershipId_orderId_fkey" FOREIGN KEY ("dealershipId", "orderId")
    REFERENCES "RepairOrder"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  ADD CONSTRAINT "Acceptance_dealershipId_inspectionId_fkey" FOREIGN KEY ("dealershipId", "inspectionId")
    REFERENCES "Inspection"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  ADD CONSTRAINT "Acceptance_dealershipId_staffId_fkey" FOREIGN KEY ("dealershipId", "staffId")
    REFERENCES "Staff"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "Acceptance" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Acceptance" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "Acceptance" USING ("dealershipId" = app_dealership()) WITH CHECK ("dealershipId" = app_dealership());
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "Acceptance" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Why an earlier repair came back, and whether it was our fault (S6-19).
ALTER TABLE "RepairOrder"
  ADD COLUMN "comebackCause" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "comebackOurFault" BOOLEAN;

-- A line fails with a reason, and a new promise is a later one.
ALTER TABLE "InspectionLine" ADD CONSTRAINT line_fails_with_reason CHECK (result IS DISTINCT FROM 'fail' OR reason <> '');
ALTER TABLE "Delay" ADD CONSTRAINT delay_is_later CHECK ("newPromisedAt" > "oldPromisedAt" AND ("costFen" IS NULL OR "costFen" >= 0));
ALTER TABLE "RoadTest" ADD CONSTRAINT road_test_of_permitted_driver
  CHECK ("startedAt" IS NULL OR ("driverId" IS NOT NULL AND "permittedById" IS NOT NULL));
CREATE UNIQUE INDEX road_test_one_car_per_driver ON "RoadTest" ("dealershipId", "driverId") WHERE status = 'onRoad';
CREATE UNIQUE INDEX road_test_one_at_a_time ON "RoadTest" ("dealershipId", "orderId") WHERE status = 'onRoad';
