import { booking } from '@/lib/i18n/booking'
import { reception } from '@/lib/i18n/reception'
import { aMobile } from '../support/given'
import { accessible, expect, signOnGlass, test } from './support/stage'

for (const lang of ['zh-CN', 'en'] as const)
  test.describe(lang, () => {
    test.use({ lang })

    test('one visit through all eight steps, each person at an own browser', async ({ stage }) => {
      test.setTimeout(300_000)
      const { here } = stage
      const phone = aMobile()
      const b = booking[lang]
      const r = reception[lang]

      const customer = await stage.visitor('phone')
      await test.step('S1-24 the customer books online on a phone', async () => {
        await customer.goto(`/book/${here.code}`)
        await accessible(customer)
        await customer.getByLabel(b.car.rest, { exact: true }).fill('A12345')
        await customer.getByLabel(b.car.model).fill('凯美瑞')
        await customer.getByRole('button', { name: b.next }).click()
        await customer.getByRole('checkbox').first().check()
        await customer.getByRole('button', { name: b.next }).click()
        await customer
          .getByRole('radio', { name: /\d\d:\d\d/ })
          .first()
          .check({ force: true })
        await customer.getByRole('button', { name: b.next }).click()
        await customer.getByLabel(b.confirm.name).fill('张伟')
        await customer.getByLabel(b.confirm.phone).fill(phone)
        await customer.getByRole('button', { name: b.confirm.sendCode }).click()
        await expect(customer.getByLabel(b.confirm.code)).toBeVisible()
        const { facts } = await stage.message('phone-code')
        await customer.getByLabel(b.confirm.code).fill(String((facts as { code: string }).code))
        await customer.getByRole('button', { name: b.confirm.book }).click()
        await expect(customer.getByRole('heading', { name: b.done.title })).toBeVisible()
        await accessible(customer)
      })

      const tablet = await stage.as('A1', 'tablet')
      await test.step('S2-04 S2-23 S2-42 the adviser receives the car, walks around it, the customer signs on the glass', async () => {
        await tablet.goto('/today')
        await accessible(tablet)
        await tablet.getByRole('button', { name: r.today.actions.arrive }).click()
        await tablet.getByRole('button', { name: r.greeting.greet }).click()
        for (const piece of Object.values(r.kitPieces)) await tablet.getByText(piece, { exact: true }).click()
        await tablet.getByRole('button', { name: r.kit.start }).click()
        await tablet.getByLabel(r.odometer).fill('45120')
        await tablet.getByText(r.fuelEighths({ eighths: 4 }), { exact: true }).click()
        for (const [kind, name] of Object.entries(r.items))
          if (kind !== 'odometer' && kind !== 'fuel')
            await tablet
              .getByRole('group', { name, exact: true })
              .getByText(r.states.ok, { exact: true })
              .click()
        await tablet.getByLabel(r.valuables.reminded).check()
        await tablet.getByLabel(r.statement).fill('保养，顺便检查刹车')
        await tablet
          .getByRole('group', { name: r.freeWash })
          .getByText(r.freeWashAnswers.yes, { exact: true })
          .click()
        await accessible(tablet)
        await tablet.getByRole('button', { name: r.sign.open }).click()
        await signOnGlass(tablet)
        await tablet.getByRole('button', { name: r.sign.confirm }).click()
        await tablet.getByLabel(r.parkedAt).fill('P12')
        await tablet.getByLabel(r.keyLocation).fill('7')
        await tablet.getByRole('button', { name: r.toDesk }).click()
        await expect(tablet.getByText(r.record.toOrder)).toBeVisible()
      })
    })
  })
