-- A process remembers a key for a moment and tells, when it asks again, how often the key was shown meanwhile.
DROP FUNCTION shown_api_keys(text[], timestamptz);
DROP FUNCTION shown_api_key(text, timestamptz);
CREATE FUNCTION shown_api_key(p_hash text, p_uses int, p_now timestamptz, OUT id uuid, OUT "dealershipId" uuid, OUT name text,
  OUT scopes text[], OUT used int, OUT "resetMs" int)
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
  INSERT INTO "RateLimit" AS r (key, points, expire) VALUES ('api:' || shown.id, p_uses, ms + 60000)
    ON CONFLICT (key) DO UPDATE SET points = CASE WHEN r.expire > ms THEN r.points + p_uses ELSE 1 END,
      expire = CASE WHEN r.expire > ms THEN r.expire ELSE ms + 60000 END
    RETURNING r.points, r.expire INTO used, ends;
  id := shown.id;
  "dealershipId" := shown."dealershipId";
  name := shown.name;
  scopes := shown.scopes;
  "resetMs" := ends - ms;
  RETURN NEXT;
END $$;

CREATE FUNCTION shown_api_keys(p_hashes text[], p_uses int[], p_now timestamptz)
RETURNS TABLE (hash text, id uuid, "dealershipId" uuid, name text, scopes text[], used int, "resetMs" int) LANGUAGE plpgsql AS $$
DECLARE
  at int;
BEGIN
  FOR at IN 1 .. coalesce(array_length(p_hashes, 1), 0) LOOP
    RETURN QUERY SELECT p_hashes[at], k.* FROM shown_api_key(p_hashes[at], p_uses[at], p_now) k;
  END LOOP;
END $$;
