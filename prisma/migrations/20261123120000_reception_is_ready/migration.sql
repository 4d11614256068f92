-- What a note for a friendly talk is about.
ALTER TABLE "CustomerNote" ADD COLUMN "topic" TEXT NOT NULL DEFAULT 'other',
  ADD CONSTRAINT note_topic CHECK ("topic" IN ('family', 'interests', 'carCare', 'seen', 'other'));

-- The reception bay a car is led to; one car at a time until it is at the desk.
ALTER TABLE "Visit" ADD COLUMN "receptionBayId" UUID;
ALTER TABLE "Visit" ADD CONSTRAINT "Visit_dealershipId_receptionBayId_fkey"
  FOREIGN KEY ("dealershipId", "receptionBayId") REFERENCES "Bay"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
CREATE INDEX "Visit_dealershipId_receptionBayId_idx" ON "Visit"("dealershipId", "receptionBayId");
CREATE UNIQUE INDEX visit_one_in_reception_bay ON "Visit"("dealershipId", "receptionBayId")
  WHERE "receptionBayId" IS NOT NULL AND "status" IN ('waitingGreeting', 'greeted', 'inspecting', 'recordSigned');

-- The small thing a customer needs now, done at once or handed to a colleague.
CREATE TABLE "VisitErrand" (
  "dealershipId" UUID NOT NULL,
  "id" UUID NOT NULL,
  "visitId" UUID NOT NULL,
  "text" TEXT NOT NULL,
  "askedById" UUID NOT NULL,
  "askedAt" TIMESTAMPTZ(3) NOT NULL,
  "forId" UUID NOT NULL,
  "doneById" UUID,
  "doneAt" TIMESTAMPTZ(3),
  CONSTRAINT "VisitErrand_pkey" PRIMARY KEY ("dealershipId", "id"),
  CONSTRAINT errand_words CHECK ("text" <> ''),
  CONSTRAINT errand_done_by CHECK (("doneAt" IS NULL) = ("doneById" IS NULL))
);
CREATE INDEX "VisitErrand_dealershipId_visitId_idx" ON "VisitErrand"("dealershipId", "visitId");
CREATE INDEX "VisitErrand_dealershipId_askedById_idx" ON "VisitErrand"("dealershipId", "askedById");
CREATE INDEX "VisitErrand_dealershipId_forId_idx" ON "VisitErrand"("dealershipId", "forId");
CREATE INDEX "VisitErrand_dealershipId_doneById_idx" ON "VisitErrand"("dealershipId", "doneById");
CREATE INDEX errand_open ON "VisitErrand"("dealershipId", "forId") WHERE "doneAt" IS NULL;
ALTER TABLE "VisitErrand"
  ADD CONSTRAINT "VisitErrand_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "VisitErrand_dealershipId_visitId_fkey" FOREIGN KEY ("dealershipId", "visitId") REFERENCES "Visit"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  ADD CONSTRAINT "VisitErrand_dealershipId_askedById_fkey" FOREIGN KEY ("dealershipId", "askedById") REFERENCES "Staff"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  ADD CONSTRAINT "VisitErrand_dealershipId_forId_fkey" FOREIGN KEY ("dealershipId", "forId") REFERENCES "Staff"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  ADD CONSTRAINT "VisitErrand_dealershipId_doneById_fkey" FOREIGN KEY ("dealershipId", "doneById") REFERENCES "Staff"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "VisitErrand" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "VisitErrand" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "VisitErrand" USING ("dealershipId" = app_dealership()) WITH CHECK ("dealershipId" = app_dealership());

