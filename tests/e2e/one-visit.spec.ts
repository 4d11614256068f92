import { verifyChain } from '@/lib/server/event-chain'
import * as additional from './journey/additional-work'
import * as api from './journey/api'
import * as booking from './journey/booking'
import * as delivery from './journey/delivery'
import * as followUp from './journey/follow-up'
import * as inspection from './journey/inspection'
import { comesBackAfterCut } from './journey/live'
import { waitsInLounge } from './journey/lounge'
import { wasLive } from './journey/moves'
import * as order from './journey/order'
import * as reception from './journey/reception'
import * as repair from './journey/repair'
import { Visit } from './journey/visit'
import * as workshop from './journey/workshop'
import { expect, test } from './support/stage'

test.describe.configure({ mode: 'parallel' })

for (const lang of ['zh-CN', 'en'] as const)
  test.describe(lang, () => {
    test.use({ lang })

    test('one visit through all eight steps, each person at an own browser, every wrong move refused', async ({
      stage,
    }) => {
      test.setTimeout(900_000)
      const visit = new Visit(stage, lang)

      await test.step('S1-24 the customer books online on a phone and moves the booking', async () => {
        await booking.booksOnline(visit)
        await booking.movesBooking(visit)
        await api.bookedTwice(visit)
      })
      await test.step('S2-04 S2-23 S2-42 arrival, the walk around the car, the signature on the glass', async () => {
        await reception.arrives(visit)
        await reception.walksAround(visit)
      })
      await test.step('S3-31 S3-42 the booking becomes an order, and the customer signs it', async () => {
        const desk = await order.opensOrder(visit)
        await order.signsOrder(visit, desk)
        await order.followsLink(visit)
      })

      const foreman = await stage.as('F1', 'desk')
      const technician = await stage.as('T1', 'phone')
      await test.step('S5-13 S5-19 the foreman gives out the work by keyboard and by dragging', async () => {
        await workshop.givesByKeyboard(visit, foreman, technician)
        await workshop.givesByDragging(visit, foreman)
        await workshop.movesBlock(visit, foreman)
      })
      await test.step('S5-36 X-PRT-17 the technician works with the parts handed out and finds more', async () => {
        await repair.clocksOn(visit, technician)
        await api.pushedWrongly(visit)
        await repair.findsMore(visit, technician)
        await waitsInLounge(visit)
      })
      await test.step('S3-44 S3-45 S3-49 the customer approves one line and declines the other', async () => {
        await additional.pricesRequest(visit)
        await additional.answersOnPhone(visit)
        await additional.onlyApprovedOnBoard(visit, foreman)
        await foreman.close()
      })
      await test.step('S5-43 all approved work is done, by two technicians', async () => {
        await repair.handsOutParts(visit)
        await repair.finishes(visit, technician, '更换机油机滤，检查正常')
        await repair.does(visit, technician, 'Replace wiper blades')
        const second = await stage.as('T3', 'phone')
        await repair.does(visit, second, 'Change brake fluid')
        await second.close()
        await expect.poll(visit.status).toBe('workDone')
      })

      const inspector = await stage.as('Q1', 'tablet')
      await test.step('S6-04 S6-07 the inspection fails one line, the technician does it again, the car passes', async () => {
        await inspection.ownWorkIsRefused(visit, technician)
        await inspection.failsOneLine(visit, inspector)
        await inspection.reworks(visit, technician)
        await repair.does(visit, technician, 'Oil service')
        await comesBackAfterCut(visit)
        await inspection.passes(visit, inspector)
        await inspector.close()
        await inspection.washesAndAccepts(visit, technician)
        await technician.close()
      })
      await test.step('S7-05 S7-11 S7-14 S7-19 checks, bill, payment, receipt, sign-off', async () => {
        const desk = await stage.as('A1', 'desk')
        await delivery.checksHandOver(visit, desk)
        await delivery.drawsBill(visit, desk)
        await delivery.pays(visit)
        await delivery.signsOff(visit, desk)
        await desk.close()
      })
      await test.step('S8-01 S8-19 the follow-up is worked, and a bad rating opens a complaint', async () => {
        await followUp.callsLater(visit)
        await followUp.ratesPoorly(visit)
      })

      await test.step('changes made in one browser stand in another within a second', () => wasLive(visit))
      await test.step('the ribbon has gone through, and the event chain verifies, sealed by the worker', async () => {
        const { actor } = stage.here.as('M1')
        const ribbons = await stage.doors.result<Record<string, { code: string; state: string }[]>>(
          actor, 'visitRibbons', { visitIds: [visit.id] },
        ) // prettier-ignore
        expect(ribbons[visit.id]?.map(({ code, state }) => `${code} ${state}`)).toEqual([
          'CONTACT done', 'RECEPTION done', 'ORDER done', 'LOUNGE done', 'REPAIR done', 'QC done', 'DELIVERY done', 'FOLLOW_UP done',
        ]) // prettier-ignore
        await expect.poll(async () => (await visit.look(verifyChain)).unsealed).toBe(0)
        expect((await visit.look(verifyChain)).firstBadSeq).toBeNull()
      })
    })
  })
