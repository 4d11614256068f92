-- The name a reader of this language sees: lib/core/name-in.ts says the same.
CREATE FUNCTION name_in(name text, name_en text, locale text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT CASE WHEN locale = 'en' AND name_en <> '' THEN name_en ELSE name END $$;