-- A car that nobody met within the limit: one for each visit, answered by the person, judged by the manager.
CREATE TABLE "UnmetCar" (
  "dealershipId" UUID NOT NULL,
  "id" UUID NOT NULL,
  "visitId" UUID NOT NULL,
  "staffId" UUID,
  "limitSeconds" INTEGER NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  "answer" TEXT NOT NULL DEFAULT '',
  "answeredAt" TIMESTAMPTZ(3),
  "judgement" TEXT,
  "judgedAt" TIMESTAMPTZ(3),
  "judgedById" UUID,
  CONSTRAINT "UnmetCar_pkey" PRIMARY KEY ("dealershipId", "id"),
  CONSTRAINT unmet_answered CHECK (("answeredAt" IS NULL) = ("answer" = '')),
  CONSTRAINT unmet_judgement CHECK ("judgement" IN ('upheld', 'excused')),
  CONSTRAINT unmet_judged CHECK (("judgement" IS NULL) = ("judgedAt" IS NULL))
);
CREATE UNIQUE INDEX "UnmetCar_dealershipId_visitId_key" ON "UnmetCar"("dealershipId", "visitId");
CREATE INDEX "UnmetCar_dealershipId_staffId_idx" ON "UnmetCar"("dealershipId", "staffId");
CREATE INDEX "UnmetCar_dealershipId_judgedById_idx" ON "UnmetCar"("dealershipId", "judgedById");
ALTER TABLE "UnmetCar"
  ADD CONSTRAINT "UnmetCar_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "UnmetCar_dealershipId_visitId_fkey" FOREIGN KEY ("dealershipId", "visitId") REFERENCES "Visit"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  ADD CONSTRAINT "UnmetCar_dealershipId_staffId_fkey" FOREIGN KEY ("dealershipId", "staffId") REFERENCES "Staff"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  ADD CONSTRAINT "UnmetCar_dealershipId_judgedById_fkey" FOREIGN KEY ("dealershipId", "judgedById") REFERENCES "Staff"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "UnmetCar" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "UnmetCar" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "UnmetCar" USING ("dealershipId" = app_dealership()) WITH CHECK ("dealershipId" = app_dealership());

-- Points of the checklists at the start of a shift that differ from the usual ones.
CREATE TABLE "ShiftPoint" (
  "dealershipId" UUID NOT NULL,
  "code" TEXT NOT NULL,
  "part" TEXT NOT NULL,
  "name" TEXT NOT NULL DEFAULT '',
  "nameEn" TEXT NOT NULL DEFAULT '',
  "retiredAt" TIMESTAMPTZ(3),
  CONSTRAINT "ShiftPoint_pkey" PRIMARY KEY ("dealershipId", "code"),
  CONSTRAINT shift_point_part CHECK ("part" IN ('person', 'tools', 'area'))
);
ALTER TABLE "ShiftPoint" ADD CONSTRAINT "ShiftPoint_dealershipId_fkey"
  FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ShiftPoint" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ShiftPoint" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "ShiftPoint" USING ("dealershipId" = app_dealership()) WITH CHECK ("dealershipId" = app_dealership());

-- What one person found in order at the start of a shift.
CREATE TABLE "ShiftCheck" (
  "dealershipId" UUID NOT NULL,
  "id" UUID NOT NULL,
  "staffId" UUID NOT NULL,
  "day" DATE NOT NULL,
  "points" TEXT[] NOT NULL,
  "missing" TEXT[] NOT NULL,
  "note" TEXT NOT NULL DEFAULT '',
  "at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "ShiftCheck_pkey" PRIMARY KEY ("dealershipId", "id")
);
CREATE UNIQUE INDEX "ShiftCheck_dealershipId_staffId_day_key" ON "ShiftCheck"("dealershipId", "staffId", "day");
ALTER TABLE "ShiftCheck"
  ADD CONSTRAINT "ShiftCheck_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "ShiftCheck_dealershipId_staffId_fkey" FOREIGN KEY ("dealershipId", "staffId") REFERENCES "Staff"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "ShiftCheck" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ShiftCheck" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "ShiftCheck" USING ("dealershipId" = app_dealership()) WITH CHECK ("dealershipId" = app_dealership());

-- Rain or snow as somebody or a partner's system said.
CREATE TABLE "DayWeather" (
  "dealershipId" UUID NOT NULL,
  "day" DATE NOT NULL,
  "kind" TEXT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  "byId" UUID,
  CONSTRAINT "DayWeather_pkey" PRIMARY KEY ("dealershipId", "day"),
  CONSTRAINT weather_kind CHECK ("kind" IN ('rain', 'snow'))
);
ALTER TABLE "DayWeather" ADD CONSTRAINT "DayWeather_dealershipId_fkey"
  FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "DayWeather" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "DayWeather" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "DayWeather" USING ("dealershipId" = app_dealership()) WITH CHECK ("dealershipId" = app_dealership());
