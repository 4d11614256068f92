-- What was approved never becomes dearer (S3-48), by no way: not by its shares, not by a part moved to it, not by a price put to a line
-- that was agreed without one, and not by a line put into a request after its answer.
CREATE OR REPLACE FUNCTION refuse_above_approval() RETURNS trigger LANGUAGE plpgsql
  AS $$ BEGIN
    IF NEW."approvalId" IS NULL OR NEW."labourFen" - NEW."discountFen" > OLD."labourFen" - OLD."discountFen"
      OR (NEW.payer = 'customer' AND OLD.payer <> 'customer')
      OR (OLD."priceAfterInspection" AND NOT NEW."priceAfterInspection" AND NEW."labourFen" - NEW."discountFen" + coalesce((
        SELECT sum(round(p."quantityMilli"::numeric * p."unitPriceFen" / 1000) - p."discountFen") FROM "JobPart" p
        WHERE p."dealershipId" = NEW."dealershipId" AND p."jobId" = NEW.id), 0) > 0)
    THEN RAISE EXCEPTION 'the line would cost more than was approved' USING ERRCODE = 'BB003'; END IF;
    RETURN NEW;
  END $$;
DROP TRIGGER not_above_approval ON "Job";
CREATE TRIGGER not_above_approval BEFORE UPDATE OF "labourFen", "discountFen", payer, "approvalId", "priceAfterInspection" ON "Job"
  FOR EACH ROW WHEN (OLD."approvalId" IS NOT NULL) EXECUTE FUNCTION refuse_above_approval();

CREATE OR REPLACE FUNCTION refuse_part_above_approval() RETURNS trigger LANGUAGE plpgsql
  AS $$ BEGIN
    IF EXISTS (SELECT 1 FROM "Job" WHERE "dealershipId" = NEW."dealershipId" AND id = NEW."jobId" AND "approvalId" IS NOT NULL)
      AND (TG_OP = 'INSERT' OR NEW."jobId" <> OLD."jobId" OR round(NEW."quantityMilli"::numeric * NEW."unitPriceFen" / 1000) - NEW."discountFen"
        > round(OLD."quantityMilli"::numeric * OLD."unitPriceFen" / 1000) - OLD."discountFen")
    THEN RAISE EXCEPTION 'the line would cost more than was approved' USING ERRCODE = 'BB003'; END IF;
    RETURN NEW;
  END $$;

-- The customer's own share may only fall; what others bear beside the customer may only rise.
CREATE FUNCTION refuse_share_above_approval() RETURNS trigger LANGUAGE plpgsql
  AS $$ DECLARE
    beside boolean;
    dearer boolean;
  BEGIN
    SELECT j.payer = 'customer' OR EXISTS (SELECT 1 FROM "JobShare" s
        WHERE s."dealershipId" = j."dealershipId" AND s."jobId" = j.id AND s.payer = 'customer')
      INTO beside FROM "Job" j
      WHERE j."dealershipId" = coalesce(NEW."dealershipId", OLD."dealershipId") AND j."approvalId" IS NOT NULL
        AND j.id IN (NEW."jobId", OLD."jobId") LIMIT 1;
    IF NOT FOUND THEN RETURN coalesce(NEW, OLD); END IF;
    IF TG_OP = 'INSERT' THEN dearer := NEW.payer = 'customer';
    ELSIF TG_OP = 'DELETE' THEN dearer := OLD.payer <> 'customer' AND beside;
    ELSIF NEW."jobId" <> OLD."jobId" THEN dearer := true;
    ELSIF OLD.payer = 'customer' THEN
      dearer := NEW.payer = 'customer' AND (coalesce(NEW."shareBp" > OLD."shareBp", NEW."amountFen" > OLD."amountFen", true));
    ELSE
      dearer := NEW.payer = 'customer' OR beside AND coalesce(NEW."shareBp" < OLD."shareBp", NEW."amountFen" < OLD."amountFen", true);
    END IF;
    IF dearer THEN RAISE EXCEPTION 'the line would cost more than was approved' USING ERRCODE = 'BB003'; END IF;
    RETURN coalesce(NEW, OLD);
  END $$;
CREATE TRIGGER not_above_approval BEFORE INSERT OR UPDATE OR DELETE ON "JobShare"
  FOR EACH ROW EXECUTE FUNCTION refuse_share_above_approval();

CREATE FUNCTION refuse_more_than_answered() RETURNS trigger LANGUAGE plpgsql
  AS $$ BEGIN
    IF EXISTS (SELECT 1 FROM "AdditionalWork" WHERE "dealershipId" = NEW."dealershipId" AND id = NEW."additionalWorkId"
      AND "answeredAt" IS NOT NULL AND "contentHash" IS NOT NULL)
    THEN RAISE EXCEPTION 'the request was answered' USING ERRCODE = 'BB003'; END IF;
    RETURN NEW;
  END $$;
CREATE TRIGGER not_more_than_answered BEFORE INSERT OR UPDATE OF "additionalWorkId" ON "Job"
  FOR EACH ROW WHEN (NEW."additionalWorkId" IS NOT NULL) EXECUTE FUNCTION refuse_more_than_answered();
