import { dayOf, plusDays, toDateColumn } from '@/lib/core/time'
import { booking } from '@/lib/i18n/booking'
import { ownCars } from '@/lib/i18n/own-cars'
import { aCustomerWithCar, aMobile } from '../support/given'
import { accessible, expect, test } from './support/stage'

for (const lang of ['zh-CN', 'en'] as const)
  test.describe(lang, () => {
    test.use({ lang })

    test('S1-31 S1-34 who has been here before is greeted after the code, takes what is due, and books without a second code', async ({
      stage,
    }) => {
      test.slow()
      const { here } = stage
      const [b, t] = [booking[lang], ownCars[lang]]
      const phone = aMobile()
      const { customer, vehicle } = await aCustomerWithCar(here, { name: '王芳', phone, km: 12_000 })
      const { dealershipId } = here
      await here.inside((tx) =>
        tx.vehicle.update({
          where: { dealershipId_id: { dealershipId, id: vehicle.id } },
          data: { firstRegisteredOn: toDateColumn(plusDays(dayOf(here.now, here.timeZone), -200)) },
        }),
      )
      await stage.doors.result(here.asSystem().actor, 'runReminders', {})
      const page = await stage.visitor('phone')
      await page.goto(`/book/${here.code}`)
      await page.getByRole('button', { name: b.returning }).click()
      await page.getByLabel(t.phone).fill(phone)
      await page.getByRole('button', { name: b.confirm.sendCode }).click()
      const code = page.getByLabel(b.confirm.code)
      await expect(code).toBeVisible()
      expect(await page.content()).not.toContain(customer.name)
      await code.fill(((await stage.message('phone-code')).facts as { code: string }).code)
      await page.getByRole('button', { name: t.show }).click()
      await expect(page.getByText(t.hello({ name: customer.name, title: '' }))).toBeVisible()
      await page.getByRole('radio').first().check()
      await expect(page.getByText(t.proposals)).toBeVisible()
      await page
        .getByRole('button', { name: new RegExp(`^${t.takeThis({ what: '' })}`) })
        .first()
        .click()
      await expect(page.getByText(t.taken, { exact: true }).first()).toBeVisible()
      await accessible(page)
      await page.getByRole('button', { name: b.next }).click()
      await accessible(page)
      await page.getByRole('button', { name: b.next }).click()
      await page
        .getByRole('radio', { name: /\d\d:\d\d/ })
        .last()
        .check({ force: true })
      await page.getByRole('button', { name: b.next }).click()
      await expect(page.getByLabel(b.confirm.name)).toHaveValue(customer.name)
      await expect(page.getByLabel(b.confirm.code)).toHaveCount(0)
      await accessible(page)
      await page.getByRole('button', { name: b.confirm.book }).click()
      await expect(page.getByRole('heading', { name: b.done.title })).toBeVisible()
      const [made] = await here.inside((tx) =>
        tx.appointment.findMany({
          include: { appointmentProposals: true, vehicle: { select: { plate: true } } },
        }),
      )
      expect(made).toMatchObject({ customerId: customer.id, vehicle: { plate: vehicle.plate } })
      expect(made?.appointmentProposals.map(({ outcome }) => outcome)).toContain('accepted')
    })
  })
