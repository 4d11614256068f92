-- The integration behind a bearer key, and how often it was shown in its minute, in one statement; the hour of its last use is noted.
DROP FUNCTION shown_api_key(text, timestamptz);
CREATE FUNCTION shown_api_key(p_hash text, p_now timestamptz, OUT id uuid, OUT "dealershipId" uuid, OUT name text, OUT scopes text[],
  OUT used int, OUT "resetMs" int)
RETURNS SETOF record LANGUAGE plpgsql AS $$
DECLARE
  shown "ApiKey";
  ms bigint := floor(extract(epoch FROM clock_timestamp()) * 1000);
  ends bigint;
BEGIN
  PERFORM set_config('app.shown_hash', p_hash, true);
  SELECT k.* INTO shown FROM "ApiKey" k WHERE k."keyHash" = p_hash AND k."revokedAt" IS NULL;
  IF NOT FOUND THEN RETURN; END IF;
  -- A count that a crash loses harms nobody: nothing waits for the disk.
  PERFORM set_config('synchronous_commit', 'off', true);
  IF shown."lastUsedAt" IS NULL OR shown."lastUsedAt" < p_now - interval '1 hour' THEN
    PERFORM set_config('app.dealership_id', shown."dealershipId"::text, true);
    UPDATE "ApiKey" k SET "lastUsedAt" = p_now WHERE k."dealershipId" = shown."dealershipId" AND k.id = shown.id;
  END IF;
  INSERT INTO "RateLimit" AS r (key, points, expire) VALUES ('api:' || shown.id, 1, ms + 60000)
    ON CONFLICT (key) DO UPDATE SET points = CASE WHEN r.expire > ms THEN r.points + 1 ELSE 1 END,
      expire = CASE WHEN r.expire > ms THEN r.expire ELSE ms + 60000 END
    RETURNING r.points, r.expire INTO used, ends;
  id := shown.id;
  "dealershipId" := shown."dealershipId";
  name := shown.name;
  scopes := shown.scopes;
  "resetMs" := ends - ms;
  RETURN NEXT;
END $$;
