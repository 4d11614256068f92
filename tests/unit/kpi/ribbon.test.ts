import { describe, expect, test } from 'vitest'
import { currentStep, ribbon, type RibbonFacts } from '@/lib/kpi/ribbon'

const at = (time: string) => new Date(`2026-11-23T${time}:00Z`)

const nothing: RibbonFacts = {
  appointment: null,
  visit: null,
  order: null,
  followUps: { open: 0, overdue: 0, owner: null },
}
const visit: NonNullable<RibbonFacts['visit']> = {
  status: 'ordered', arrivedAt: at('01:00'), greetedAt: at('01:00'), inspectionStartedAt: at('01:02'), recordSignedAt: at('01:10'),
  atDeskAt: at('01:12'), leftAt: null, waits: true, kitFitted: true, adviser: '王顾问', careContacts: 1,
} // prettier-ignore
const order: NonNullable<RibbonFacts['order']> = {
  status: 'inRepair', authorisedAt: at('01:20'), workStartedAt: at('01:30'), workDoneAt: null, qcPassedAt: null, readyAt: null,
  paidAt: null, deliveredAt: null, promisedAt: at('04:00'), wash: true, washedAt: null, unplannedJobs: 0, openApprovals: 0,
  technician: '孙初级', inspector: null,
} // prettier-ignore
const states = (facts: RibbonFacts, now: Date) =>
  Object.fromEntries(ribbon(facts, now).map(({ code, state }) => [code, state]))
const step = (facts: RibbonFacts, now: Date, code: string) =>
  ribbon(facts, now).find((entry) => entry.code === code)

describe('X-PRC-01 the ribbon of eight steps', () => {
  test('a booking that nobody kept is late and says what is missing', () => {
    const facts = {
      ...nothing,
      appointment: {
        status: 'confirmed' as const,
        startsAt: at('01:00'),
        createdAt: at('00:00'),
        confirmed: true,
      },
    }
    expect(step(facts, at('00:30'), 'CONTACT')).toMatchObject({ state: 'now', missing: [] })
    expect(step(facts, at('01:30'), 'CONTACT')).toMatchObject({ state: 'late', missing: ['arrival'] })
  })

  test('a walk-in skips the first step', () => {
    expect(states({ ...nothing, visit }, at('01:15'))).toMatchObject({
      CONTACT: 'skipped',
      RECEPTION: 'done',
      ORDER: 'now',
      REPAIR: 'notYet',
    })
  })

  test('S2-04 a car not greeted after 15 seconds is late', () => {
    const waiting = {
      ...visit,
      status: 'waitingGreeting' as const,
      greetedAt: null,
      inspectionStartedAt: null,
      recordSignedAt: null,
      atDeskAt: null,
      kitFitted: false,
    }
    const facts = { ...nothing, visit: waiting }
    expect(step(facts, new Date(at('01:00').getTime() + 15_000), 'RECEPTION')?.state).toBe('now')
    expect(step(facts, new Date(at('01:00').getTime() + 16_000), 'RECEPTION')).toMatchObject({
      state: 'late',
      missing: ['greeting', 'greetingLate', 'kit', 'walkAround', 'customerSignature'],
    })
  })

  test('repair and lounge run side by side, with minutes', () => {
    const facts = { ...nothing, visit, order }
    expect(step(facts, at('02:00'), 'REPAIR')).toMatchObject({ state: 'now', minutes: 40, who: '孙初级' })
    expect(step(facts, at('02:00'), 'LOUNGE')).toMatchObject({ state: 'now', minutes: 40 })
    expect(step(facts, at('05:00'), 'REPAIR')?.state).toBe('late')
    expect(states({ ...facts, visit: { ...visit, waits: false } }, at('02:00')).LOUNGE).toBe('skipped')
  })

  test('S4-02 a waiting customer without a care contact is a missing duty', () => {
    expect(
      step({ ...nothing, order, visit: { ...visit, careContacts: 0 } }, at('02:00'), 'LOUNGE')?.missing,
    ).toEqual(['care'])
  })

  test('failed work takes the car back from quality to repair', () => {
    const facts = {
      ...nothing,
      visit,
      order: { ...order, status: 'rework' as const, workDoneAt: at('02:00') },
    }
    expect(states(facts, at('02:30'))).toMatchObject({ REPAIR: 'now', QC: 'notYet' })
    expect(step(facts, at('02:30'), 'REPAIR')?.missing).toEqual(['rework'])
  })

  test('from quality to follow-up', () => {
    const passed = { ...order, status: 'qcPassed' as const, workDoneAt: at('02:00'), qcPassedAt: at('02:20') }
    expect(step({ ...nothing, visit, order: passed }, at('02:30'), 'QC')?.missing).toEqual([
      'wash',
      'acceptance',
    ])
    const ready = { ...passed, status: 'ready' as const, washedAt: at('02:30'), readyAt: at('02:40') }
    expect(step({ ...nothing, visit, order: ready }, at('02:50'), 'DELIVERY')).toMatchObject({
      state: 'now',
      minutes: 10,
      missing: ['handOver', 'payment'],
    })
    const gone = { ...ready, status: 'delivered' as const, paidAt: at('02:50'), deliveredAt: at('03:00') }
    const facts = {
      ...nothing,
      visit: { ...visit, status: 'closed' as const },
      order: gone,
      followUps: { open: 2, overdue: 1, owner: '卫客服' },
    }
    expect(states(facts, at('09:00'))).toMatchObject({ DELIVERY: 'done', FOLLOW_UP: 'late' })
    expect(currentStep(ribbon(facts, at('09:00')))).toBe('FOLLOW_UP')
    expect(states({ ...facts, followUps: { open: 0, overdue: 0, owner: null } }, at('09:00')).FOLLOW_UP).toBe(
      'done',
    )
  })
})
