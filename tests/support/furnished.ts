import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { plusDays } from '@/lib/core/time'
import { layOutDays } from '@/lib/dealership/server/capacity-ledger'
import { asTenant, database } from '@/lib/server/db'
import { fillCatalogue, foundDealership, furnish, giveShifts, type Person } from '@/prisma/seed/foundation'
import { readHouse, writeHouse, type HouseRows } from './house-copy'

export const PEOPLE: Person[] = [
  { no: 'G1', name: '周引导', nameEn: 'Zhou Yin', roles: ['greeter'] },
  { no: 'B1', name: '吴预约', nameEn: 'Wu Yue', roles: ['bookingReceptionist'] },
  { no: 'A1', name: '王顾问', nameEn: 'Wang Gu', roles: ['serviceAdviser'] },
  { no: 'A2', name: '李顾问', nameEn: 'Li Gu', roles: ['serviceAdviser'] },
  { no: 'F1', name: '赵主任', nameEn: 'Zhao Zhu', roles: ['foreman'] },
  {
    no: 'T1',
    name: '孙初级',
    nameEn: 'Sun Chu',
    roles: ['technician'],
    grade: 'junior',
    skills: ['general'],
  },
  {
    no: 'T2',
    name: '钱中级',
    nameEn: 'Qian Zhong',
    roles: ['technician'],
    grade: 'middle',
    skills: ['general', 'chassis', 'engine'],
  },
  {
    no: 'T3',
    name: '郑高级',
    nameEn: 'Zheng Gao',
    roles: ['technician'],
    grade: 'senior',
    skills: ['general', 'engine', 'electrical', 'chassis'],
  },
  { no: 'Q1', name: '冯质检', nameEn: 'Feng Zhi', roles: ['qcInspector'] },
  { no: 'P1', name: '陈配件', nameEn: 'Chen Pei', roles: ['partsClerk'] },
  { no: 'C1', name: '褚收银', nameEn: 'Chu Shou', roles: ['cashier'] },
  { no: 'R1', name: '卫客服', nameEn: 'Wei Ke', roles: ['customerRelations'] },
  { no: 'W1', name: '尤索赔', nameEn: 'You Suo', roles: ['warrantyClerk'] },
  { no: 'M1', name: '蒋经理', nameEn: 'Jiang Jing', roles: ['serviceManager'] },
  { no: 'X1', name: '沈管理', nameEn: 'Shen Guan', roles: ['administrator'] },
]

type Terms = { now: Date; timeZone: string; today: string }

async function first({ now, timeZone, today }: Terms) {
  const code = randomUUID().slice(0, 8)
  const owner = process.env.OWNER_DATABASE_URL
  if (!owner) throw new Error('OWNER_DATABASE_URL is not set')
  const { groupId, dealershipId } = await foundDealership(owner, {
    group: { name: `集团${code}`, nameEn: `Group ${code}` },
    code,
    name: `测试店${code}`,
    nameEn: `Test ${code}`,
    brand: '一汽丰田',
    brandEn: 'FAW Toyota',
    phone: '02112345678',
    address: '上海市闵行区1号',
    addressEn: '1 Minhang, Shanghai',
    timeZone,
  })
  const staff = await furnish(database(), groupId, dealershipId, PEOPLE)
  await giveShifts(database(), dealershipId, [...staff.values()], today, 14, timeZone, false)
  await fillCatalogue(database(), dealershipId, '2026-01-01', now)
  const laid = { dealershipId, from: today, to: plusDays(today, 31) }
  await asTenant(database(), dealershipId, (tx) => layOutDays(tx, laid))
  return { code, groupId, dealershipId, staff }
}

type Pattern = { house: HouseRows; staff: [no: string, id: string][] }

/** The rows of the first dealership of these terms: furnishing one takes five times as long as writing its rows again. */
const patterns = new Map<string, Pattern>()

/** Where the test files of one run leave patterns for each other; without it each furnishes its own. */
const fileOf = (key: string) => {
  const folder = process.env.HOUSE_PATTERNS
  return folder ? join(folder, `${Buffer.from(key).toString('base64url')}.json`) : undefined
}

function kept(key: string): Pattern | undefined {
  const file = fileOf(key)
  if (!patterns.has(key) && file && existsSync(file))
    patterns.set(key, JSON.parse(readFileSync(file, 'utf8')))
  return patterns.get(key)
}

function keep(key: string, pattern: Pattern) {
  patterns.set(key, pattern)
  const file = fileOf(key)
  if (!file) return
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(`${file}.${process.pid}`, JSON.stringify(pattern))
  renameSync(`${file}.${process.pid}`, file)
}

/** A dealership with its people, attendance, catalogue and ledger; one furnished on these terms before is written again. */
export async function furnished(terms: Terms): ReturnType<typeof first> {
  const key = JSON.stringify(terms)
  const pattern = kept(key)
  if (!pattern) {
    const house = await first(terms)
    keep(key, { house: await readHouse(house), staff: [...house.staff] })
    return house
  }
  const code = randomUUID().slice(0, 8)
  const { groupId, dealershipId, idOf } = await writeHouse(pattern.house, code)
  return { code, groupId, dealershipId, staff: new Map(pattern.staff.map(([no, id]) => [no, idOf(id)])) }
}
