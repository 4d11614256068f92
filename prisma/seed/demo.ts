// Loads the demo group: two dealerships whose past month is played by the real commands, ending now.
import { writeFileSync } from 'node:fs'
import { SCOPES } from '@/lib/auth/scopes'
import { dayOf, plusDays } from '@/lib/core/time'
import { asTenant, database } from '@/lib/server/db'
import { newToken, sha256 } from '@/lib/server/hash'
import { hashPassword } from '@/lib/server/sign-in'
import { fillCatalogue, foundDealership, furnish, giveShifts, type Founding, type Person } from './foundation'
import { STAFF } from './people'

const PASSWORD = 'babu-eight-steps'
const DAYS_BACK = 30
const DAYS_AHEAD = 35
const say = (line: string) => process.stdout.write(`${line}\n`)

const GROUP = { name: '八步汽车集团', nameEn: 'Babu Motor Group' }
const BRAND = { brand: '一汽丰田', brandEn: 'FAW Toyota' }
const SHOPS: (Omit<Founding, 'group' | 'groupId'> & { suffix: string; visitsPerDay: number; seed: number })[] = [
  { ...BRAND, code: 'SH01', name: '八步丰田闵行店', nameEn: 'Babu Toyota Minhang', phone: '02164001001', address: '上海市闵行区莘庄路 188 号', addressEn: '188 Xinzhuang Road, Minhang, Shanghai', suffix: '', visitsPerDay: 7, seed: 8001 },
  { ...BRAND, code: 'SH02', name: '八步丰田浦东店', nameEn: 'Babu Toyota Pudong', phone: '02158002002', address: '上海市浦东新区沪南路 2002 号', addressEn: '2002 Hunan Road, Pudong, Shanghai', suffix: '.pd', visitsPerDay: 3, seed: 8002 },
] // prettier-ignore

const LOGINS: Record<string, string> = {
  G01: 'greeter', B01: 'booking', A01: 'adviser', A02: 'adviser2', A03: 'adviser3', A04: 'reception', F01: 'foreman', S01: 'supervisor',
  D01: 'techdirector', Q01: 'inspector', Q02: 'inspector2', P01: 'parts', W01: 'warranty', I01: 'information', C01: 'cashier', R01: 'care',
  M01: 'manager', V01: 'director', N01: 'department', X01: 'admin',
} // prettier-ignore
const loginOf = (no: string, suffix: string) => (LOGINS[no] ?? `tech${Number(no.slice(1))}`) + suffix

type Account = { loginName: string; password: string; role: string; name: string; dealership: string }

async function main() {
  const owner = process.env.OWNER_DATABASE_URL
  if (!owner) throw new Error('OWNER_DATABASE_URL is not set')
  const now = new Date()
  const passwordHash = await hashPassword(PASSWORD)
  const accounts: Account[] = []
  const keys: { dealership: string; dealershipId: string; key: string }[] = []
  const shops: { shop: (typeof SHOPS)[number]; dealershipId: string; staff: Map<string, string> }[] = []
  let groupId: string | undefined
  for (const shop of SHOPS) {
    say(`${shop.name} / ${shop.nameEn}: staff, bays, catalogue, shifts`)
    const founded = await foundDealership(owner, { ...shop, group: GROUP, groupId })
    groupId = founded.groupId
    const { dealershipId } = founded
    const people: Person[] = STAFF.map((person) => ({
      ...person,
      login: { name: loginOf(person.no, shop.suffix), passwordHash },
    }))
    const staff = await furnish(database(), groupId, dealershipId, people)
    const today = dayOf(now, 'Asia/Shanghai')
    await giveShifts(
      database(),
      dealershipId,
      [...staff.values()],
      plusDays(today, -DAYS_BACK - 1),
      DAYS_BACK + DAYS_AHEAD,
      'Asia/Shanghai',
      false,
    )
    await fillCatalogue(database(), dealershipId, plusDays(today, -200), now)
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
  const file = process.env.BABU_DEMO_FILE
  if (file) {
    const content = { accounts, apiKey: keys[0]?.key, apiKeys: keys }
    writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 })
  }
  await database().$disconnect()
  // The pools of limits and streams hold no work; leave.
  process.exit(0)
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
