import { desk } from '@/lib/i18n/desk'
import { reminders } from '@/lib/i18n/reminders'
import { aCustomerWithCar } from '../support/given'
import { accessible, expect, test } from './support/stage'

for (const lang of ['zh-CN', 'en'] as const)
  test.describe(lang, () => {
    test.use({ lang })

    test('S1-24 S1-25 S1-32 S1-41 S1-97 the desk books from the plate tail to the confirmation by keyboard alone', async ({
      stage,
    }) => {
      const t = desk[lang]
      const { customer, vehicle } = await aCustomerWithCar(stage.here)
      const page = await stage.as('B1')
      await page.goto('/appointments/new')
      const { keyboard } = page
      const focused = page.locator(':focus')
      await expect(focused).toHaveAttribute('data-stop', 'find')
      await keyboard.type(vehicle.plate.slice(-4))
      await expect(page.getByRole('option', { name: customer.name })).toBeVisible()
      await keyboard.press('Enter')
      await expect(focused).toHaveAttribute('data-stop', 'work')
      const { prepare, greet, identity, content } = reminders[lang].stages
      const stages = page.getByRole('listitem').filter({ has: page.locator('strong') })
      await expect(stages.locator('strong')).toHaveText([prepare, greet, identity, content])
      await expect(stages.nth(2)).toContainText(vehicle.plate)
      await accessible(page)
      await keyboard.type('A')
      await expect(page.getByRole('option').first()).toHaveAttribute('aria-selected', 'true')
      await keyboard.press('Enter')
      await keyboard.press('Enter')
      await expect(focused).toHaveAttribute('type', 'radio')
      await keyboard.press('PageDown')
      await expect(focused).toHaveAttribute('type', 'radio')
      await keyboard.press('Enter')
      await expect(focused).toHaveAttribute('data-stop', 'readBack')
      await expect(page.locator('mark').filter({ hasText: vehicle.plate })).toBeVisible()
      await accessible(page)
      await keyboard.press('Enter')
      await expect(page.getByRole('checkbox', { name: t.read.tick })).toBeChecked()
      await keyboard.press('Control+Enter')
      await page.waitForURL(/appointments\/[0-9a-f-]{36}$/)
      await accessible(page)
      const { facts } = await stage.message('appointment-confirmed')
      expect(facts).toMatchObject({ plate: vehicle.plate })
    })

    test('S1-32 what one caller has accepted and said is not there for the next', async ({ stage }) => {
      const t = desk[lang]
      const [first, second] = [await aCustomerWithCar(stage.here), await aCustomerWithCar(stage.here)]
      const page = await stage.as('B1')
      await page.goto('/appointments/new')
      const { keyboard } = page
      const pick = async ({ customer, vehicle }: typeof first) => {
        await expect(page.locator(':focus')).toHaveAttribute('data-stop', 'find')
        await keyboard.type(vehicle.plate.slice(-4))
        await expect(page.getByRole('option', { name: customer.name })).toBeVisible()
        await keyboard.press('Enter')
        await expect(page.locator(':focus')).toHaveAttribute('data-stop', 'work')
      }
      await pick(first)
      await keyboard.type('A')
      await keyboard.press('Enter')
      const chosen = page.getByRole('list', { name: t.work.chosen })
      await expect(chosen.getByRole('listitem')).toHaveCount(1)
      await page.getByText(t.more.title).click()
      await page.locator('[name=remarks]').fill('X')
      await page.getByRole('button', { name: t.caller.change }).click()
      await pick(second)
      await expect(chosen).toHaveCount(0)
      await expect(page.locator('[name=remarks]')).toHaveValue('')
    })
  })
