import type { Page } from '@playwright/test'
import { dayOf, timeOf } from '@/lib/core/time'
import { booking } from '@/lib/i18n/booking'
import { bookingBoard } from '@/lib/i18n/booking-board'
import { aMobile, aPlate } from '../support/given'
import { hearing, post } from './journey/moves'
import { accessible, expect, test, type Stage } from './support/stage'

/** A car booked for the first morning on which four half hours from the second on are free. */
async function aBookedMorning({ here, doors }: Stage) {
  const desk = here.as('B1').actor
  type Days = { days: { day: string; slots: { startsAt: string; over?: boolean }[] }[] }
  const { days } = await doors.result<Days>(desk, 'openSlots', { wishes: 1, days: 10 })
  const today = dayOf(here.now, here.timeZone)
  const found = days.find(({ day, slots }) => day > today && slots.filter(({ over }) => !over).length > 6)
  const [, second, , fourth] = found?.slots.filter(({ over }) => !over) ?? []
  if (!found || !second || !fourth) throw new Error('no day has room')
  const plate = aPlate()
  const { id } = await doors.result<{ id: string }>(desk, 'bookAppointment', {
    plate, name: '刘洋', phone: aMobile(), model: '卡罗拉', wishes: ['刹车有异响'], startsAt: second.startsAt, readBack: true,
  }) // prettier-ignore
  return { id, plate, day: found.day, from: new Date(second.startsAt), to: new Date(fourth.startsAt) }
}

/** What would follow from putting the car down here; the sides of the day have a word "free" of their own. */
const following = (page: Page) => page.locator('section[aria-live=polite]')

for (const lang of ['zh-CN', 'en'] as const)
  test.describe(lang, () => {
    test.use({ lang })

    test('S1-62 S1-86 a car is dragged to another half hour: what follows is shown before it is put down, and moves only with a reason', async ({
      stage,
    }) => {
      test.slow()
      const { here } = stage
      const t = bookingBoard[lang]
      const { id, plate, day, from, to } = await aBookedMorning(stage)
      const rows = () =>
        here.inside((tx) =>
          tx.appointment.findMany({
            orderBy: { createdAt: 'asc' },
            select: { id: true, status: true, startsAt: true },
          }),
        )
      const page = await stage.as('B1', 'desk')
      await page.goto(`/appointments/board?day=${day}`)
      await hearing(page)
      const car = page.getByRole('button', { name: new RegExp(plate) })
      const clock = (of: Date) => timeOf(of, here.timeZone).replace(/^0/, '')
      const column = (at: Date) => page.getByRole('columnheader', { name: clock(at), exact: true })
      await expect(car).toBeVisible()
      await accessible(page)
      const [card, target] = [await car.boundingBox(), await column(to).boundingBox()]
      if (!card || !target) throw new Error('nothing to drag, or nowhere')
      await page.mouse.move(card.x + 20, card.y + 10)
      await page.mouse.down()
      await page.mouse.move(card.x + 40, card.y + 14, { steps: 4 })
      await page.mouse.move(target.x + target.width / 2, card.y + 12, { steps: 8 })
      await expect(following(page).getByText(t.consequence.free, { exact: true })).toBeVisible()
      await expect(following(page).getByText(t.consequence.ready, { exact: true })).toBeVisible()
      expect(await rows()).toMatchObject([{ id, startsAt: from }])
      await page.mouse.up()
      const sheet = page.getByRole('dialog')
      await expect(sheet.getByText(t.consequence.free, { exact: true })).toBeVisible()
      await accessible(page)
      const submit = sheet.locator('button[type=submit]')
      await post(page, () => submit.click())
      await expect(sheet.locator('[aria-invalid=true]')).toBeVisible()
      expect(await rows()).toHaveLength(1)
      await sheet.getByLabel(booking[lang].done.reason).selectOption({ index: 1 })
      await post(page, () => submit.click())
      await expect(sheet).toBeHidden()
      expect(await rows()).toMatchObject([
        { id, status: 'rescheduled' },
        { status: 'confirmed', startsAt: to },
      ])
      expect((await stage.message('appointment-moved')).facts).toMatchObject({ plate })
    })

    test('S1-62 the same by keys: lifted, carried, put down, and left where it was by Escape', async ({
      stage,
    }) => {
      const { here } = stage
      const t = bookingBoard[lang]
      const { id, plate, day, from } = await aBookedMorning(stage)
      const page = await stage.as('B1', 'desk')
      await page.goto(`/appointments/board?day=${day}`)
      await hearing(page)
      const car = page.getByRole('button', { name: new RegExp(plate) })
      await car.focus()
      await page.keyboard.press('Space')
      await expect(page.getByText(t.drag.lifted({ car: plate }))).toBeAttached()
      // It hears the arrows once the places are measured.
      await expect(page.locator('td[data-over]')).toBeVisible()
      await page.keyboard.press('ArrowRight')
      await expect(following(page).getByText(t.consequence.free, { exact: true })).toBeVisible()
      await page.keyboard.press('Enter')
      const sheet = page.getByRole('dialog')
      await expect(sheet.getByText(t.consequence.free, { exact: true })).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(sheet).toBeHidden()
      const kept = await here.inside((tx) =>
        tx.appointment.findMany({ select: { id: true, startsAt: true } }),
      )
      expect(kept).toEqual([{ id, startsAt: from }])
    })
  })
