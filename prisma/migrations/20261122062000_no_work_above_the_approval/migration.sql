-- Additional work runs only with an approval of its own order (S3-45), and what was approved never becomes dearer (S3-48).
CREATE UNIQUE INDEX approval_of_order ON "Approval" ("dealershipId", "orderId", "id");
CREATE UNIQUE INDEX additional_work_of_order ON "AdditionalWork" ("dealershipId", "orderId", "id");
ALTER TABLE "Job"
  ADD CONSTRAINT job_approved_by_own_order FOREIGN KEY ("dealershipId", "orderId", "approvalId")
    REFERENCES "Approval" ("dealershipId", "orderId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  ADD CONSTRAINT job_found_on_own_order FOREIGN KEY ("dealershipId", "orderId", "additionalWorkId")
    REFERENCES "AdditionalWork" ("dealershipId", "orderId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  ADD CONSTRAINT job_additional_work_is_approved
    CHECK ("additionalWorkId" IS NULL OR "approvalId" IS NOT NULL OR status IN ('proposed', 'declined', 'cancelled'));

CREATE FUNCTION refuse_above_approval() RETURNS trigger LANGUAGE plpgsql
  AS $$ BEGIN
    IF NEW."approvalId" IS NULL OR NEW."labourFen" - NEW."discountFen" > OLD."labourFen" - OLD."discountFen"
      OR (NEW.payer = 'customer' AND OLD.payer <> 'customer')
    THEN RAISE EXCEPTION 'the line would cost more than was approved' USING ERRCODE = 'BB003'; END IF;
    RETURN NEW;
  END $$;
CREATE TRIGGER not_above_approval BEFORE UPDATE OF "labourFen", "discountFen", payer, "approvalId" ON "Job"
  FOR EACH ROW WHEN (OLD."approvalId" IS NOT NULL) EXECUTE FUNCTION refuse_above_approval();

CREATE FUNCTION refuse_part_above_approval() RETURNS trigger LANGUAGE plpgsql
  AS $$ BEGIN
    IF EXISTS (SELECT 1 FROM "Job" WHERE "dealershipId" = NEW."dealershipId" AND id = NEW."jobId" AND "approvalId" IS NOT NULL)
      AND (TG_OP = 'INSERT' OR round(NEW."quantityMilli"::numeric * NEW."unitPriceFen" / 1000) - NEW."discountFen"
        > round(OLD."quantityMilli"::numeric * OLD."unitPriceFen" / 1000) - OLD."discountFen")
    THEN RAISE EXCEPTION 'the line would cost more than was approved' USING ERRCODE = 'BB003'; END IF;
    RETURN NEW;
  END $$;
CREATE TRIGGER not_above_approval BEFORE INSERT OR UPDATE OF "quantityMilli", "unitPriceFen", "discountFen", "jobId" ON "JobPart"
  FOR EACH ROW EXECUTE FUNCTION refuse_part_above_approval();
