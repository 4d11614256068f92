-- Several keys that are shown at the same moment, in one statement; one that is shown twice counts twice.
CREATE FUNCTION shown_api_keys(p_hashes text[], p_now timestamptz)
RETURNS TABLE (hash text, id uuid, "dealershipId" uuid, name text, scopes text[], used int, "resetMs" int) LANGUAGE plpgsql AS $$
DECLARE
  one text;
BEGIN
  FOREACH one IN ARRAY p_hashes LOOP
    RETURN QUERY SELECT one, k.* FROM shown_api_key(one, p_now) k;
  END LOOP;
END $$;
