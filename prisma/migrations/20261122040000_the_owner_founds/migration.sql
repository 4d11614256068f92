-- Who owns the database founds groups and dealerships, also as a role that is no superuser; the app's role never does.
CREATE FUNCTION owns_the_tables() RETURNS boolean LANGUAGE sql STABLE
  AS $$ SELECT EXISTS (SELECT 1 FROM pg_catalog.pg_class c
    WHERE c.oid = 'public."Dealership"'::regclass AND pg_catalog.pg_get_userbyid(c.relowner) = current_user) $$;
CREATE POLICY founded ON "Group" FOR INSERT WITH CHECK (owns_the_tables());
CREATE POLICY founded ON "Dealership" FOR INSERT WITH CHECK (owns_the_tables());
