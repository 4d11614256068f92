-- A discount on labour at quiet times: set by the manager, seen by the customer on the free time.
CREATE TABLE "QuietOffer" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "weekdays" INTEGER[],
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "firstDay" DATE NOT NULL,
    "lastDay" DATE NOT NULL,
    "discountBp" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),
    CONSTRAINT "QuietOffer_pkey" PRIMARY KEY ("dealershipId","id"),
    CONSTRAINT quiet_offer_share CHECK ("discountBp" BETWEEN 1 AND 10000),
    CONSTRAINT quiet_offer_times CHECK ("from" < "to" AND "firstDay" <= "lastDay")
);
CREATE INDEX "QuietOffer_dealershipId_lastDay_idx" ON "QuietOffer"("dealershipId", "lastDay");
ALTER TABLE "QuietOffer" ADD CONSTRAINT "QuietOffer_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "QuietOffer" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "QuietOffer" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "QuietOffer" USING ("dealershipId" = app_dealership()) WITH CHECK ("dealershipId" = app_dealership());

-- Everything a search for free times needs, in one statement whose plan is kept: the rules of the house and its offers once (first
-- row), then each day with the rooms that the wanted work may use.
CREATE FUNCTION slot_search(
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
  SELECT coalesce(jsonb_agg(jsonb_build_object('skill', t.skill, 'minutes', t.minutes, 'bayKind', t.bay, 'quickLane', t.quick) ORDER BY t.n), '[]'),
    array_agg('skill:' || t.skill) || array_agg('bay:' || t.bay)
    INTO v_items, v_resources FROM (
      SELECT p.skill::text, p.minutes, p."bayKind"::text AS bay, p."quickLane" AS quick, array_position(p_packages, p.id) AS n
        FROM "ServicePackage" p WHERE p."dealershipId" = p_dealership AND p.id = ANY(p_packages)
      UNION ALL
      SELECT o.skill::text, o.minutes, 'general', false, 1000 + array_position(p_operations, o.id)
        FROM "LabourOperation" o WHERE o."dealershipId" = p_dealership AND o.id = ANY(p_operations)
      UNION ALL
      SELECT i.skill::text, i.minutes, i."bayKind"::text, i."quickLane", 2000 + i.position
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
