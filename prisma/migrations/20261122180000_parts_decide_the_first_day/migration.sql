-- Days from order to arrival of a part; without one, the dealership's usual time (setting parts.leadDays) counts.
ALTER TABLE "Part" ADD COLUMN "leadDays" INTEGER;
ALTER TABLE "Part" ADD CONSTRAINT part_lead_days CHECK ("leadDays" BETWEEN 0 AND 365);

-- The parts that the wanted packages lack, each with the day from which it is there: what is ordered for the booking on the day it
-- is expected, what is not in stock after the supplier's time. The one rule for the search of free times and for booking.
-- A booking that is there already asks by its own reservations (p_booking), a wish by its packages.
CREATE FUNCTION late_parts(p_dealership uuid, p_now timestamptz, p_lead int, p_packages uuid[], p_booking uuid) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
  v_today date;
  v_lead int;
  v_late jsonb;
BEGIN
  IF cardinality(p_packages) = 0 AND p_booking IS NULL THEN RETURN NULL; END IF;
  PERFORM set_config('app.dealership_id', p_dealership::text, true);
  SELECT (p_now AT TIME ZONE z."timeZone")::date INTO v_today FROM "Dealership" z WHERE z.id = p_dealership;
  SELECT (s.value #>> '{}')::int INTO v_lead FROM "Setting" s WHERE s."dealershipId" = p_dealership AND s.key = 'parts.leadDays';
  WITH wanted AS (
    SELECT i."partId", sum(i."quantityMilli") AS quantity FROM "PackageItem" i
    WHERE i."dealershipId" = p_dealership AND i."packageId" = ANY(p_packages) AND i."partId" IS NOT NULL GROUP BY i."partId"
  ), late AS (
    SELECT w."partId", NULL::date AS expected FROM wanted w
    LEFT JOIN "StockItem" s ON s."dealershipId" = p_dealership AND s."partId" = w."partId"
    WHERE coalesce(s."onHandMilli" - s."reservedMilli", 0) < w.quantity
    UNION ALL
    SELECT r."partId", r."expectedOn" FROM "PartReservation" r
    WHERE r."dealershipId" = p_dealership AND r."appointmentId" = p_booking AND r."jobId" IS NULL AND r.status IN ('requested', 'ordered')
  )
  SELECT jsonb_agg(jsonb_build_object('name', p.name, 'nameEn', p."nameEn",
      'day', greatest(v_today, coalesce(l.expected, v_today + coalesce(p."leadDays", v_lead, p_lead)))) ORDER BY p.no)
    INTO v_late FROM late l JOIN "Part" p ON p."dealershipId" = p_dealership AND p.id = l."partId" AND p."disabledAt" IS NULL;
  RETURN v_late;
END $$;
