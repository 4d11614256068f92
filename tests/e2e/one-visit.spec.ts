import { booking } from '@/lib/i18n/booking'
import { aMobile } from '../support/given'
import { accessible, expect, test } from './support/stage'

for (const lang of ['zh-CN', 'en'] as const)
  test.describe(lang, () => {
    test.use({ lang })

    test('one visit through all eight steps, each person at an own browser', async ({ stage }) => {
      test.setTimeout(300_000)
      const { here } = stage
      const phone = aMobile()
      const b = booking[lang]

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
    })
  })
