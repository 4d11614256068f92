import { booking } from '@/lib/i18n/booking'
import { accessible, expect, test } from './support/stage'

for (const lang of ['zh-CN', 'en'] as const)
  test.describe(lang, () => {
    test.use({ lang })

    test('S1-91 who opens the house on a phone reads the three benefits of booking, and books from there', async ({
      stage,
    }) => {
      const { benefits } = booking[lang].landing
      expect(benefits).toHaveLength(3)
      const page = await stage.visitor()
      await page.goto('/')
      for (const benefit of benefits) await expect(page.getByText(benefit)).toBeVisible()
      await accessible(page)
      const { code, name, nameEn } = await stage.here.inside((tx) =>
        tx.dealership.findUniqueOrThrow({ where: { id: stage.here.dealershipId } }),
      )
      await page.goto(`/book/${code}`)
      await expect(page.getByText(lang === 'en' ? nameEn : name).first()).toBeVisible()
      for (const benefit of benefits) await expect(page.getByText(benefit)).toBeVisible()
      await accessible(page)
    })
  })
