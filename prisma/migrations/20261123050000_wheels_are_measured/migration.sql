-- What was measured at a wheel during one walk-around: tread and pad in tenths of a millimetre, pressure in kPa, week and year of the tyre.
CREATE TABLE "WheelReading" (
  "dealershipId" UUID NOT NULL,
  "id" UUID NOT NULL,
  "recordId" UUID NOT NULL,
  "wheel" TEXT NOT NULL,
  "treadTenthMm" INTEGER,
  "padTenthMm" INTEGER,
  "pressureKpa" INTEGER,
  "dot" TEXT NOT NULL DEFAULT '',
  CONSTRAINT "WheelReading_pkey" PRIMARY KEY ("dealershipId", "id"),
  CONSTRAINT wheel_of_a_car CHECK ("wheel" IN ('frontLeft', 'frontRight', 'rearLeft', 'rearRight', 'spare')),
  CONSTRAINT wheel_tread CHECK ("treadTenthMm" BETWEEN 0 AND 120),
  CONSTRAINT wheel_pad CHECK ("padTenthMm" BETWEEN 0 AND 200),
  CONSTRAINT wheel_pressure CHECK ("pressureKpa" BETWEEN 0 AND 600),
  CONSTRAINT wheel_week_and_year CHECK ("dot" ~ '^((0[1-9]|[1-4][0-9]|5[0-3])[0-9]{2})?$'),
  CONSTRAINT spare_has_no_brake CHECK ("wheel" <> 'spare' OR "padTenthMm" IS NULL),
  CONSTRAINT wheel_measured CHECK (num_nonnulls("treadTenthMm", "padTenthMm", "pressureKpa") > 0 OR "dot" <> '')
);
CREATE UNIQUE INDEX "WheelReading_dealershipId_recordId_wheel_key" ON "WheelReading"("dealershipId", "recordId", "wheel");

ALTER TABLE "WheelReading"
  ADD CONSTRAINT "WheelReading_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "WheelReading_dealershipId_recordId_fkey" FOREIGN KEY ("dealershipId", "recordId") REFERENCES "ReceptionRecord"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "WheelReading" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "WheelReading" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "WheelReading" USING ("dealershipId" = app_dealership()) WITH CHECK ("dealershipId" = app_dealership());

-- Lights of the instrument panel that stayed on, and what the tester read: fault codes as printed by it, values of sensors.
ALTER TABLE "ReceptionRecord"
  ADD COLUMN "warningLights" TEXT[] NOT NULL DEFAULT '{}',
  ADD COLUMN "faultCodes" TEXT[] NOT NULL DEFAULT '{}',
  ADD COLUMN "sensorReadings" JSONB NOT NULL DEFAULT '[]',
  ADD COLUMN "nextServiceOffer" JSONB,
  ADD COLUMN "historySeen" BOOLEAN NOT NULL DEFAULT false,
  ADD CONSTRAINT known_warning_lights CHECK ("warningLights" <@ ARRAY['engine', 'oilPressure', 'coolant', 'battery', 'brake', 'abs', 'stability', 'airbag', 'steering', 'tyrePressure', 'gearbox', 'driveSystem', 'service']),
  ADD CONSTRAINT fault_codes_as_read CHECK (array_to_string("faultCodes", ' ') ~ '^([PCBU][0-3][0-9A-F]{3}( [PCBU][0-3][0-9A-F]{3})*)?$'),
  ADD CONSTRAINT sensors_are_a_list CHECK (jsonb_typeof("sensorReadings") = 'array');
