-- How a consent came, and who of the house wrote it down.
ALTER TABLE "Consent"
  ADD COLUMN "proof" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "byId" UUID;

-- Why somebody began and ended to own, bring or pay for a car. `confirmedAt`: the house has seen that the car changed hands.
ALTER TABLE "VehicleParty"
  ADD COLUMN "reason" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "endReason" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "confirmedAt" TIMESTAMPTZ(3),
  ADD COLUMN "byId" UUID;

-- The labels a dealership puts on its customers; for its own eyes.
CREATE TABLE "CustomerLabel" (
  "dealershipId" UUID NOT NULL,
  "name" TEXT NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL,
  "createdById" UUID,
  CONSTRAINT "CustomerLabel_pkey" PRIMARY KEY ("dealershipId", "name")
);

-- Two files that became one, and what it takes to part them again.
CREATE TABLE "CustomerMerge" (
  "dealershipId" UUID NOT NULL,
  "id" UUID NOT NULL,
  "keptId" UUID NOT NULL,
  "mergedId" UUID NOT NULL,
  "record" JSONB NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  "byId" UUID,
  "undoneAt" TIMESTAMPTZ(3),
  "undoneById" UUID,
  CONSTRAINT "CustomerMerge_pkey" PRIMARY KEY ("dealershipId", "id"),
  CONSTRAINT merge_of_two CHECK ("keptId" <> "mergedId")
);
CREATE UNIQUE INDEX merged_once ON "CustomerMerge" ("dealershipId", "mergedId") WHERE "undoneAt" IS NULL;
CREATE INDEX "CustomerMerge_dealershipId_keptId_idx" ON "CustomerMerge"("dealershipId", "keptId");
CREATE INDEX "CustomerMerge_dealershipId_mergedId_idx" ON "CustomerMerge"("dealershipId", "mergedId");

-- Two files that look alike and are two people.
CREATE TABLE "DistinctCustomers" (
  "dealershipId" UUID NOT NULL,
  "oneId" UUID NOT NULL,
  "otherId" UUID NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  "byId" UUID,
  CONSTRAINT "DistinctCustomers_pkey" PRIMARY KEY ("dealershipId", "oneId", "otherId"),
  CONSTRAINT distinct_in_order CHECK ("oneId" < "otherId")
);
CREATE INDEX "DistinctCustomers_dealershipId_otherId_idx" ON "DistinctCustomers"("dealershipId", "otherId");

-- Who looked at which number in full, and why (F50).
CREATE TABLE "AccessEntry" (
  "dealershipId" UUID NOT NULL,
  "id" UUID NOT NULL,
  "what" TEXT NOT NULL,
  "customerId" UUID,
  "vehicleId" UUID,
  "reason" TEXT NOT NULL,
  "byId" UUID NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "AccessEntry_pkey" PRIMARY KEY ("dealershipId", "id"),
  CONSTRAINT access_to_one CHECK (("customerId" IS NULL) <> ("vehicleId" IS NULL))
);
CREATE INDEX "AccessEntry_dealershipId_at_idx" ON "AccessEntry"("dealershipId", "at");
CREATE INDEX "AccessEntry_dealershipId_customerId_idx" ON "AccessEntry"("dealershipId", "customerId");
CREATE INDEX "AccessEntry_dealershipId_vehicleId_idx" ON "AccessEntry"("dealershipId", "vehicleId");
CREATE INDEX "AccessEntry_dealershipId_byId_idx" ON "AccessEntry"("dealershipId", "byId");
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "AccessEntry" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON "AccessEntry" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE "CustomerLabel" ADD CONSTRAINT "CustomerLabel_dealershipId_fkey"
  FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "CustomerMerge"
  ADD CONSTRAINT "CustomerMerge_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "CustomerMerge_dealershipId_keptId_fkey" FOREIGN KEY ("dealershipId", "keptId") REFERENCES "Customer"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  ADD CONSTRAINT "CustomerMerge_dealershipId_mergedId_fkey" FOREIGN KEY ("dealershipId", "mergedId") REFERENCES "Customer"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "DistinctCustomers"
  ADD CONSTRAINT "DistinctCustomers_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "DistinctCustomers_dealershipId_oneId_fkey" FOREIGN KEY ("dealershipId", "oneId") REFERENCES "Customer"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  ADD CONSTRAINT "DistinctCustomers_dealershipId_otherId_fkey" FOREIGN KEY ("dealershipId", "otherId") REFERENCES "Customer"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "AccessEntry"
  ADD CONSTRAINT "AccessEntry_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "AccessEntry_dealershipId_customerId_fkey" FOREIGN KEY ("dealershipId", "customerId") REFERENCES "Customer"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  ADD CONSTRAINT "AccessEntry_dealershipId_vehicleId_fkey" FOREIGN KEY ("dealershipId", "vehicleId") REFERENCES "Vehicle"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  ADD CONSTRAINT "AccessEntry_dealershipId_byId_fkey" FOREIGN KEY ("dealershipId", "byId") REFERENCES "Staff"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['CustomerLabel', 'CustomerMerge', 'DistinctCustomers', 'AccessEntry'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant ON %I USING ("dealershipId" = app_dealership()) WITH CHECK ("dealershipId" = app_dealership())', t);
  END LOOP;
