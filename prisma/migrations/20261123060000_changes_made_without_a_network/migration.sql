-- A device that was without network tells by it whether the page it holds is older than what it knows.
ALTER TABLE "ReceptionRecord" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 0;

-- A file is named by its content: the same picture twice is two rows of one file.
DROP INDEX "StoredFile_storageKey_key";
CREATE INDEX "StoredFile_dealershipId_storageKey_idx" ON "StoredFile" ("dealershipId", "storageKey");
