-- What is red is safety: declined, it needs a signed notice and is shown at each later contact.
ALTER TABLE "AdditionalWork"
  ADD COLUMN "safety" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "remindedAt" TIMESTAMPTZ(3);

-- Consent by telephone says which number was called and what was read out (S3-47).
ALTER TABLE "Approval"
  ADD COLUMN "calledNumber" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "readOut" TEXT NOT NULL DEFAULT '',
  ADD CONSTRAINT approval_by_phone_is_noted CHECK (channel <> 'phone' OR "signatureId" IS NOT NULL OR "callNote" <> '');

-- What the customer has in hand costs what it says: until the request is priced anew no line of it changes, none comes to it and
-- none leaves it, and it is approved only by an answer to exactly that paper.
CREATE FUNCTION asked_hash(p_dealership uuid, p_request uuid) RETURNS text LANGUAGE sql STABLE
  AS $$ SELECT "contentHash" FROM "AdditionalWork" WHERE "dealershipId" = p_dealership AND id = p_request AND "answeredAt" IS NULL $$;

CREATE FUNCTION refuse_other_than_asked() RETURNS trigger LANGUAGE plpgsql
  AS $$ BEGIN
    IF asked_hash(NEW."dealershipId", NEW."additionalWorkId") IS NOT NULL
    THEN RAISE EXCEPTION 'the customer has this request in hand' USING ERRCODE = 'BB003'; END IF;
    RETURN NEW;
  END $$;
CREATE TRIGGER not_other_than_asked BEFORE UPDATE OF "labourFen", "discountFen", payer, minutes, title ON "Job"
  FOR EACH ROW WHEN (NEW."additionalWorkId" IS NOT NULL AND NEW."approvalId" IS NULL
    AND (NEW."labourFen", NEW."discountFen", NEW.payer, NEW.minutes, NEW.title)
      IS DISTINCT FROM (OLD."labourFen", OLD."discountFen", OLD.payer, OLD.minutes, OLD.title))
  EXECUTE FUNCTION refuse_other_than_asked();
CREATE TRIGGER not_more_than_asked BEFORE INSERT ON "Job"
  FOR EACH ROW WHEN (NEW."additionalWorkId" IS NOT NULL) EXECUTE FUNCTION refuse_other_than_asked();

CREATE FUNCTION refuse_part_other_than_asked() RETURNS trigger LANGUAGE plpgsql
  AS $$ BEGIN
    IF EXISTS (SELECT 1 FROM "Job" j WHERE j."dealershipId" = NEW."dealershipId" AND j.id = NEW."jobId" AND j."additionalWorkId" IS NOT NULL
      AND j."approvalId" IS NULL AND asked_hash(j."dealershipId", j."additionalWorkId") IS NOT NULL)
    THEN RAISE EXCEPTION 'the customer has this request in hand' USING ERRCODE = 'BB003'; END IF;
    RETURN NEW;
  END $$;
CREATE TRIGGER not_other_than_asked BEFORE INSERT OR UPDATE OF "quantityMilli", "unitPriceFen", "discountFen", "jobId" ON "JobPart"
  FOR EACH ROW EXECUTE FUNCTION refuse_part_other_than_asked();

CREATE FUNCTION refuse_other_approval() RETURNS trigger LANGUAGE plpgsql
  AS $$ BEGIN
    IF (SELECT "documentHash" FROM "Approval" WHERE "dealershipId" = NEW."dealershipId" AND id = NEW."approvalId")
      IS DISTINCT FROM (SELECT "contentHash" FROM "AdditionalWork" WHERE "dealershipId" = NEW."dealershipId" AND id = NEW."additionalWorkId")
    THEN RAISE EXCEPTION 'the approval is of another paper' USING ERRCODE = 'BB003'; END IF;
    RETURN NEW;
  END $$;
CREATE TRIGGER approved_as_asked BEFORE UPDATE OF "approvalId" ON "Job"
  FOR EACH ROW WHEN (NEW."additionalWorkId" IS NOT NULL AND OLD."additionalWorkId" IS NOT NULL
    AND OLD."approvalId" IS NULL AND NEW."approvalId" IS NOT NULL)
  EXECUTE FUNCTION refuse_other_approval();

-- One defect for each omitted point of an order, against the adviser who left it out (S3-33).
CREATE TABLE "OrderDefect" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "orderId" UUID NOT NULL,
    "point" TEXT NOT NULL,
    "adviserId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "OrderDefect_pkey" PRIMARY KEY ("dealershipId","id"),
    CONSTRAINT order_defect_point CHECK (point IN ('problems', 'prices', 'oldParts', 'wash', 'completionTime', 'signature'))
);
CREATE UNIQUE INDEX "OrderDefect_dealershipId_orderId_point_key" ON "OrderDefect"("dealershipId", "orderId", "point");
CREATE INDEX "OrderDefect_dealershipId_adviserId_idx" ON "OrderDefect"("dealershipId", "adviserId");
CREATE INDEX "OrderDefect_dealershipId_at_idx" ON "OrderDefect"("dealershipId", "at");
ALTER TABLE "OrderDefect" ADD CONSTRAINT "OrderDefect_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "OrderDefect" ADD CONSTRAINT "OrderDefect_dealershipId_orderId_fkey" FOREIGN KEY ("dealershipId", "orderId") REFERENCES "RepairOrder"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "OrderDefect" ADD CONSTRAINT "OrderDefect_dealershipId_adviserId_fkey" FOREIGN KEY ("dealershipId", "adviserId") REFERENCES "Staff"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "OrderDefect" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "OrderDefect" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "OrderDefect" USING ("dealershipId" = app_dealership()) WITH CHECK ("dealershipId" = app_dealership());
