-- Who holds this secret, in one question instead of a transaction of five: every page asks it first. Nothing for a session that is
-- unknown, revoked, expired or idle, and for a person or account that is disabled.
CREATE FUNCTION session_holder(p_hash text, p_now timestamptz, p_idle interval, p_touch boolean)
RETURNS TABLE ("sessionId" uuid, "dealershipId" uuid, id uuid, name text, "nameEn" text, roles text[], grade text, locale text,
  "houseName" text, "houseNameEn" text, "timeZone" text)
LANGUAGE plpgsql AS $$
DECLARE
  held "StaffSession";
BEGIN
  PERFORM set_config('app.shown_hash', p_hash, true);
  SELECT s.* INTO held FROM "StaffSession" s WHERE s."tokenHash" = p_hash;
  IF NOT FOUND OR held."revokedAt" IS NOT NULL OR held."expiresAt" <= p_now OR held."lastSeenAt" + p_idle <= p_now THEN
    RETURN;
  END IF;
  PERFORM set_config('app.dealership_id', held."dealershipId"::text, true);
  RETURN QUERY SELECT held.id, held."dealershipId", p.id, p.name, p."nameEn", p.roles, p.grade::text, a.locale, d.name, d."nameEn", d."timeZone"
    FROM "Staff" p JOIN "Dealership" d ON d.id = p."dealershipId" LEFT JOIN "Account" a ON a.id = p."accountId"
    WHERE p."dealershipId" = held."dealershipId" AND p.id = held."staffId" AND p."disabledAt" IS NULL AND a."disabledAt" IS NULL;
  IF FOUND AND p_touch AND held."lastSeenAt" + interval '1 minute' <= p_now THEN
    UPDATE "StaffSession" s SET "lastSeenAt" = p_now WHERE s."dealershipId" = held."dealershipId" AND s.id = held.id;
  END IF;
END $$;
