-- Bookable room by resource and half hour instead of by skill and day. What stood in the old ledger is laid out anew.
DROP TABLE "CapacityDay";

CREATE TABLE "BookingDay" (
    "dealershipId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "opensAt" TIMESTAMPTZ(3),
    "closesAt" TIMESTAMPTZ(3),
    "attendanceMinutes" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "BookingDay_pkey" PRIMARY KEY ("dealershipId","day")
);
CREATE TABLE "CapacityDay" (
    "dealershipId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "resource" TEXT NOT NULL,
    "capacity" SMALLINT[],
    "booked" SMALLINT[],
    "bookableMinutes" INTEGER NOT NULL,
    "bookedMinutes" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "CapacityDay_pkey" PRIMARY KEY ("dealershipId","day","resource")
);
CREATE TABLE "CapacityUse" (
    "dealershipId" UUID NOT NULL,
    "appointmentId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "resource" TEXT NOT NULL,
    "minutes" SMALLINT[],
    "pastCapacity" BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT "CapacityUse_pkey" PRIMARY KEY ("dealershipId","appointmentId","day","resource")
);
CREATE INDEX "CapacityUse_dealershipId_day_idx" ON "CapacityUse"("dealershipId", "day");

ALTER TABLE "BookingDay" ADD CONSTRAINT "BookingDay_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "CapacityDay" ADD CONSTRAINT "CapacityDay_dealershipId_day_fkey" FOREIGN KEY ("dealershipId", "day") REFERENCES "BookingDay"("dealershipId", "day") ON DELETE CASCADE ON UPDATE RESTRICT;
ALTER TABLE "CapacityUse" ADD CONSTRAINT "CapacityUse_dealershipId_appointmentId_fkey" FOREIGN KEY ("dealershipId", "appointmentId") REFERENCES "Appointment"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "CapacityUse" ADD CONSTRAINT "CapacityUse_dealershipId_day_resource_fkey" FOREIGN KEY ("dealershipId", "day", "resource") REFERENCES "CapacityDay"("dealershipId", "day", "resource") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "Appointment"
  ADD COLUMN "workStartsAt" TIMESTAMPTZ(3),
  ADD COLUMN "promisedFrom" TIMESTAMPTZ(3),
  ADD COLUMN "discountBp" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "heldUntil" TIMESTAMPTZ(3),
  ADD CONSTRAINT appointment_discount CHECK ("discountBp" BETWEEN 0 AND 10000);
ALTER TABLE "AppointmentItem"
  ADD COLUMN "skill" "Skill" NOT NULL DEFAULT 'general',
  ADD COLUMN "bayKind" "BayKind" NOT NULL DEFAULT 'general',
  ADD COLUMN "quickLane" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "AppointmentItem" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "ServicePackage" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "LabourOperation" NO FORCE ROW LEVEL SECURITY;
UPDATE "AppointmentItem" i SET skill = p.skill, "bayKind" = p."bayKind", "quickLane" = p."quickLane"
  FROM "ServicePackage" p WHERE p."dealershipId" = i."dealershipId" AND p.id = i."packageId";
UPDATE "AppointmentItem" i SET skill = o.skill
  FROM "LabourOperation" o WHERE o."dealershipId" = i."dealershipId" AND o.id = i."operationId";
ALTER TABLE "AppointmentItem" FORCE ROW LEVEL SECURITY;
ALTER TABLE "ServicePackage" FORCE ROW LEVEL SECURITY;
ALTER TABLE "LabourOperation" FORCE ROW LEVEL SECURITY;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['BookingDay', 'CapacityDay', 'CapacityUse'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant ON %I USING ("dealershipId" = app_dealership()) WITH CHECK ("dealershipId" = app_dealership())', t);
  END LOOP;
END $$;

CREATE FUNCTION steps_sum(a smallint[], b smallint[], factor int) RETURNS smallint[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT array_agg((coalesce(x, 0) + factor * coalesce(y, 0))::smallint ORDER BY n)
    FROM unnest(a, b) WITH ORDINALITY AS u(x, y, n) $$;
CREATE FUNCTION steps_total(a smallint[]) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT coalesce(sum(x), 0)::int FROM unnest(a) AS u(x) $$;
-- Is there a step in which more is booked than there is, and which these minutes touch?
CREATE FUNCTION steps_over(booked smallint[], capacity smallint[], minutes smallint[]) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT coalesce(bool_or(coalesce(m, 0) > 0 AND coalesce(b, 0) > coalesce(c, 0)), false) FROM unnest(booked, capacity, minutes) AS u(b, c, m) $$;

-- The ledger follows what bookings use, whoever writes it: neither a step nor a day is booked past its room but by a manager's word.
CREATE FUNCTION follow_use() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE room "CapacityDay";
BEGIN
  IF TG_OP <> 'INSERT' THEN
    UPDATE "CapacityDay" SET booked = steps_sum(booked, OLD.minutes, -1), "bookedMinutes" = "bookedMinutes" - steps_total(OLD.minutes)
      WHERE "dealershipId" = OLD."dealershipId" AND day = OLD.day AND resource = OLD.resource;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    UPDATE "CapacityDay" SET booked = steps_sum(booked, NEW.minutes, 1), "bookedMinutes" = "bookedMinutes" + steps_total(NEW.minutes)
      WHERE "dealershipId" = NEW."dealershipId" AND day = NEW.day AND resource = NEW.resource RETURNING * INTO room;
    IF NOT NEW."pastCapacity" AND (room."bookedMinutes" > room."bookableMinutes" OR steps_over(room.booked, room.capacity, NEW.minutes)) THEN
      RAISE EXCEPTION 'capacity_exceeded: % on %', NEW.resource, NEW.day USING ERRCODE = 'exclusion_violation';
    END IF;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER follow_use AFTER INSERT OR UPDATE OR DELETE ON "CapacityUse" FOR EACH ROW EXECUTE FUNCTION follow_use();
