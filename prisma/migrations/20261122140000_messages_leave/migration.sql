-- The providers through which messages leave, one of each kind; their secrets are sealed by the application.
CREATE TYPE "MessageChannelKind" AS ENUM ('aliyunSms', 'tencentSms', 'wechatTemplate', 'smtp', 'webhook');
CREATE TABLE "MessageChannel" (
  "dealershipId" UUID NOT NULL,
  "id" UUID NOT NULL,
  "kind" "MessageChannelKind" NOT NULL,
  "enabled" BOOLEAN NOT NULL DEFAULT true,
  "config" JSONB NOT NULL,
  "sealedSecret" TEXT NOT NULL,
  "secretSetAt" TIMESTAMPTZ(3) NOT NULL,
  "sealedToken" TEXT,
  "tokenEndsAt" TIMESTAMPTZ(3),
  "changedAt" TIMESTAMPTZ(3) NOT NULL,
  "changedById" UUID,
  "testedAt" TIMESTAMPTZ(3),
  "testOutcome" JSONB,
  CONSTRAINT "MessageChannel_pkey" PRIMARY KEY ("dealershipId", "id"),
  CONSTRAINT message_channel_secret_is_sealed CHECK ("sealedSecret" LIKE 'v1.%' AND ("sealedToken" IS NULL OR "sealedToken" LIKE 'v1.%'))
);
CREATE UNIQUE INDEX "MessageChannel_dealershipId_kind_key" ON "MessageChannel"("dealershipId", "kind");
ALTER TABLE "MessageChannel" ADD CONSTRAINT "MessageChannel_dealershipId_fkey"
  FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What became of one message at one provider: at most one row, so that it leaves there once.
CREATE TYPE "MessageDeliveryStatus" AS ENUM ('waiting', 'sending', 'sent', 'failed');
CREATE TABLE "MessageDelivery" (
  "dealershipId" UUID NOT NULL,
  "messageId" UUID NOT NULL,
  "channelId" UUID NOT NULL,
  "status" "MessageDeliveryStatus" NOT NULL,
  "attempts" INTEGER NOT NULL DEFAULT 0,
  "startedAt" TIMESTAMPTZ(3),
  "endedAt" TIMESTAMPTZ(3),
  "providerId" TEXT,
  "code" TEXT,
  "detail" TEXT,
  CONSTRAINT "MessageDelivery_pkey" PRIMARY KEY ("dealershipId", "messageId", "channelId"),
  CONSTRAINT message_delivery_failed_for_a_reason CHECK (status <> 'failed' OR code IS NOT NULL),
  CONSTRAINT message_delivery_attempts CHECK (attempts >= 0)
);
CREATE INDEX "MessageDelivery_dealershipId_channelId_idx" ON "MessageDelivery"("dealershipId", "channelId");
ALTER TABLE "MessageDelivery" ADD CONSTRAINT "MessageDelivery_dealershipId_fkey"
  FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "MessageDelivery" ADD CONSTRAINT "MessageDelivery_dealershipId_messageId_fkey"
  FOREIGN KEY ("dealershipId", "messageId") REFERENCES "OutboxMessage"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "MessageDelivery" ADD CONSTRAINT "MessageDelivery_dealershipId_channelId_fkey"
  FOREIGN KEY ("dealershipId", "channelId") REFERENCES "MessageChannel"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "MessageChannel" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "MessageChannel" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "MessageChannel" USING ("dealershipId" = app_dealership()) WITH CHECK ("dealershipId" = app_dealership());
ALTER TABLE "MessageDelivery" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "MessageDelivery" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "MessageDelivery" USING ("dealershipId" = app_dealership()) WITH CHECK ("dealershipId" = app_dealership());
