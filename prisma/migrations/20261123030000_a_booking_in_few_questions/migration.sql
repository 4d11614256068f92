-- Rows of several tables in the order given, and jobs, in one statement: [{"table", "rows"} | {"jobs"}]. The rows of one entry have the
-- same fields; what is not named takes the default of its column.
CREATE FUNCTION write_rows(p_entries jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  entry jsonb;
  fields text;
  job jsonb;
BEGIN
  FOR entry IN SELECT value FROM jsonb_array_elements(p_entries) LOOP
    IF entry ? 'jobs' THEN
      FOR job IN SELECT value FROM jsonb_array_elements(entry -> 'jobs') LOOP
        PERFORM jobs.add_job(job ->> 'task', (job -> 'payload')::json, job ->> 'key', (job ->> 'runAt')::timestamptz, 8);
      END LOOP;
    ELSE
      SELECT string_agg(quote_ident(name), ', ') INTO fields FROM jsonb_object_keys(entry -> 'rows' -> 0) name;
      EXECUTE format('INSERT INTO %I (%s) SELECT %2$s FROM jsonb_populate_recordset(NULL::%1$I, $1)', entry ->> 'table', fields)
        USING entry -> 'rows';
    END IF;
  END LOOP;
END $$;

-- What decides when a house is open: weekdays, the days decided one by one, its rules of the calendar.
CREATE FUNCTION house_hours(p_dealership uuid, p_from date, p_to date) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object(
    'weekdays', (SELECT coalesce(jsonb_agg(jsonb_build_object('weekday', h.weekday, 'opensAt', h."opensAt", 'closesAt', h."closesAt")
        ORDER BY h.weekday), '[]')
      FROM "OpeningHours" h WHERE h."dealershipId" = p_dealership),
    'exceptions', (SELECT coalesce(jsonb_agg(jsonb_build_object('day', to_char(c.day, 'YYYY-MM-DD'), 'isOpen', c."isOpen",
        'opensAt', c."opensAt", 'closesAt', c."closesAt", 'reason', c.reason) ORDER BY c.day), '[]')
      FROM "CalendarDay" c WHERE c."dealershipId" = p_dealership AND c.day BETWEEN p_from AND p_to),
    'rules', (SELECT coalesce(jsonb_object_agg(s.key, s.value), '{}')
      FROM "Setting" s WHERE s."dealershipId" = p_dealership AND s.key LIKE 'calendar.%'))
$$;

-- The files of a telephone number and of a car, and a number for a new file. Who registers the same number waits here for the first.
CREATE FUNCTION who_is_known(p_dealership uuid, p_phone text, p_plate text, p_vin text,
  OUT customer jsonb, OUT "byPlate" jsonb, OUT "byVin" jsonb, OUT parties jsonb, OUT "timeZone" text, OUT number bigint)
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(p_dealership || ':' || p_phone, 0));
  SELECT jsonb_build_object('id', c.id, 'formOfAddress', c."formOfAddress", 'locale', c.locale, 'phone', c.phone,
      'preferredAdviserId', c."preferredAdviserId") INTO customer
    FROM "Customer" c WHERE c."dealershipId" = p_dealership AND c.phone = p_phone AND c."mergedIntoId" IS NULL
    ORDER BY c."createdAt" LIMIT 1;
  SELECT jsonb_build_object('id', v.id, 'plate', v.plate, 'vin', v.vin, 'brand', v.brand, 'model', v.model) INTO "byPlate"
    FROM "Vehicle" v WHERE v."dealershipId" = p_dealership AND v.plate = p_plate;
  SELECT jsonb_build_object('id', v.id, 'plate', v.plate, 'vin', v.vin, 'brand', v.brand, 'model', v.model) INTO "byVin"
    FROM "Vehicle" v WHERE v."dealershipId" = p_dealership AND v.vin = p_vin;
  SELECT jsonb_agg(jsonb_build_object('id', p.id, 'customerId', p."customerId", 'role', p.role)) INTO parties
    FROM "VehicleParty" p WHERE p."dealershipId" = p_dealership AND p.until IS NULL
      AND p."vehicleId" = coalesce("byPlate" ->> 'id', "byVin" ->> 'id')::uuid;
  SELECT d."timeZone" INTO "timeZone" FROM "Dealership" d WHERE d.id = p_dealership;
  IF customer IS NULL THEN number := nextval('document_number'); END IF;
END $$;

