-- Are all advisers who are on duty at this moment taken? Asked before a booking begins: who is too late hears it at once.
CREATE FUNCTION reception_taken(p_dealership uuid, p_at timestamptz) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  v_taken boolean;
BEGIN
  PERFORM set_config('app.dealership_id', p_dealership::text, true);
  SELECT bool_and(c.booked[s.step] >= c.capacity[s.step]) INTO v_taken
    FROM "BookingDay" d
    CROSS JOIN LATERAL (SELECT floor(extract(epoch FROM p_at - d."startsAt") / 1800)::int + 1 AS step) s
    JOIN "CapacityDay" c ON c."dealershipId" = d."dealershipId" AND c.day = d.day AND c.resource LIKE 'adviser:%' AND c.capacity[s.step] > 0
    WHERE d."dealershipId" = p_dealership AND d.day BETWEEN (p_at AT TIME ZONE 'UTC')::date - 1 AND (p_at AT TIME ZONE 'UTC')::date + 1
      AND d."opensAt" <= p_at AND p_at < d."closesAt";
  RETURN coalesce(v_taken, false);
END $$;
