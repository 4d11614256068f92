import 'server-only'
import { nameIn } from '@/lib/core/name-in'
import { Refusal } from '@/lib/core/refusal'
import { may } from '@/lib/auth/permissions'
import type { Role } from '@/lib/auth/roles'
import { command } from '@/lib/server/doors'
import { PermitRoadTest } from '../schemas'
import { roadTestOf } from './road-test-of'

/** Permits one person to drive a customer's car for this test. Refuses with `roadTest.cannot-drive`, `common.not-found`. */
export const permitRoadTest = command(
  'roadTest.permit',
  PermitRoadTest,
  async ({ tx, actor }, { roadTestId, driverId }) => {
    const { dealershipId } = actor
    const test = await roadTestOf(tx, dealershipId, roadTestId, 'permit')
    const driver = await tx.staff.findUnique({
      where: { dealershipId_id: { dealershipId, id: driverId } },
      select: { id: true, name: true, nameEn: true, roles: true, disabledAt: true },
    })
    if (!driver) throw new Refusal('common.not-found')
    const roles = driver.roles as Role[]
    const drives = may(
      { ...actor, kind: 'staff', id: driver.id, name: driver.name, roles, grade: null },
      'roadTest.start',
    )
    if (driver.disabledAt || !drives)
      throw new Refusal('roadTest.cannot-drive', { who: nameIn(driver, actor.locale) })
    await tx.roadTest.update({
      where: { dealershipId_id: { dealershipId, id: test.id } },
      data: { driverId, permittedById: actor.id },
      select: { id: true },
    })
    const facts = { no: test.order.no, driver: driver.name }
    return {
      result: { id: test.id },
      subject: { type: 'order', id: test.orderId },
      visitId: test.order.visitId,
      facts,
    }
  },
)
