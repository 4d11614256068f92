// Loads the demo group: two dealerships whose past month is played by the real commands, ending now.
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { SCOPES } from '@/lib/auth/scopes'
import { dayOf, instant, minutesAfter, plusDays, timeOf, toDateColumn, weekdayOf } from '@/lib/core/time'
import { publicDays } from '@/lib/dealership/holidays'
import { layOutDays } from '@/lib/dealership/server/capacity-ledger'
import { asTenant, database } from '@/lib/server/db'
import { newToken, sha256 } from '@/lib/server/hash'
import { hashPassword } from '@/lib/server/sign-in'
import { bookingStory, furnishBooking } from './booking-story'
import { fillCatalogue, foundDealership, furnish, giveShifts, type Founding, type Person } from './foundation'
import { furnishHouse, labelStory } from './house-story'
import { openStories } from './open-story'
import { publishHouseRules } from './order-rules'
import { carOwner, STAFF } from './people'
import { aPlan, type Plan } from './plots'
import { random } from './random'
import { reminderStory } from './reminder-story'
import { Shop } from './shop'
import { play, type Story } from './simulation'
import { visitStory } from './visit-story'
import { zoneAtWork } from './zone'

const PASSWORD = 'babu-eight-steps'
const DAYS_BACK = 30
const DAYS_AHEAD = 35
const DAYS_BOOKED = 7
const LOANERS = '沪A8B001 沪A8B002'
const say = (line: string) => process.stdout.write(`${line}\n`)

const GROUP = { name: '八步汽车集团', nameEn: 'Babu Motor Group' }
const BRAND = { brand: '一汽丰田', brandEn: 'FAW Toyota' }
const SHOPS: (Omit<Founding, 'group' | 'groupId'> & { suffix: string; visitsPerDay: number; visitsToday: number; seed: number })[] = [
  { ...BRAND, code: 'SH01', name: '八步丰田闵行店', nameEn: 'Babu Toyota Minhang', phone: '02164001001', address: '上海市闵行区莘庄路 188 号', addressEn: '188 Xinzhuang Road, Minhang, Shanghai', suffix: '', visitsPerDay: 3, visitsToday: 12, seed: 8001 },
  { ...BRAND, code: 'SH02', name: '八步丰田浦东店', nameEn: 'Babu Toyota Pudong', phone: '02158002002', address: '上海市浦东新区沪南路 2002 号', addressEn: '2002 Hunan Road, Pudong, Shanghai', suffix: '.pd', visitsPerDay: 2, visitsToday: 6, seed: 8002 },
] // prettier-ignore

const LOGINS: Record<string, string> = {
  G01: 'greeter', B01: 'booking', A01: 'adviser', A02: 'adviser2', A03: 'adviser3', A04: 'reception', F01: 'foreman', S01: 'supervisor',
  D01: 'techdirector', Q01: 'inspector', Q02: 'inspector2', P01: 'parts', W01: 'warranty', I01: 'information', C01: 'cashier', R01: 'care',
  M01: 'manager', V01: 'director', N01: 'department', X01: 'admin',
} // prettier-ignore
const loginOf = (no: string, suffix: string) => (LOGINS[no] ?? `tech${Number(no.slice(1))}`) + suffix

type Account = { loginName: string; password: string; role: string; name: string; dealership: string }

/** Plays the past month up to now, and the bookings of the next days. */
async function playMonth(
  shop: (typeof SHOPS)[number],
  dealershipId: string,
  staff: Map<string, string>,
  now: Date,
  zone: string,
) {
  const r = random(shop.seed)
  const clock = { now }
  const place = new Shop(dealershipId, staff, r, clock, zone)
  const today = dayOf(now, zone)
  await furnishBooking(place, LOANERS)
  await furnishHouse(place)
  await publishHouseRules(place, instant(plusDays(today, -DAYS_BACK - 1), '08:00', zone))
  const stories: { at: Date; story: Story }[] = []
  let serial = shop.seed
  for (let i = -DAYS_BACK; i <= DAYS_BOOKED; i++) {
    const day = plusDays(today, i)
    const quiet = weekdayOf(day) > 5 ? 2 : 0
    const busy =
      i < 0
        ? Math.max(1, shop.visitsPerDay - quiet)
        : Math.ceil(shop.visitsToday * (1 - i / (DAYS_BOOKED + 1)))
    for (let n = 0; n < busy; n++) {
      const quarters = i < 0 ? r.int(0, 12) * 2 : Math.floor((n * 32) / busy)
      const at = minutesAfter(instant(day, '08:00', zone), quarters * 15)
      const plan = { ...aPlan(r, at), ...special(shop.code, i, n) }
      const car = carOwner(r, serial++, Number(today.slice(0, 4)))
      const begins = i > 0 || plan.booked ? minutesAfter(at, -r.int(26, 96) * 60) : at
      stories.push({
        at: i > 0 && begins > now ? minutesAfter(now, -r.int(5, 600)) : begins,
        story: visitStory(place, car, i > 0 ? { ...plan, booked: true, fate: 'comes' } : plan),
      })
    }
  }
  if (shop.code === 'SH01') stories.push(...openStories(place, now))
  await play(stories, clock, now, (at) => say(`${shop.code}  ${dayOf(at, zone)}  ${place.carsServed.length}`))
  clock.now = now
  await reminderStory(place, today, serial)
  await bookingStory(place, today, serial + 100)
  await labelStory(place, today)
}

