CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- The tenant of this transaction, set by the doors; null when none is set, and then no row is visible.
CREATE FUNCTION app_dealership() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.dealership_id', true), '')::uuid $$;

-- The secret a bearer has shown (hash of a session, link or API key token), to find its row before the tenant is known.
CREATE FUNCTION app_shown_hash() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.shown_hash', true), '') $$;

CREATE FUNCTION app_login_name() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.login_name', true), '') $$;

-- Every table with a dealershipId: only rows of the tenant, also for the owner.
DO $$
DECLARE t text;
BEGIN
  FOR t IN SELECT c.table_name FROM information_schema.columns c
    JOIN information_schema.tables b USING (table_schema, table_name)
    WHERE c.table_schema = 'public' AND c.column_name = 'dealershipId' AND b.table_type = 'BASE TABLE'
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant ON %I USING ("dealershipId" = app_dealership()) WITH CHECK ("dealershipId" = app_dealership())', t);
  END LOOP;
END $$;

-- A bearer finds the row of the secret it shows, and no other.
CREATE POLICY bearer ON "StaffSession" FOR SELECT USING ("tokenHash" = app_shown_hash());
CREATE POLICY bearer ON "AccessLink" FOR SELECT USING ("tokenHash" = app_shown_hash());
CREATE POLICY bearer ON "ApiKey" FOR SELECT USING ("keyHash" = app_shown_hash());

-- Dealerships and groups are public facts (name, address, telephone); only a dealership itself may change its row.
ALTER TABLE "Group" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Group" FORCE ROW LEVEL SECURITY;
CREATE POLICY public_facts ON "Group" FOR SELECT USING (true);
ALTER TABLE "Dealership" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Dealership" FORCE ROW LEVEL SECURITY;
CREATE POLICY public_facts ON "Dealership" FOR SELECT USING (true);
CREATE POLICY own_row ON "Dealership" FOR UPDATE USING (id = app_dealership()) WITH CHECK (id = app_dealership());

-- An account is seen by the one who names it at sign-in, or by a dealership that employs it.
ALTER TABLE "Account" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Account" FORCE ROW LEVEL SECURITY;
CREATE POLICY named ON "Account" USING ("loginName" = app_login_name()) WITH CHECK ("loginName" = app_login_name());
CREATE POLICY employed ON "Account" USING (EXISTS (
  SELECT 1 FROM "Staff" s WHERE s."accountId" = "Account".id AND s."dealershipId" = app_dealership()));
-- Which dealerships employ the account that signs in.
CREATE POLICY signing_in ON "Staff" FOR SELECT
  USING ("accountId" = nullif(current_setting('app.account_id', true), '')::uuid);

-- One resource, one job at a time. Half-open: 10:00-11:00 and 11:00-12:00 do not clash.
ALTER TABLE "PlanEntry"
  ADD CONSTRAINT plan_technician_no_overlap EXCLUDE USING gist
    ("dealershipId" WITH =, "technicianId" WITH =, tstzrange("startsAt", "endsAt") WITH &&) WHERE (status IN ('planned', 'active')),
  ADD CONSTRAINT plan_bay_no_overlap EXCLUDE USING gist
    ("dealershipId" WITH =, "bayId" WITH =, tstzrange("startsAt", "endsAt") WITH &&) WHERE (status IN ('planned', 'active')),
  ADD CONSTRAINT plan_ends_after_start CHECK ("endsAt" > "startsAt");
CREATE UNIQUE INDEX plan_one_live_entry_per_job ON "PlanEntry" ("dealershipId", "jobId") WHERE status IN ('planned', 'active');
ALTER TABLE "Clocking"
  ADD CONSTRAINT clocking_technician_no_overlap EXCLUDE USING gist
    ("dealershipId" WITH =, "technicianId" WITH =, tstzrange("startsAt", "endsAt") WITH &&),
  ADD CONSTRAINT clocking_ends_after_start CHECK ("endsAt" IS NULL OR "endsAt" >= "startsAt");