END $$;

-- What names a file that has become part of another belongs to that other one, also when both happen at the same time.
CREATE FUNCTION standing_customer(p_dealership uuid, p_customer uuid) RETURNS uuid LANGUAGE plpgsql AS $$
DECLARE
  standing uuid := p_customer;
  onward uuid;
BEGIN
  WHILE standing IS NOT NULL LOOP
    SELECT "mergedIntoId" INTO onward FROM "Customer" WHERE "dealershipId" = p_dealership AND id = standing FOR KEY SHARE;
    EXIT WHEN onward IS NULL;
    standing := onward;
  END LOOP;
  RETURN standing;
END $$;
CREATE FUNCTION follow_merge() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."customerId" := standing_customer(NEW."dealershipId", NEW."customerId");
  RETURN NEW;
END $$;
CREATE FUNCTION follow_merge_of_visit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."senderId" := standing_customer(NEW."dealershipId", NEW."senderId");
  NEW."ownerId" := standing_customer(NEW."dealershipId", NEW."ownerId");
  NEW."payerId" := standing_customer(NEW."dealershipId", NEW."payerId");
  RETURN NEW;
END $$;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['CustomerNote', 'Consent', 'VehicleParty', 'Appointment', 'WaitingEntry', 'Lead', 'AccessLink', 'RepairOrder',
    'SettlementShare', 'FollowUp', 'Rating', 'Complaint', 'OutboxMessage', 'ContactTask'] LOOP
    EXECUTE format('CREATE TRIGGER follow_merge BEFORE INSERT ON %I FOR EACH ROW EXECUTE FUNCTION follow_merge()', t);
  END LOOP;
END $$;
CREATE TRIGGER follow_merge BEFORE INSERT ON "Visit" FOR EACH ROW EXECUTE FUNCTION follow_merge_of_visit();

-- Gives the rows of a table that name one customer to another one, all of them or some; answers their ids.
CREATE FUNCTION give_customer_rows(p_dealership uuid, p_table text, p_column text, p_from uuid, p_to uuid, p_ids uuid[])
RETURNS SETOF uuid LANGUAGE plpgsql AS $$
BEGIN
  RETURN QUERY EXECUTE format('UPDATE %I SET %I = $1 WHERE "dealershipId" = $2 AND %I = $3 AND ($4 IS NULL OR id = ANY($4)) RETURNING id',
    p_table, p_column, p_column) USING p_to, p_dealership, p_from, p_ids;
END $$;
-- How many rows of a table are still there.
CREATE FUNCTION rows_there(p_dealership uuid, p_table text, p_ids uuid[]) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE there integer;
BEGIN
  EXECUTE format('SELECT count(*)::int FROM %I WHERE "dealershipId" = $1 AND id = ANY($2)', p_table) INTO there USING p_dealership, p_ids;
  RETURN there;
END $$;
