-- What did not come through a booking stands in the ledger too: in its half hours, and against the reserve of its day. When more
-- than the reserve is used, so much less may be booked.
ALTER TABLE "CapacityDay"
  DROP COLUMN line,
  ADD COLUMN other SMALLINT[] DEFAULT ARRAY[]::SMALLINT[],
  ADD COLUMN "otherMinutes" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "reserveMinutes" INTEGER NOT NULL DEFAULT 0;
DROP FUNCTION steps_line(text, smallint[], smallint[], int, int);

-- As before: resource, bookable and taken minutes of the day, number of the first step, then four signs for each step, two of 64
-- each for capacity and taken minutes. A loop is quicker than a statement here: nothing is planned or sorted for 48 numbers.
CREATE FUNCTION steps_line(resource text, capacity smallint[], booked smallint[], other smallint[], bookable int, taken int) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  first int; last int; c int; b int;
  code text := '';
BEGIN
  FOR n IN 1 .. coalesce(greatest(cardinality(capacity), cardinality(booked), cardinality(other)), 0) LOOP
    c := coalesce(capacity[n], 0);
    b := coalesce(booked[n], 0) + coalesce(other[n], 0);
    IF c > 0 OR b > 0 THEN
      IF c < 0 THEN c := 0; END IF;
      IF b < 0 THEN b := 0; END IF;
      IF first IS NULL THEN first := n - 1; ELSIF n > last + 1 THEN code := code || repeat('0000', n - last - 1); END IF;
      last := n;
      code := code || chr(48 + c / 64) || chr(48 + c % 64) || chr(48 + b / 64) || chr(48 + b % 64);
    END IF;
  END LOOP;
  RETURN resource || E'\t' || bookable || E'\t' || taken || E'\t' || coalesce(first, 0) || E'\t' || code;
END $$;
ALTER TABLE "CapacityDay" ADD COLUMN line TEXT NOT NULL GENERATED ALWAYS AS (
  steps_line(resource, capacity, booked, other, "bookableMinutes" - greatest(0, "otherMinutes" - "reserveMinutes"), "bookedMinutes")) STORED;

CREATE OR REPLACE FUNCTION follow_use() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE room "CapacityDay";
BEGIN
  IF TG_OP <> 'INSERT' THEN
    UPDATE "CapacityDay" SET booked = steps_sum(booked, OLD.minutes, -1), "bookedMinutes" = "bookedMinutes" - steps_total(OLD.minutes)
      WHERE "dealershipId" = OLD."dealershipId" AND day = OLD.day AND resource = OLD.resource;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    UPDATE "CapacityDay" SET booked = steps_sum(booked, NEW.minutes, 1), "bookedMinutes" = "bookedMinutes" + steps_total(NEW.minutes)
      WHERE "dealershipId" = NEW."dealershipId" AND day = NEW.day AND resource = NEW.resource RETURNING * INTO room;
    IF NOT NEW."pastCapacity" THEN
      IF room."otherMinutes" > 0 THEN room.booked := steps_sum(room.booked, room.other, 1); END IF;
      IF room."bookedMinutes" + greatest(0, room."otherMinutes" - room."reserveMinutes") > room."bookableMinutes"
        OR steps_over(room.booked, room.capacity, NEW.minutes) THEN
        RAISE EXCEPTION 'capacity_exceeded: % on %', NEW.resource, NEW.day USING ERRCODE = 'exclusion_violation';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END $$;

-- The clock of the command that writes; without one, the clock of the database.
CREATE FUNCTION app_now() RETURNS timestamptz LANGUAGE sql STABLE
  AS $$ SELECT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) $$;