ALTER TABLE "Shift"
  ADD CONSTRAINT shift_no_overlap EXCLUDE USING gist
    ("dealershipId" WITH =, "staffId" WITH =, tstzrange("startsAt", "endsAt") WITH &&),
  ADD CONSTRAINT shift_ends_after_start CHECK ("endsAt" > "startsAt");
ALTER TABLE "BayDowntime" ADD CONSTRAINT downtime_ends_after_start CHECK ("endsAt" > "startsAt");
-- An adviser receives one booked car at a time (S1-63, S1-84).
ALTER TABLE "Appointment"
  ADD CONSTRAINT appointment_adviser_no_overlap EXCLUDE USING gist
    ("dealershipId" WITH =, "adviserId" WITH =, tstzrange("startsAt", "receptionEndsAt") WITH &&)
    WHERE (status IN ('requested', 'confirmed', 'waitingParts', 'ready', 'arrived', 'converted')),
  ADD CONSTRAINT appointment_ends_after_start CHECK ("receptionEndsAt" > "startsAt"),
  ADD CONSTRAINT appointment_positive CHECK ("labourMinutes" > 0 AND "labourFen" >= 0 AND "partsFen" >= 0);
ALTER TABLE "CapacityDay" ADD CONSTRAINT capacity_not_overbooked
  CHECK ("capacityMinutes" >= 0 AND "bookedMinutes" >= 0 AND "overrideMinutes" >= 0);
CREATE UNIQUE INDEX visit_one_open_per_vehicle ON "Visit" ("dealershipId", "vehicleId")
  WHERE status NOT IN ('closed', 'leftWithoutOrder');
CREATE UNIQUE INDEX vehicle_party_current ON "VehicleParty" ("dealershipId", "vehicleId", role) WHERE "until" IS NULL;

-- Prices of one thing do not overlap in time.
ALTER TABLE "LabourRate" ADD CONSTRAINT labour_rate_validity EXCLUDE USING gist
  ("dealershipId" WITH =, skill WITH =, daterange("validFrom", "validTo", '[)') WITH &&), ADD CHECK ("hourFen" > 0);
ALTER TABLE "PartPrice" ADD CONSTRAINT part_price_validity EXCLUDE USING gist
  ("dealershipId" WITH =, "partId" WITH =, daterange("validFrom", "validTo", '[)') WITH &&), ADD CHECK ("priceFen" >= 0);
ALTER TABLE "PackagePrice" ADD CONSTRAINT package_price_validity EXCLUDE USING gist
  ("dealershipId" WITH =, "packageId" WITH =, "modelPattern" WITH =, daterange("validFrom", "validTo", '[)') WITH &&),
  ADD CHECK ("labourFen" >= 0 AND "partsFen" >= 0);

-- Money, stock and readings.
ALTER TABLE "StockItem" ADD CONSTRAINT stock_never_negative CHECK ("reservedMilli" >= 0 AND "onHandMilli" >= "reservedMilli");
ALTER TABLE "Job" ADD CONSTRAINT job_positive
  CHECK (minutes >= 0 AND "labourFen" >= 0 AND "discountFen" >= 0 AND "discountFen" <= "labourFen");
ALTER TABLE "JobPart" ADD CONSTRAINT job_part_positive
  CHECK ("quantityMilli" > 0 AND "unitPriceFen" >= 0 AND "discountFen" >= 0 AND "issuedMilli" >= 0);
ALTER TABLE "Settlement" ADD CONSTRAINT settlement_adds_up
  CHECK ("totalFen" = "labourFen" + "partsFen" - "discountFen" AND "totalFen" >= 0 AND "taxFen" >= 0);
ALTER TABLE "SettlementShare" ADD CONSTRAINT share_not_overpaid CHECK ("amountFen" >= 0 AND "paidFen" >= 0 AND "paidFen" <= "amountFen");
ALTER TABLE "Payment" ADD CONSTRAINT payment_positive CHECK ("amountFen" > 0);
ALTER TABLE "OdometerReading" ADD CONSTRAINT odometer_range CHECK (km BETWEEN 0 AND 9999999);
ALTER TABLE "ReceptionRecord"
  ADD CONSTRAINT reception_ranges CHECK (("odometerKm" IS NULL OR "odometerKm" BETWEEN 0 AND 9999999)
    AND ("fuelEighths" IS NULL OR "fuelEighths" BETWEEN 0 AND 8)),
  ADD CONSTRAINT reception_frozen_when_signed CHECK (("frozenAt" IS NULL) = ("signatureId" IS NULL));
