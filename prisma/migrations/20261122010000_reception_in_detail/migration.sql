ALTER TABLE "ReceptionRecord"
  ADD COLUMN suggestions text[] DEFAULT ARRAY[]::text[],
  ADD COLUMN "extraItems" jsonb,
  ADD COLUMN "damageShownAt" timestamptz(3);
ALTER TABLE "ReceptionRecord" ALTER COLUMN suggestions DROP DEFAULT;

-- What belongs to a signed record is as frozen as the record itself.
CREATE FUNCTION refuse_change_in_frozen_record() RETURNS trigger LANGUAGE plpgsql
  AS $$ BEGIN
    IF EXISTS (SELECT 1 FROM "ReceptionRecord" r
      WHERE r."dealershipId" = COALESCE(NEW."dealershipId", OLD."dealershipId")
        AND r.id IN (OLD."recordId", NEW."recordId") AND r."frozenAt" IS NOT NULL) THEN
      RAISE EXCEPTION 'the signed record is frozen' USING ERRCODE = 'BB001';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END $$;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['WalkAroundItem', 'DamageMark', 'Valuable'] LOOP
    EXECUTE format('CREATE TRIGGER frozen BEFORE INSERT OR UPDATE OR DELETE ON %I
      FOR EACH ROW EXECUTE FUNCTION refuse_change_in_frozen_record()', t);
  END LOOP;
END $$;
