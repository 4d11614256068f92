-- The PDF of a signed paper. Its code is printed on it, so it exists before the file and its hash do.
CREATE TABLE "DocumentCopy" (
  "dealershipId" UUID NOT NULL,
  "id" UUID NOT NULL,
  "signatureId" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  "documentId" UUID NOT NULL,
  "code" TEXT NOT NULL,
  "no" TEXT NOT NULL DEFAULT '',
  "locale" TEXT NOT NULL DEFAULT '',
  "signedAt" TIMESTAMPTZ(3) NOT NULL,
  "sha256" TEXT,
  "fileId" UUID,
  "keptAt" TIMESTAMPTZ(3),
  "tries" INTEGER NOT NULL DEFAULT 0,
  CONSTRAINT "DocumentCopy_pkey" PRIMARY KEY ("dealershipId", "id"),
  CONSTRAINT document_copy_kind CHECK ("kind" IN ('reception', 'estimate', 'additionalWork')),
  CONSTRAINT document_copy_code CHECK ("code" ~ '^[A-Z0-9]{16}$'),
  CONSTRAINT document_copy_kept_as_one CHECK (
    ("sha256" IS NULL) = ("fileId" IS NULL) AND ("sha256" IS NULL) = ("keptAt" IS NULL)
    AND ("sha256" IS NULL OR ("sha256" ~ '^[0-9a-f]{64}$' AND "no" <> ''))
  )
);
CREATE UNIQUE INDEX "DocumentCopy_code_key" ON "DocumentCopy"("code");
CREATE UNIQUE INDEX "DocumentCopy_dealershipId_signatureId_key" ON "DocumentCopy"("dealershipId", "signatureId");
CREATE INDEX "DocumentCopy_dealershipId_kind_documentId_idx" ON "DocumentCopy"("dealershipId", "kind", "documentId");
CREATE INDEX document_copy_unkept ON "DocumentCopy"("dealershipId", "signedAt") WHERE "sha256" IS NULL;
ALTER TABLE "DocumentCopy" ADD CONSTRAINT "DocumentCopy_dealershipId_signatureId_fkey"
  FOREIGN KEY ("dealershipId", "signatureId") REFERENCES "Signature"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "DocumentCopy" ADD CONSTRAINT document_copy_file
  FOREIGN KEY ("dealershipId", "fileId") REFERENCES "StoredFile"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "DocumentCopy" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "DocumentCopy" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "DocumentCopy" USING ("dealershipId" = app_dealership()) WITH CHECK ("dealershipId" = app_dealership());
-- Whoever holds a paper finds the row of its code, and no other.
CREATE POLICY holder ON "DocumentCopy" FOR SELECT USING ("code" = app_shown_hash());

-- What was kept stays as it is.
CREATE FUNCTION kept_papers_stay() RETURNS trigger LANGUAGE plpgsql
  AS $$ BEGIN
    RAISE EXCEPTION 'a kept paper does not change' USING ERRCODE = '23514';
  END $$;
CREATE TRIGGER kept_papers_stay BEFORE UPDATE ON "DocumentCopy" FOR EACH ROW
  WHEN (OLD."sha256" IS NOT NULL) EXECUTE FUNCTION kept_papers_stay();

-- Papers that were signed before this are kept too.
ALTER TABLE "Signature" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "DocumentCopy" NO FORCE ROW LEVEL SECURITY;
INSERT INTO "DocumentCopy" ("dealershipId", "id", "signatureId", "kind", "documentId", "code", "signedAt")
  SELECT s."dealershipId", gen_random_uuid(), s.id, s."documentKind", s."documentId",
    translate(upper(substr(replace(gen_random_uuid()::text, '-', ''), 1, 8) || substr(replace(gen_random_uuid()::text, '-', ''), 1, 8)), '018B', 'HWXY'), s.at
  FROM "Signature" s WHERE s."documentKind" IN ('reception', 'estimate', 'additionalWork');
ALTER TABLE "Signature" FORCE ROW LEVEL SECURITY;
ALTER TABLE "DocumentCopy" FORCE ROW LEVEL SECURITY;