-- What decides whether a car may come at a time, and who receives it; the ledger of the day is held until the transaction ends, so
-- that the bookings of a day are decided one by one.
CREATE FUNCTION place_of_booking(p_dealership uuid, p_now timestamptz, p_day date, p_from timestamptz, p_to timestamptz, p_vehicle uuid,
  p_open text[], p_days int, p_resources text[],
  OUT hours jsonb, OUT "alreadyBooked" boolean, OUT advisers jsonb, OUT offers jsonb, OUT number bigint, OUT ledger jsonb)
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "BookingDay" d WHERE d."dealershipId" = p_dealership AND d.day = p_day FOR UPDATE;
  hours := house_hours(p_dealership, p_day, p_day);
  "alreadyBooked" := EXISTS (SELECT 1 FROM "Appointment" a WHERE a."dealershipId" = p_dealership AND a."vehicleId" = p_vehicle
    AND a.status::text = ANY(p_open) AND a."startsAt" >= p_from AND a."startsAt" < p_to);
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name, 'nameEn', s."nameEn") ORDER BY s."employeeNo"), '[]')
    INTO advisers FROM "Staff" s
    WHERE s."dealershipId" = p_dealership AND s."disabledAt" IS NULL AND s.roles::text[] && ARRAY['serviceAdviser', 'receptionAdviser'];
  SELECT coalesce(jsonb_agg(jsonb_build_object('weekdays', q.weekdays, 'from', q."from", 'to', q."to",
      'firstDay', to_char(q."firstDay", 'YYYY-MM-DD'), 'lastDay', to_char(q."lastDay", 'YYYY-MM-DD'), 'discountBp', q."discountBp")), '[]')
    INTO offers FROM "QuietOffer" q
    WHERE q."dealershipId" = p_dealership AND q."withdrawnAt" IS NULL AND p_day BETWEEN q."firstDay" AND q."lastDay";
  SELECT coalesce(jsonb_agg(jsonb_build_object('day', to_char(l.day, 'YYYY-MM-DD'), 'startsAt', l."startsAt", 'opensAt', l."opensAt",
      'closesAt', l."closesAt", 'rooms', l.rooms) ORDER BY l.day), '[]')
    INTO ledger FROM slot_search(p_dealership, p_now, p_day, p_days, '{}', '{}', NULL, p_resources) l;
  number := nextval('document_number');
END $$;

-- All that a message about an appointment may say.
CREATE FUNCTION told_of_appointment(p_dealership uuid, p_appointment uuid)
RETURNS TABLE (no text, "startsAt" timestamptz, "promisedFrom" timestamptz, "promisedAt" timestamptz, "heldUntil" timestamptz,
  "comebackOfId" uuid, "labourMinutes" int, "labourFen" int, "partsFen" int, "discountBp" int, customer jsonb, vehicle jsonb,
  dealership jsonb, adviser jsonb, "loanerStay" jsonb, "appointmentProposals" jsonb, "appointmentItems" jsonb)
-- Planned once for each connection: to plan so many small questions would take longer than to answer them.
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  SELECT a.no, a."startsAt", a."promisedFrom", a."promisedAt", a."heldUntil", a."comebackOfId", a."labourMinutes", a."labourFen",
    a."partsFen", a."discountBp",
    jsonb_build_object('id', c.id, 'name', c.name, 'formOfAddress', c."formOfAddress", 'phone', c.phone, 'locale', c.locale) AS customer,
    jsonb_build_object('plate', v.plate, 'plateKind', v."plateKind") AS vehicle,
    jsonb_build_object('name', d.name, 'nameEn', d."nameEn", 'phone', d.phone, 'address', d.address, 'addressEn', d."addressEn",
      'timeZone', d."timeZone") AS dealership,
    (SELECT jsonb_build_object('name', s.name, 'nameEn', s."nameEn") FROM "Staff" s
      WHERE s."dealershipId" = a."dealershipId" AND s.id = a."adviserId") AS adviser,
    (SELECT jsonb_build_object('plate', l.plate) FROM "LoanerStay" l
      WHERE l."dealershipId" = a."dealershipId" AND l."appointmentId" = a.id) AS "loanerStay",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', p.kind, 'outcome', p.outcome)), '[]') FROM "AppointmentProposal" p
      WHERE p."dealershipId" = a."dealershipId" AND p."appointmentId" = a.id) AS "appointmentProposals",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('packageId', i."packageId", 'operationId', i."operationId", 'description', i.description,
        'labourFen', i."labourFen",
        'package', CASE WHEN k.id IS NOT NULL THEN jsonb_build_object('name', k.name, 'nameEn', k."nameEn", 'workClass', k."workClass") END,
        'operation', CASE WHEN o.id IS NOT NULL THEN jsonb_build_object('name', o.name, 'nameEn', o."nameEn", 'workClass', o."workClass") END)
        ORDER BY i.position), '[]')
      FROM "AppointmentItem" i
      LEFT JOIN "ServicePackage" k ON k."dealershipId" = i."dealershipId" AND k.id = i."packageId"
      LEFT JOIN "LabourOperation" o ON o."dealershipId" = i."dealershipId" AND o.id = i."operationId"
      WHERE i."dealershipId" = a."dealershipId" AND i."appointmentId" = a.id) AS "appointmentItems"
  FROM "Appointment" a
    JOIN "Customer" c ON c."dealershipId" = a."dealershipId" AND c.id = a."customerId"
    JOIN "Vehicle" v ON v."dealershipId" = a."dealershipId" AND v.id = a."vehicleId"
    JOIN "Dealership" d ON d.id = a."dealershipId"
  WHERE a."dealershipId" = p_dealership AND a.id = p_appointment;
END $$;