ALTER TABLE "DamageMark" ADD CONSTRAINT mark_on_drawing CHECK (x BETWEEN 0 AND 1000 AND y BETWEEN 0 AND 1000 AND severity BETWEEN 1 AND 3);
ALTER TABLE "Rating" ADD CONSTRAINT stars_range CHECK (("adviserStars" IS NULL OR "adviserStars" BETWEEN 1 AND 5)
  AND ("technicianStars" IS NULL OR "technicianStars" BETWEEN 1 AND 5));
ALTER TABLE "OpeningHours" ADD CONSTRAINT hours_shape CHECK (weekday BETWEEN 1 AND 7 AND "opensAt" ~ '^\d\d:\d\d$' AND "closesAt" > "opensAt");
ALTER TABLE "RepairOrder"
  ADD CONSTRAINT order_authorised_has_voucher CHECK ("authorisedAt" IS NULL OR "voucherCode" IS NOT NULL),
  ADD CONSTRAINT order_delivered_is_paid CHECK ("deliveredAt" IS NULL OR "paidAt" IS NOT NULL),
  ADD CONSTRAINT order_promise_range CHECK ("promisedTo" IS NULL OR "promisedTo" >= "promisedAt");

-- What was signed, sealed or moved stays as it is.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql
  AS $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'BB001'; END $$;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Event', 'EventSeal', 'Signature', 'Approval', 'StockMove', 'Payment', 'OdometerReading'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t);
    EXECUTE format('CREATE TRIGGER no_truncate BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t);
  END LOOP;
END $$;

CREATE FUNCTION refuse_frozen_record() RETURNS trigger LANGUAGE plpgsql
  AS $$ BEGIN
    IF OLD."frozenAt" IS NOT NULL THEN RAISE EXCEPTION 'the signed record is frozen' USING ERRCODE = 'BB001'; END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END $$;
CREATE TRIGGER frozen BEFORE UPDATE OR DELETE ON "ReceptionRecord" FOR EACH ROW EXECUTE FUNCTION refuse_frozen_record();

-- A change told to whoever listens: ids only, sent when the transaction commits.
CREATE FUNCTION tell_event() RETURNS trigger LANGUAGE plpgsql
  AS $$ BEGIN
    PERFORM pg_notify('babu_event', json_build_object('id', NEW.id, 'dealershipId', NEW."dealershipId", 'name', NEW.name,
      'subjectId', NEW."subjectId", 'visitId', NEW."visitId")::text);
    RETURN NULL;
  END $$;
CREATE TRIGGER tell AFTER INSERT ON "Event" FOR EACH ROW EXECUTE FUNCTION tell_event();

-- Finding by a piece of a plate, number, name or pinyin.
CREATE INDEX vehicle_plate_trgm ON "Vehicle" USING gin (plate gin_trgm_ops);
CREATE INDEX vehicle_vin_trgm ON "Vehicle" USING gin (vin gin_trgm_ops);
CREATE INDEX customer_name_trgm ON "Customer" USING gin (name gin_trgm_ops);
CREATE INDEX customer_pinyin_trgm ON "Customer" USING gin (pinyin gin_trgm_ops);
CREATE INDEX customer_initials_trgm ON "Customer" USING gin (initials gin_trgm_ops);
CREATE INDEX customer_phone_trgm ON "Customer" USING gin (phone gin_trgm_ops);
CREATE INDEX order_no_trgm ON "RepairOrder" USING gin (no gin_trgm_ops);

-- Store of rate-limiter-flexible; holds hashed keys only.
CREATE TABLE "RateLimit" (key varchar(255) PRIMARY KEY, points integer NOT NULL DEFAULT 0, expire bigint);

-- Numbers of documents: never twice, gaps allowed, and no writer waits for another.
CREATE SEQUENCE document_number;
