-- The integration behind a bearer key in one statement; the hour of its last use is noted.
CREATE FUNCTION shown_api_key(p_hash text, p_now timestamptz)
RETURNS TABLE (id uuid, "dealershipId" uuid, name text, scopes text[])
LANGUAGE plpgsql AS $$
DECLARE
  shown "ApiKey";
BEGIN
  PERFORM set_config('app.shown_hash', p_hash, true);
  SELECT k.* INTO shown FROM "ApiKey" k WHERE k."keyHash" = p_hash AND k."revokedAt" IS NULL;
  IF NOT FOUND THEN RETURN; END IF;
  IF shown."lastUsedAt" IS NULL OR shown."lastUsedAt" < p_now - interval '1 hour' THEN
    PERFORM set_config('app.dealership_id', shown."dealershipId"::text, true);
    UPDATE "ApiKey" k SET "lastUsedAt" = p_now WHERE k."dealershipId" = shown."dealershipId" AND k.id = shown.id;
  END IF;
  RETURN QUERY SELECT shown.id, shown."dealershipId", shown.name, shown.scopes;
END $$;
