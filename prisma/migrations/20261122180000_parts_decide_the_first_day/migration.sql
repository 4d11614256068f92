-- Days from order to arrival of a part; without one, the dealership's usual time (setting parts.leadDays) counts.
ALTER TABLE "Part" ADD COLUMN "leadDays" INTEGER;
ALTER TABLE "Part" ADD CONSTRAINT part_lead_days CHECK ("leadDays" BETWEEN 0 AND 365);

-- The parts that the wanted packages lack, each with the day from which it is there: what is ordered for the booking on the day it
-- is expected, what is not in stock after the supplier's time (p_lead days, where the part has none of its own). The one rule for the
-- search of free times and for booking: a wish asks by its packages, a booking that is there already by its own reservations. The
-- tenant is set by the caller; planned once for each connection, as the search is. Unsorted: to sort by a text in an aggregate takes
-- five times as long as all the rest.
CREATE FUNCTION late_parts(p_dealership uuid, p_today date, p_lead int, p_packages uuid[], p_booking uuid) RETURNS jsonb
LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  v_late jsonb;
  v_more jsonb;
BEGIN
  IF cardinality(p_packages) > 0 THEN
    SELECT jsonb_agg(jsonb_build_object('name', p.name, 'nameEn', p."nameEn", 'day', p_today + coalesce(p."leadDays", p_lead)))
      INTO v_late
      FROM (SELECT i."partId", sum(i."quantityMilli") AS quantity FROM "PackageItem" i
        WHERE i."dealershipId" = p_dealership AND i."packageId" = ANY(p_packages) AND i."partId" IS NOT NULL GROUP BY i."partId") w
      LEFT JOIN "StockItem" s ON s."dealershipId" = p_dealership AND s."partId" = w."partId"
      JOIN "Part" p ON p."dealershipId" = p_dealership AND p.id = w."partId"
      WHERE coalesce(s."onHandMilli" - s."reservedMilli", 0) < w.quantity AND p."disabledAt" IS NULL;
  END IF;
  IF p_booking IS NOT NULL THEN
    SELECT jsonb_agg(jsonb_build_object('name', p.name, 'nameEn', p."nameEn",
        'day', greatest(p_today, coalesce(r."expectedOn", p_today + coalesce(p."leadDays", p_lead)))))
      INTO v_more
      FROM "PartReservation" r JOIN "Part" p ON p."dealershipId" = p_dealership AND p.id = r."partId"
      WHERE r."dealershipId" = p_dealership AND r."appointmentId" = p_booking AND r."jobId" IS NULL AND r.status IN ('requested', 'ordered');
  END IF;
  RETURN CASE WHEN v_late IS NULL THEN v_more WHEN v_more IS NULL THEN v_late ELSE v_late || v_more END;
END $$;
