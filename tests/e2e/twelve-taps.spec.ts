import type { Locator, Page } from '@playwright/test'
import { orders } from '@/lib/i18n/orders'
import { reception } from '@/lib/i18n/reception'
import { aMobile, aPlate } from '../support/given'
import { hearing } from './journey/moves'
import { accessible, expect, signOnGlass, test, type Stage } from './support/stage'

/** What the adviser may do besides what the customer does on the glass. */
const MOST_TAPS = 12

/** A car that was here before and is booked for its service today, with the adviser who will receive it. */
async function aBookedService({ here, doors }: Stage) {
  const desk = here.as('B1').actor
  const { packageId } = await here.inside(async (tx) => {
    const found = await tx.servicePackage.findFirstOrThrow({ where: { code: 'A' }, select: { id: true } })
    return { packageId: found.id }
  })
  type Days = { days: { slots: { startsAt: string; over?: boolean }[] }[] }
  const { days } = await doors.result<Days>(desk, 'openSlots', { packageIds: [packageId], days: 1 })
  const slot = days[0]?.slots.find(({ over }) => !over)
  if (!slot) throw new Error('nothing is free today')
  const plate = aPlate()
  const adviserId = here.as('A1').actor.id
  const { id } = await doors.result<{ id: string }>(desk, 'bookAppointment', {
    plate, name: '刘洋', phone: aMobile(), model: '卡罗拉', packageIds: [packageId], startsAt: slot.startsAt, adviserId, readBack: true,
  }) // prettier-ignore
  await here.inside(async (tx) => {
    const { dealershipId } = here
    const { vehicleId, customerId } = await tx.appointment.findFirstOrThrow({ where: { id } })
    const before = new Date(here.now.getTime() - 200 * 86_400_000)
    const visit = await tx.visit.create({
      data: {
        dealershipId,
        no: 'V-before',
        status: 'closed',
        vehicleId,
        senderId: customerId,
        arrivedAt: before,
      },
    })
    await tx.repairOrder.create({
      data: {
        dealershipId, no: 'R-before', status: 'delivered', visitId: visit.id, vehicleId, customerId, createdAt: before, voucherCode: "before", authorisedAt: before, paidAt: before, deliveredAt: before,
        wash: true, oldParts: 'leave', paymentMethod: 'wechat',
      }, // prettier-ignore
    })
  })
  return { plate }
}

for (const lang of ['zh-CN', 'en'] as const)
  test.describe(lang, () => {
    test.use({ lang })

    test('from the arrival to the signed order of a booked service an adviser taps twelve times at most', async ({
      stage,
    }) => {
      test.slow()
      const { here } = stage
      const r = reception[lang]
      // The glass speaks the customer's language.
      const o = orders['zh-CN']
      const { plate } = await aBookedService(stage)
      const page = await stage.as('A1', 'tablet')
      const did: string[] = []
      const tap = async (what: Locator) => {
        const target = what.filter({ visible: true })
        did.push((await target.first().innerText()) || 'tick')
        await target.tap()
      }
      const button = (name: string, of: Page | Locator = page) =>
        of.getByRole('button', { name, exact: true })
      /** The customer reads, signs, and confirms on the glass. */
      const customerSigns = async (confirm: string) => {
        await accessible(page)
        await signOnGlass(page)
        await button(confirm).tap()
      }

      await page.goto('/today')
      await hearing(page)
      await tap(
        button(r.today.actions.receive, page.getByRole('listitem').filter({ hasText: plate.slice(-4) })),
      )
      await tap(button(r.kit.startAll({ count: 4 })))
      for (const digit of '45120') await tap(button(digit))
      await tap(page.getByText(r.fuelEighths({ eighths: 4 }), { exact: true }))
      await tap(button(r.allInOrder))
      await tap(page.getByText(r.valuables.reminded, { exact: true }))
      await tap(button(r.sign.open))
      await customerSigns(r.sign.confirm)
      await tap(button(r.toSignature))
      await page.waitForURL(/\/orders\/[0-9a-f-]{36}\/sign$/)
      await customerSigns(o.sign.button)
      const order = () =>
        here.inside((tx) => tx.repairOrder.findFirstOrThrow({ where: { no: { not: 'R-before' } } }))
      await expect.poll(async () => (await order()).status).toBe('queued')

      expect(did.length, did.join(' | ')).toBeLessThanOrEqual(MOST_TAPS)
      const { visitId, id: orderId, oldParts, wash, promisedAt, paymentMethod } = await order()
      expect({ oldParts, wash, paymentMethod, promised: promisedAt !== null }).toEqual({
        oldParts: 'leave',
        wash: true,
        paymentMethod: 'wechat',
        promised: true,
      })
      const [visit, record, lines] = await here.inside(async (tx) => [
        await tx.visit.findFirstOrThrow({ where: { id: visitId } }),
        await tx.receptionRecord.findFirstOrThrow({
          where: { visitId },
          include: { walkAroundItems: { select: { kind: true, state: true } } },
        }),
        await tx.job.findMany({ where: { orderId }, select: { status: true } }),
      ])
      expect(visit.greetedAt).toEqual(expect.any(Date))
      expect(record).toMatchObject({
        kitPieces: expect.arrayContaining(['seatCover', 'floorMat']),
        odometerKm: 45_120,
        fuelEighths: 4,
        freeWash: true,
        frozenAt: expect.any(Date),
        valuablesRemindedAt: expect.any(Date),
      })
      expect(record.customerStatement).not.toBe('')
      expect(record.walkAroundItems.filter(({ state }) => state === 'ok')).toHaveLength(7)
      expect(lines).toEqual([{ status: 'queued' }])
    })
  })
