-- How a customer heard of the house: without it no referral can be counted (X-KPI-22, X-CRM-28).
ALTER TABLE "Customer" ADD COLUMN "heardBy" TEXT NOT NULL DEFAULT '',
  ADD CONSTRAINT customer_heard_by CHECK ("heardBy" IN ('', 'friend', 'newCar', 'internet', 'advert', 'passing', 'insurer', 'other'));
