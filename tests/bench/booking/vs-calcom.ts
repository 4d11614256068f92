import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSlots } from '@/lib/appointments/server/open-slots'
import { database } from '@/lib/server/db'
import type { House } from './house'

const PACKAGE = '@calcom/platform-libraries@0.0.360'
const TECHNICIANS = 16
const DAYS = 30

type Time = {
  add: (count: number, unit: string) => Time
  hour: (hour: number) => Time
  minute: (minute: number) => Time
  startOf: (unit: string) => Time
}
type Dayjs = { utc: () => Time }
type Slots = (input: Record<string, unknown>) => unknown[]

/** Their slot function alone, out of the published package, with the date library it asks for. */
function theirs(folder: string): { slots: Slots; dayjs: Dayjs } {
  const npm = (...args: string[]) =>
    execFileSync('npm', [...args, '--silent'], {
      cwd: folder,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    })
  writeFileSync(join(folder, 'package.json'), '{"private":true}')
  const tarball = npm('pack', PACKAGE).trim()
  execFileSync('tar', ['xzf', tarball], { cwd: folder })
  npm('install', '--no-audit', '--no-fund', 'dayjs@1.11.4')
  const text = readFileSync(join(folder, 'package/dist/slots.cjs'), 'utf8')
  const cut = (from: string) => {
    const at = text.indexOf(from)
    const end = text.indexOf('\n}\n', at)
    if (at < 0 || end < 0) throw new Error(`${PACKAGE} has no ${from} any more`)
    return text.slice(at, end + 2)
  }
  writeFileSync(
    join(folder, 'slots-only.cjs'),
    `const dayjs = require('dayjs')
    for (const name of ['utc', 'timezone', 'minMax', 'isBetween']) dayjs.extend(require('dayjs/plugin/' + name))
    ${/const minimumOfOne = .*/.exec(text)?.[0] ?? ''}
    ${cut('function getCorrectedSlotStartTime')}
    ${cut('function buildSlotsWithDateRanges')}
    module.exports = { slots: buildSlotsWithDateRanges, dayjs }`,
  )
  return createRequire(join(folder, 'package.json'))('./slots-only.cjs') as { slots: Slots; dayjs: Dayjs }
}

const middle = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** Goal 8: the free times of 16 technicians in 30 days, each with three bookings a day; ours with its database. */
export async function versusCalcom(house: House) {
  const folder = mkdtempSync(join(tmpdir(), 'babu-calcom-'))
  try {
    const { slots, dayjs } = theirs(folder)
    const today = dayjs.utc().startOf('day').add(1, 'day')
    const at = (day: number, hour: number, minute: number) => today.add(day, 'day').hour(hour).minute(minute)
    const ranges = () =>
      Array.from({ length: TECHNICIANS }, (_, who) =>
        Array.from({ length: DAYS }, (_, day) =>
          [[9, 10], [11, 12], [13, 15], [16, 18]].map(([from = 0, to = 0]) => ({ start: at(day, from, who * 3), end: at(day, to, who * 3) })),
        ),
      ).flat(2) // prettier-ignore
    const timed: number[] = []
    let found = 0
    for (let turn = 0; turn < 5; turn++) {
      const dateRanges = ranges()
      const began = performance.now()
      found = slots({
        dateRanges,
        frequency: 30,
        eventLength: 60,
        timeZone: 'Asia/Shanghai',
        minimumBookingNotice: 0,
      }).length
      timed.push(performance.now() - began)
    }
    const actor = {
      kind: 'visitor',
      id: null,
      dealershipId: house.dealershipId,
      name: 'bench',
      locale: 'zh-CN',
    } as const
    const own: number[] = []
    for (let turn = 0; turn < 200; turn++) {
      const began = performance.now()
      await openSlots(
        { db: database(), actor, now: house.now },
        { packageIds: [house.packageId], days: DAYS },
      )
      own.push(performance.now() - began)
    }
    const [theirMs, ourMs] = [middle(timed), middle(own.slice(20))]
    return { theirMs, ourMs, times: theirMs / ourMs, found }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