/** The few things every demo must show: a failed inspection, a late part, a disappointed customer. */
function special(code: string, day: number, n: number): Partial<Plan> {
  if (code !== 'SH01' || n !== 0) return {}
  const comes = { fate: 'comes', finds: null } as const
  if (day === -20)
    return {
      ...comes,
      latePart: true,
      concern: 'alternator',
      operation: 'R110',
      packages: [],
      parts: ['P0018', 'P0018'],
    }
  if (day === -12) return { ...comes, failsInspection: true, satisfaction: 'verySatisfied' }
  if (day === -9) return { ...comes, satisfaction: 'disappointed' }
  if (day === -1)
    return {
      ...comes,
      latePart: true,
      concern: 'alternator',
      operation: 'R110',
      packages: [],
      parts: ['P0018'],
    }
  return {}
}

type Part = { code: string; dealershipId: string; staff: [string, string][]; now: Date; zone: string }

function inOwnProcess(part: Part): Promise<void> {
  const [, file = ''] = process.argv
  const child = spawn(process.execPath, [...process.execArgv, file, JSON.stringify(part)], {
    stdio: 'inherit',
  })
  return new Promise((resolve, reject) => {
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`the month of ${part.code} was not played to its end`)),
    )
  })
}

async function playPart(text: string) {
  const { code, dealershipId, staff, now, zone } = JSON.parse(text) as Part
  const shop = SHOPS.find((one) => one.code === code)
  if (!shop) throw new Error(`no dealership ${code}`)
  await playMonth(shop, dealershipId, new Map(staff), new Date(now), zone)
  process.exit(0)
}

/** The demo is at work whenever it is loaded: the manager has decided to open on the holidays of its story. */
const openOnHolidays = (dealershipId: string, from: string, to: string) =>
  asTenant(database(), dealershipId, (tx) =>
    tx.calendarDay.createMany({
      data: publicDays(from, to)
        .filter(({ kind }) => kind === 'holiday')
        .map(({ day, name }) => ({ dealershipId, day: toDateColumn(day), isOpen: true, reason: name })),
    }),
  )

/** Where arriving cars are led to; the workshop has no part in them. */
const receptionBays = (dealershipId: string) =>
  asTenant(database(), dealershipId, (tx) =>
    tx.bay.createMany({
      data: [1, 2, 3].map((no) => ({
        dealershipId,
        name: `接待位 ${no}`,
        nameEn: `Reception bay ${no}`,
        kind: 'reception' as const,
        position: 50 + no,
      })),
    }),
  )

async function main() {
  const owner = process.env.OWNER_DATABASE_URL
  if (!owner) throw new Error('OWNER_DATABASE_URL is not set')
  const now = new Date()
  const zone = zoneAtWork(now)
  say(`The demo's clocks show ${timeOf(now, zone)} (${zone}): its dealerships are at work now.`)
  const passwordHash = await hashPassword(PASSWORD)
  const accounts: Account[] = []
  const keys: { dealership: string; dealershipId: string; key: string }[] = []
  const shops: { shop: (typeof SHOPS)[number]; dealershipId: string; staff: Map<string, string> }[] = []
  let groupId: string | undefined
  for (const shop of SHOPS) {
    say(`${shop.name} / ${shop.nameEn}: staff, bays, catalogue, shifts`)
    const founded = await foundDealership(owner, { ...shop, group: GROUP, groupId, timeZone: zone })
    groupId = founded.groupId
    const { dealershipId } = founded
    const people: Person[] = STAFF.map((person) => ({
      ...person,
      login: { name: loginOf(person.no, shop.suffix), passwordHash },
    }))
    const staff = await furnish(database(), groupId, dealershipId, people)
    await receptionBays(dealershipId)
    const today = dayOf(now, zone)
    await openOnHolidays(dealershipId, plusDays(today, -DAYS_BACK - 1), plusDays(today, 2 * DAYS_BOOKED))
    await giveShifts(
      database(),
      dealershipId,
      [...staff.values()],
      plusDays(today, -DAYS_BACK - 1),
      DAYS_BACK + DAYS_AHEAD,
      zone,
      false,
    )
    await fillCatalogue(database(), dealershipId, plusDays(today, -200), now, true)
    const laid = { dealershipId, from: plusDays(today, -DAYS_BACK - 1), to: plusDays(today, DAYS_AHEAD) }
    await asTenant(database(), dealershipId, (tx) => layOutDays(tx, laid))
    for (const { no, name, roles } of STAFF)
      accounts.push({
        loginName: loginOf(no, shop.suffix),
        password: PASSWORD,
        role: roles.join(', '),
        name,
        dealership: shop.nameEn,
      })
    const key = `babu_${newToken()}`
    await asTenant(database(), dealershipId, (tx) =>
      tx.apiKey.create({
        data: { dealershipId, name: 'demo', keyHash: sha256(key), scopes: [...SCOPES], createdAt: now },
      }),
    )
    keys.push({ dealership: shop.nameEn, dealershipId, key })
    shops.push({ shop, dealershipId, staff })
  }
  // Each dealership's month is played by a process of its own: two cores, half the waiting.
  await Promise.all(
    shops.map(({ shop, dealershipId, staff }) =>
      inOwnProcess({ code: shop.code, dealershipId, staff: [...staff], now, zone }),
    ),
  )
  const file = process.env.BABU_DEMO_FILE
  if (file) {
    const content = { accounts, apiKey: keys[0]?.key, apiKeys: keys }
    writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 })
  }
  await database().$disconnect()
  // The pools of limits and streams hold no work; leave.
  process.exit(0)
}

const part = process.argv[2]
;(part ? playPart(part) : main()).catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
