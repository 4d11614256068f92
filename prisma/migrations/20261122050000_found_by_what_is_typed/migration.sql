-- Under row-level security an index serves only operators that leak nothing: a prefix (^@) does, a pattern (LIKE) does not.
-- So tails are found as prefixes of the reversed text.
ALTER TABLE "Vehicle" ADD COLUMN "plateReversed" text GENERATED ALWAYS AS (reverse(plate)) STORED;
ALTER TABLE "Customer" ADD COLUMN "phoneReversed" text GENERATED ALWAYS AS (reverse(phone)) STORED;
ALTER TABLE "RepairOrder" ADD COLUMN "noReversed" text GENERATED ALWAYS AS (reverse(no)) STORED;
ALTER TABLE "Appointment" ADD COLUMN "noReversed" text GENERATED ALWAYS AS (reverse(no)) STORED;

CREATE INDEX vehicle_plate_prefix ON "Vehicle" ("dealershipId", plate text_pattern_ops);
CREATE INDEX vehicle_plate_tail ON "Vehicle" ("dealershipId", "plateReversed" text_pattern_ops);
CREATE INDEX customer_phone_tail ON "Customer" ("dealershipId", "phoneReversed" text_pattern_ops);
CREATE INDEX customer_phone_prefix ON "Customer" ("dealershipId", phone text_pattern_ops);
CREATE INDEX customer_name_prefix ON "Customer" ("dealershipId", name text_pattern_ops);
CREATE INDEX customer_pinyin_prefix ON "Customer" ("dealershipId", pinyin text_pattern_ops);
CREATE INDEX customer_initials_prefix ON "Customer" ("dealershipId", initials text_pattern_ops);
CREATE INDEX order_no_prefix ON "RepairOrder" ("dealershipId", no text_pattern_ops);
CREATE INDEX order_no_tail ON "RepairOrder" ("dealershipId", "noReversed" text_pattern_ops);
CREATE INDEX appointment_no_prefix ON "Appointment" ("dealershipId", no text_pattern_ops);
CREATE INDEX appointment_no_tail ON "Appointment" ("dealershipId", "noReversed" text_pattern_ops);
