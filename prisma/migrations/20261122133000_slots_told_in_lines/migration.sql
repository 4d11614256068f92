-- A search would spend nearly all its time on writing arrays as text: each row keeps its own line, written when it changes.
-- resource, bookable and booked minutes of the day, number of the first step, then four signs for each step: capacity and booked
-- minutes with two signs of 64 each, from '0' on.
CREATE FUNCTION steps_line(resource text, capacity smallint[], booked smallint[], bookable int, taken int) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT concat_ws(E'\t', resource, bookable, taken, coalesce(min(f), 1) - 1,
      coalesce(string_agg(chr(48 + c / 64) || chr(48 + c % 64) || chr(48 + b / 64) || chr(48 + b % 64), '' ORDER BY n) FILTER (WHERE n BETWEEN f AND l), ''))
    FROM (SELECT c, b, n, min(n) FILTER (WHERE c > 0 OR b > 0) OVER () AS f, max(n) FILTER (WHERE c > 0 OR b > 0) OVER () AS l
      FROM (SELECT greatest(coalesce(x, 0), 0) AS c, greatest(coalesce(y, 0), 0) AS b, n FROM unnest(capacity, booked) WITH ORDINALITY AS u(x, y, n)) v) w $$;
ALTER TABLE "CapacityDay"
  ADD COLUMN line TEXT NOT NULL GENERATED ALWAYS AS (steps_line(resource, capacity, booked, "bookableMinutes", "bookedMinutes")) STORED,
  -- What every search needs, whatever the work.
  ADD COLUMN common BOOLEAN NOT NULL GENERATED ALWAYS AS (resource IN ('work', 'inspection', 'bay:wash') OR starts_with(resource, 'adviser:')) STORED;