-- Work of the days from p_from to p_to that took no place by a booking, each minute once. Work in the plan counts on its days, in
-- the shifts of its technician; work that waits for its plan counts today. Of a booked car counts what goes beyond the booked
-- minutes of the day. begins is null where the half hours are those of the booking, or not known yet.
CREATE FUNCTION other_work(p_dealership uuid, p_from date, p_to date, p_now timestamptz)
RETURNS TABLE (day date, use text, skill text, grade text, bay text, booked boolean, "jobId" uuid, minutes int, begins timestamptz, ends timestamptz)
LANGUAGE sql STABLE AS $$
  WITH house AS (
    SELECT (p_now AT TIME ZONE z."timeZone")::date AS today, p_from::timestamp AT TIME ZONE z."timeZone" AS since,
      (p_now AT TIME ZONE z."timeZone")::date::timestamp AT TIME ZONE z."timeZone" AS midnight
    FROM "Dealership" z WHERE z.id = p_dealership
  ), piece AS (
    SELECT h.day, e."jobId", e.priority > 0 AS priority, b.kind::text AS bay, greatest(e."startsAt", h."startsAt") AS begins, least(e."endsAt", h."endsAt") AS ends,
      (extract(epoch FROM least(e."endsAt", h."endsAt") - greatest(e."startsAt", h."startsAt")) / 60)::int AS minutes
    FROM house, "PlanEntry" e
    JOIN "Bay" b ON b."dealershipId" = e."dealershipId" AND b.id = e."bayId"
    JOIN "Shift" h ON h."dealershipId" = e."dealershipId" AND h."staffId" = e."technicianId" AND h.kind IN ('work', 'overtime')
      AND h."startsAt" < e."endsAt" AND h."endsAt" > e."startsAt" AND h.day BETWEEN p_from AND p_to
    WHERE e."dealershipId" = p_dealership AND e."endsAt" > house.since AND e.status <> 'cancelled'
    UNION ALL
    SELECT house.today, j.id, false, j."bayKind"::text, NULL, NULL, greatest(0, j.minutes - coalesce(k.worked, 0))
    FROM house, "RepairOrder" o
    JOIN "Job" j ON j."dealershipId" = o."dealershipId" AND j."orderId" = o.id AND j.status IN ('queued', 'assigned', 'inWork', 'paused', 'rework')
    LEFT JOIN LATERAL (SELECT sum(extract(epoch FROM c."endsAt" - c."startsAt") / 60)::int AS worked
      FROM "Clocking" c WHERE c."dealershipId" = j."dealershipId" AND c."jobId" = j.id AND c."endsAt" IS NOT NULL) k ON true
    WHERE o."dealershipId" = p_dealership AND o.status IN ('queued', 'inRepair', 'rework') AND house.today BETWEEN p_from AND p_to
      AND NOT EXISTS (SELECT 1 FROM "PlanEntry" e WHERE e."dealershipId" = j."dealershipId" AND e."jobId" = j.id
        AND e.status IN ('planned', 'active') AND e."endsAt" > house.midnight)
  ), known AS (
    SELECT p.*, j.skill::text AS skill, j."minGrade"::text AS grade, v."appointmentId", j."additionalWorkId" IS NOT NULL AS additional, p.bay = 'quick' AS quick,
      v."arrivedAt" < d."startsAt" AS earlier, coalesce(u.taken, 0) AS taken
    FROM piece p
    JOIN "BookingDay" d ON d."dealershipId" = p_dealership AND d.day = p.day
    JOIN "Job" j ON j."dealershipId" = p_dealership AND j.id = p."jobId"
    JOIN "RepairOrder" o ON o."dealershipId" = p_dealership AND o.id = j."orderId"
    JOIN "Visit" v ON v."dealershipId" = p_dealership AND v.id = o."visitId"
    LEFT JOIN "CapacityUse" c ON c."dealershipId" = p_dealership AND c."appointmentId" = v."appointmentId" AND c.day = p.day AND c.resource = 'work'
    CROSS JOIN LATERAL (SELECT steps_total(c.minutes) AS taken) u
    WHERE p.minutes > 0
  ), counted AS (
    SELECT k.*, CASE WHEN additional OR quick OR "appointmentId" IS NULL THEN minutes
      ELSE least(minutes, greatest(0, sum(minutes) OVER (PARTITION BY k.day, "appointmentId", additional OR quick ORDER BY begins, "jobId", ends) - taken)) END::int AS over
    FROM known k
  )
  SELECT day, CASE WHEN additional THEN 'additionalWork' WHEN earlier THEN 'carryOver' WHEN quick THEN 'quickLane'
      WHEN "appointmentId" IS NOT NULL THEN 'additionalWork' WHEN priority THEN 'urgent' ELSE 'walkIn' END,
    skill, grade, bay, "appointmentId" IS NOT NULL, "jobId", over,
    CASE WHEN additional OR "appointmentId" IS NULL OR taken = 0 THEN begins END,
    CASE WHEN additional OR "appointmentId" IS NULL OR taken = 0 THEN ends END
  FROM counted WHERE over > 0
$$;

