-- A grade is worth its share of the time, and harder work needs technicians of its grade or above (register 7.1).
ALTER TABLE "BookingDay" ADD COLUMN grades JSONB NOT NULL DEFAULT '[]';
ALTER TABLE "AppointmentItem" ADD COLUMN "minGrade" "TechnicianGrade" NOT NULL DEFAULT 'junior';
ALTER TABLE "AppointmentItem" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "ServicePackage" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "LabourOperation" NO FORCE ROW LEVEL SECURITY;
UPDATE "AppointmentItem" i SET "minGrade" = p."minGrade"
  FROM "ServicePackage" p WHERE p."dealershipId" = i."dealershipId" AND p.id = i."packageId" AND p."minGrade" <> 'junior';
UPDATE "AppointmentItem" i SET "minGrade" = o."minGrade"
  FROM "LabourOperation" o WHERE o."dealershipId" = i."dealershipId" AND o.id = i."operationId" AND o."minGrade" <> 'junior';
ALTER TABLE "AppointmentItem" FORCE ROW LEVEL SECURITY;
ALTER TABLE "ServicePackage" FORCE ROW LEVEL SECURITY;
ALTER TABLE "LabourOperation" FORCE ROW LEVEL SECURITY;

-- As before, and each item with the grade it needs.
CREATE OR REPLACE FUNCTION slot_search(
  p_dealership uuid, p_now timestamptz, p_from date, p_days int, p_packages uuid[], p_operations uuid[], p_moving uuid, p_more text[]
) RETURNS TABLE (day date, "startsAt" timestamptz, "opensAt" timestamptz, "closesAt" timestamptz, "attendanceMinutes" int, rooms text, house jsonb)
-- Planned once for each connection: to plan again for the values of each search would cost more than the search.
LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
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
  SELECT coalesce(jsonb_agg(jsonb_build_object('skill', t.skill, 'minutes', t.minutes, 'bayKind', t.bay, 'quickLane', t.quick, 'minGrade', t.grade) ORDER BY t.n), '[]'),
    array_agg('skill:' || t.skill) || array_agg('bay:' || t.bay) || array_agg('grade:' || t.grade)
    INTO v_items, v_resources FROM (
      SELECT p.skill::text, p.minutes, p."bayKind"::text AS bay, p."quickLane" AS quick, p."minGrade"::text AS grade, array_position(p_packages, p.id) AS n
        FROM "ServicePackage" p WHERE p."dealershipId" = p_dealership AND p.id = ANY(p_packages)
      UNION ALL
      SELECT o.skill::text, o.minutes, 'general', false, o."minGrade"::text, 1000 + array_position(p_operations, o.id)
        FROM "LabourOperation" o WHERE o."dealershipId" = p_dealership AND o.id = ANY(p_operations)
      UNION ALL
      SELECT i.skill::text, i.minutes, i."bayKind"::text, i."quickLane", i."minGrade"::text, 2000 + i.position
        FROM "AppointmentItem" i WHERE i."dealershipId" = p_dealership AND i."appointmentId" = p_moving) t;
  v_resources := ARRAY['bay:general', 'skill:general'] || v_resources || p_more;
  IF 'bay:quick' = ANY(v_resources) THEN v_resources := v_resources || ARRAY['quick']; END IF;
  RETURN QUERY
    SELECT g.day, d."startsAt", d."opensAt", d."closesAt", d."attendanceMinutes",
      c.lines,
      CASE WHEN g.day = v_from THEN jsonb_build_object('timeZone', v_zone, 'settings', v_settings, 'items', v_items,
        'quiet', (SELECT jsonb_agg(jsonb_build_object('weekdays', q.weekdays, 'from', q."from", 'to', q."to", 'firstDay', q."firstDay",
            'lastDay', q."lastDay", 'discountBp', q."discountBp"))
          FROM "QuietOffer" q WHERE q."dealershipId" = p_dealership AND q."withdrawnAt" IS NULL
            AND q."firstDay" < v_from + p_days AND q."lastDay" >= v_from),
        'moving', (SELECT jsonb_build_object('startsAt', a."startsAt", 'waiting', a.waiting, 'uses', (SELECT jsonb_agg(jsonb_build_object('day', u.day, 'resource', u.resource, 'minutes', u.minutes))
          FROM "CapacityUse" u WHERE u."dealershipId" = p_dealership AND u."appointmentId" = a.id))
          FROM "Appointment" a WHERE a."dealershipId" = p_dealership AND a.id = p_moving)) END
    FROM (SELECT v_from + n AS day FROM generate_series(0, p_days - 1) n) g
    LEFT JOIN "BookingDay" d ON d."dealershipId" = p_dealership AND d.day = g.day
    LEFT JOIN (SELECT c.day, string_agg(c.line, E'\n') AS lines FROM "CapacityDay" c
      WHERE c."dealershipId" = p_dealership AND c.day BETWEEN v_from AND v_from + p_days - 1 AND (c.common OR c.resource = ANY(v_resources)) GROUP BY c.day) c ON c.day = g.day
    ORDER BY g.day;
END $$;
