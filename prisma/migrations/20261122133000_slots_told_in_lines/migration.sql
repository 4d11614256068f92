-- Writing arrays as text was nearly all of what a search cost: each row keeps its own line, written when it changes.
-- resource, bookable and booked minutes of the day, number of the first step, then four signs for each step: capacity and booked
-- minutes with two signs of 64 each, from '0' on.
CREATE FUNCTION steps_line(resource text, capacity smallint[], booked smallint[], bookable int, taken int) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT concat_ws(E'\t', resource, bookable, taken, coalesce(min(f), 1) - 1,
      coalesce(string_agg(chr(48 + c / 64) || chr(48 + c % 64) || chr(48 + b / 64) || chr(48 + b % 64), '' ORDER BY n) FILTER (WHERE n BETWEEN f AND l), ''))
    FROM (SELECT c, b, n, min(n) FILTER (WHERE c > 0 OR b > 0) OVER () AS f, max(n) FILTER (WHERE c > 0 OR b > 0) OVER () AS l
      FROM (SELECT greatest(coalesce(x, 0), 0) AS c, greatest(coalesce(y, 0), 0) AS b, n FROM unnest(capacity, booked) WITH ORDINALITY AS u(x, y, n)) v) w $$;
ALTER TABLE "CapacityDay"
  ADD COLUMN line TEXT NOT NULL GENERATED ALWAYS AS (steps_line(resource, capacity, booked, "bookableMinutes", "bookedMinutes")) STORED,
  -- What every search needs, whatever the work.
  ADD COLUMN common BOOLEAN NOT NULL GENERATED ALWAYS AS (resource IN ('work', 'inspection', 'bay:wash') OR starts_with(resource, 'adviser:')) STORED;

CREATE OR REPLACE FUNCTION slot_search(
  p_dealership uuid, p_now timestamptz, p_from date, p_days int, p_packages uuid[], p_operations uuid[], p_moving uuid, p_more text[]
) RETURNS TABLE (day date, "startsAt" timestamptz, "opensAt" timestamptz, "closesAt" timestamptz, "attendanceMinutes" int, rooms text, house jsonb)
LANGUAGE plpgsql AS $$
DECLARE
  v_zone text;
  v_settings jsonb;
  v_items jsonb;
  v_resources text[];
  v_from date;
BEGIN
  PERFORM set_config('app.dealership_id', p_dealership::text, true);
  SELECT z."timeZone" INTO v_zone FROM "Dealership" z WHERE z.id = p_dealership;
  SELECT jsonb_object_agg(s.key, s.value) INTO v_settings FROM "Setting" s WHERE s."dealershipId" = p_dealership;
  v_from := coalesce(p_from, (p_now AT TIME ZONE v_zone)::date);
  WITH wanted AS (
    SELECT p.skill::text, p.minutes, p."bayKind"::text AS bay, p."quickLane" AS quick, w.n
      FROM unnest(p_packages) WITH ORDINALITY w(id, n) JOIN "ServicePackage" p ON p."dealershipId" = p_dealership AND p.id = w.id
    UNION ALL
    SELECT o.skill::text, o.minutes, 'general', false, 1000 + w.n
      FROM unnest(p_operations) WITH ORDINALITY w(id, n) JOIN "LabourOperation" o ON o."dealershipId" = p_dealership AND o.id = w.id
    UNION ALL
    SELECT i.skill::text, i.minutes, i."bayKind"::text, i."quickLane", 2000 + i.position
      FROM "AppointmentItem" i WHERE i."dealershipId" = p_dealership AND i."appointmentId" = p_moving
  )
  SELECT coalesce(jsonb_agg(jsonb_build_object('skill', t.skill, 'minutes', t.minutes, 'bayKind', t.bay, 'quickLane', t.quick) ORDER BY t.n), '[]'),
    array_agg(DISTINCT 'skill:' || t.skill) || array_agg(DISTINCT 'bay:' || t.bay)
    INTO v_items, v_resources FROM wanted t;
  v_resources := ARRAY['bay:general', 'skill:general'] || v_resources || p_more;
  IF 'bay:quick' = ANY(v_resources) THEN v_resources := v_resources || ARRAY['quick']; END IF;
  RETURN QUERY
    SELECT g.day, d."startsAt", d."opensAt", d."closesAt", d."attendanceMinutes",
      (SELECT string_agg(c.line, E'\n') FROM "CapacityDay" c
        WHERE c."dealershipId" = p_dealership AND c.day = g.day AND (c.common OR c.resource = ANY(v_resources))),
      CASE WHEN g.day = v_from THEN jsonb_build_object('timeZone', v_zone, 'settings', v_settings, 'items', v_items,
        'moving', (SELECT jsonb_build_object('startsAt', a."startsAt", 'waiting', a.waiting, 'uses', (SELECT jsonb_agg(jsonb_build_object('day', u.day, 'resource', u.resource, 'minutes', u.minutes))
          FROM "CapacityUse" u WHERE u."dealershipId" = p_dealership AND u."appointmentId" = a.id))
          FROM "Appointment" a WHERE a."dealershipId" = p_dealership AND a.id = p_moving)) END
    FROM (SELECT v_from + n AS day FROM generate_series(0, p_days - 1) n) g
    LEFT JOIN "BookingDay" d ON d."dealershipId" = p_dealership AND d.day = g.day
    ORDER BY g.day;
END $$;