-- Brings the ledger from today on in line with it. A piece takes technicians, its skill, its grade and its kind of bay; in the quick lane, the
-- lane and its bays instead, which stand for a booked car already, and minutes of the reserve.
CREATE FUNCTION follow_other_work(p_dealership uuid, p_now timestamptz) RETURNS void
-- Planned once for each connection: planning takes many times as long as running.
LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan SET jit = off AS $$
DECLARE v_today date;
BEGIN
  SELECT (p_now AT TIME ZONE z."timeZone")::date INTO v_today FROM "Dealership" z WHERE z.id = p_dealership;
  WITH work AS MATERIALIZED (
    SELECT w.*, w.bay = 'quick' AS quick FROM other_work(p_dealership, v_today, v_today + 365, p_now) w
  ), taken AS (
    SELECT w.day, r.resource, w.minutes, CASE WHEN r.stepped THEN w.begins END AS begins, w.ends
    FROM work w CROSS JOIN LATERAL (VALUES ('work', NOT w.quick, true), ('skill:' || w.skill, true, NOT w.quick),
      ('grade:' || w.grade, true, NOT w.quick),
      ('bay:' || w.bay, true, NOT (w.quick AND w.booked)), ('quick', true, w.quick AND NOT w.booked)) r(resource, stepped, wanted)
    WHERE r.wanted
  ), total AS (
    SELECT day, resource, sum(minutes)::int AS minutes FROM taken GROUP BY day, resource
  ), step AS (
    SELECT t.day, t.resource, n, least(32767, sum(extract(epoch FROM least(t.ends, d."startsAt" + (n + 1) * interval '30 minutes')
        - greatest(t.begins, d."startsAt" + n * interval '30 minutes')) / 60))::smallint AS minutes
    FROM taken t JOIN "BookingDay" d ON d."dealershipId" = p_dealership AND d.day = t.day
    CROSS JOIN LATERAL generate_series(floor(extract(epoch FROM t.begins - d."startsAt") / 1800)::int,
      ceil(extract(epoch FROM t.ends - d."startsAt") / 1800)::int - 1) n
    WHERE t.begins IS NOT NULL GROUP BY t.day, t.resource, n
  ), steps AS (
    SELECT s.day, s.resource, array_agg(coalesce(x.minutes, 0::smallint) ORDER BY g) AS other
    FROM (SELECT day, resource, max(n) AS last FROM step GROUP BY day, resource) s
    CROSS JOIN LATERAL generate_series(0, s.last) g
    LEFT JOIN step x ON x.day = s.day AND x.resource = s.resource AND x.n = g
    GROUP BY s.day, s.resource
  ), changed AS (
    SELECT c.day, c.resource, coalesce(s.other, '{}') AS other, coalesce(t.minutes, 0) AS minutes
    FROM "CapacityDay" c
    LEFT JOIN total t ON t.day = c.day AND t.resource = c.resource
    LEFT JOIN steps s ON s.day = c.day AND s.resource = c.resource
    WHERE c."dealershipId" = p_dealership AND c.day >= v_today
      AND (c."otherMinutes" <> coalesce(t.minutes, 0) OR c.other <> coalesce(s.other, '{}'))
    ORDER BY c.day, c.resource FOR UPDATE OF c
  )
  UPDATE "CapacityDay" c SET other = n.other, "otherMinutes" = n.minutes FROM changed n
  WHERE c."dealershipId" = p_dealership AND c.day = n.day AND c.resource = n.resource;
END $$;

-- Whoever writes the plan or the work of an order: the ledger follows once, when the transaction ends.
CREATE FUNCTION work_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE house uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD."dealershipId" ELSE NEW."dealershipId" END;
BEGIN
  IF current_setting('app.other_work', true) IS DISTINCT FROM house::text THEN
    PERFORM set_config('app.other_work', house::text, true);
    PERFORM follow_other_work(house, app_now());
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER work_changed AFTER INSERT OR UPDATE OR DELETE ON "PlanEntry"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION work_changed();
CREATE CONSTRAINT TRIGGER work_changed AFTER INSERT OR UPDATE OF status, minutes, skill, "bayKind", "additionalWorkId" OR DELETE ON "Job"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION work_changed();
CREATE CONSTRAINT TRIGGER work_changed AFTER UPDATE OF status ON "RepairOrder"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.status <> NEW.status) EXECUTE FUNCTION work_changed();
