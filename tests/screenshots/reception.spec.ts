import { expect, type Page } from '@playwright/test'
import sharp from 'sharp'
import { faultFiles } from '@/lib/i18n/fault-files'
import { floor } from '@/lib/i18n/floor'
import { reception } from '@/lib/i18n/reception'
import { asTenant, database } from '@/lib/server/db'
import { shots } from './stage'

/** The page of a walk-around that answers to what is done on it. */
async function walk(page: Page, visitId: string) {
  await page.goto(`/reception/${visitId}`)
  await page.waitForLoadState('networkidle')
}

shots('sign-dialog', ['desk', 'tablet', 'phone'], async ({ page, house: { door }, lang, as, shoot }) => {
  await as('adviser')
  await walk(page, door.ready)
  await page.getByRole('button', { name: reception[lang].sign.open }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await shoot('', false)
})

shots('fault-files', ['tablet', 'phone'], async ({ page, house: { walking }, lang, as, shoot }) => {
  await as('adviser')
  await walk(page, walking.id)
  const t = faultFiles[lang]
  const buffer = await sharp({ create: { width: 900, height: 1600, channels: 3, background: '#a33' } })
    .jpeg()
    .toBuffer()
  await page.getByLabel(t.takePhoto).setInputFiles({ name: 'fault.jpg', mimeType: 'image/jpeg', buffer })
  await expect(page.getByAltText(t.photoNo({ no: 1 }))).toBeVisible()
  await page.getByRole('button', { name: t.remove({ no: 1 }) }).scrollIntoViewIfNeeded()
  await shoot('', false)
  await page.getByRole('button', { name: t.remove({ no: 1 }) }).click()
  await expect(page.getByAltText(t.photoNo({ no: 1 }))).toBeHidden()
  await page.waitForLoadState('networkidle')
})

shots('dispute', ['tablet', 'phone'], async ({ page, house, lang, as, shoot }) => {
  await as('adviser')
  const { dealershipId, door } = house
  const t = reception[lang]
  const meanwhile = (data: { fuelEighths: number; customerStatement: string }) =>
    asTenant(database(), dealershipId, (tx) =>
      tx.receptionRecord.update({
        where: { dealershipId_visitId: { dealershipId, visitId: door.ready } },
        data: { ...data, version: { increment: 1 } },
      }),
    )
  await meanwhile({ fuelEighths: 3, customerStatement: '高速行驶到一百码左右方向盘抖动。' })
  await walk(page, door.ready)
  await page.context().setOffline(true)
  await page.getByLabel(t.statement).fill('方向盘抖，刹车也抖。')
  await page.getByText(t.fuelEighths({ eighths: 5 }), { exact: true }).click()
  await meanwhile({
    fuelEighths: 7,
    customerStatement: '高速行驶到一百码左右方向盘抖动，客户说更换轮胎之后才开始的。',
  })
  await page.context().setOffline(false)
  await page.getByRole('button', { name: t.offline.toUnsettled, exact: true }).click()
  await expect(page.locator('[data-unsettled]')).toBeFocused()
  await shoot('', false)
  const theirs = page.getByRole('button', { name: t.offline.takeTheirs })
  while (await theirs.count()) {
    const left = await theirs.count()
    await theirs.first().click()
    await expect(theirs).toHaveCount(left - 1)
  }
  await page.waitForLoadState('networkidle')
})

shots('bay-dialog', ['tablet', 'phone'], async ({ page, house: { door }, lang, as, shoot }) => {
  await as('adviser')
  await walk(page, door.unmet)
  await page.getByRole('button', { name: floor[lang].bays.change }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await shoot('', false)
})

shots('shift-dialogs', ['desk', 'phone'], async ({ page, lang, as, shoot }) => {
  await as('manager')
  await page.goto('/settings/shift-points')
  await page.getByRole('button', { name: floor[lang].points.add }).click()
  await shoot('add', false)
  await page.keyboard.press('Escape')
  await page.getByRole('row').nth(1).getByRole('button').click()
  await shoot('usual', false)
})

shots('empty-reception', ['desk', 'phone'], async ({ page, asNew, shoot }) => {
  await asNew('A1')
  for (const [name, path] of [
    ['today', '/today'],
    ['reception', '/reception'],
    ['screen', '/reception/screen'],
    ['shift', '/reception/shift'],
    ['orders', '/orders'],
    ['customers', '/customers'],
    ['follow-up', '/follow-up'],
  ] as const) {
    await page.goto(path)
    await shoot(name)
  }
})
