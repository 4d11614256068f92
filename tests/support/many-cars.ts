import pg from 'pg'

/**
 * Cars with owner, two services delivered and five readings each, written by SQL: some due, some overdue, some lost, most
 * not due. Ids come from the number of the car, so the same call makes the same cars.
 */
export async function manyCars(dealershipId: string, cars: number, now: Date): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.APP_DATABASE_URL })
  await client.connect()
  const write = (sql: string) => client.query(sql, [dealershipId, cars, now])
  /** A UUID of version 4 made of words. */
  const uuid = (words: string) =>
    `overlay(overlay(md5($1::text || ${words}) placing '4' from 13 for 1) placing '8' from 17 for 1)::uuid`
  const id = (kind: string) => uuid(`'${kind}' || n`)
  /** The last service was so many days ago: up to twelve cycles for one car in twenty, else up to seven months. */
  const ago = `(CASE WHEN n % 20 = 0 THEN 20 + n % 700 ELSE n % 210 END)`
  try {
    await client.query(`SELECT set_config('app.dealership_id', $1, false)`, [dealershipId])
    await write(`INSERT INTO "Customer" ("dealershipId", id, no, name, phone, tier, "createdAt")
      SELECT $1::uuid, ${id('c')}, 'M' || n, 'C' || n, '139' || lpad(n::text, 8, '0'), 'existing', $3::timestamptz
      FROM generate_series(1, $2::int) n`)
    await write(`INSERT INTO "Vehicle" ("dealershipId", id, plate, brand, model, "firstRegisteredOn", "createdAt")
      SELECT $1::uuid, ${id('v')}, 'M' || n, 'Toyota', (ARRAY['Camry', 'Corolla', 'RAV4'])[1 + n % 3],
        ($3::timestamptz - make_interval(days => 900 + n % 900))::date, $3::timestamptz
      FROM generate_series(1, $2::int) n`)
    await write(`INSERT INTO "VehicleParty" ("dealershipId", id, "vehicleId", "customerId", role, since)
      SELECT $1::uuid, ${id('p')}, ${id('v')}, ${id('c')}, 'owner', $3::timestamptz
      FROM generate_series(1, $2::int) n`)
    await write(`INSERT INTO "Visit" ("dealershipId", id, no, status, "vehicleId", "senderId", "arrivedAt")
      SELECT $1::uuid, ${uuid("'w' || k || n")}, 'M' || k || '-' || n, 'closed', ${id('v')}, ${id('c')},
        $3::timestamptz - make_interval(days => ${ago} + 1 + 200 * k)
      FROM generate_series(1, $2::int) n, generate_series(0, 1) k, (SELECT $3::timestamptz) time`)
    await write(`INSERT INTO "RepairOrder" ("dealershipId", id, no, type, status, "visitId", "vehicleId", "customerId", "createdAt", "paidAt", "deliveredAt")
      SELECT $1::uuid, ${uuid("'o' || k || n")}, 'M' || k || '-' || n, 'maintenance', 'closed',
        ${uuid("'w' || k || n")}, ${id('v')}, ${id('c')}, t.at, t.at, t.at
      FROM generate_series(1, $2::int) n, generate_series(0, 1) k,
        LATERAL (SELECT $3::timestamptz - make_interval(days => ${ago} + 1 + 200 * k, hours => -4) AS at) t`)
    await write(`INSERT INTO "OdometerReading" ("dealershipId", id, "vehicleId", km, at, source, "visitId")
      SELECT $1::uuid, ${uuid("'r' || k || n")}, ${id('v')}, greatest(0, 60000 + n % 1000 - (k * 100 * (5 + n % 60))),
        $3::timestamptz - make_interval(days => ${ago} + 1 + 100 * k), 'visit',
        CASE WHEN k % 2 = 0 AND k < 4 THEN ${uuid("'w' || (k / 2) || n")} END
      FROM generate_series(1, $2::int) n, generate_series(0, 4) k`)
    for (const table of ['Customer', 'Vehicle', 'VehicleParty', 'Visit', 'RepairOrder', 'OdometerReading'])
      await client.query(`ANALYZE "${table}"`)
  } finally {
    await client.end()
  }
}
