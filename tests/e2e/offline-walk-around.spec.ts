import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { reception } from '@/lib/i18n/reception'
import { KIT_PIECES } from '@/lib/reception/walk-around'
import { Device } from './support/device'
import { expect, test as base, type Stage } from './support/stage'

const r = reception['zh-CN']
const STATEMENT = '高速时方向盘抖动'

const test = base.extend<{ device: Device }>({
  device: async ({ stage, launchOptions }, play) => {
    const device = new Device(stage, launchOptions)
    await device.line.mend()
    await device.start()
    await play(device)
    await device.close()
  },
})

/** A walk-in whose walk-around has begun, and what its record holds. */
async function aWalkAround({ here, doors }: Stage) {
  const car = { plate: '粤B7K5L2', name: '张伟', phone: '13800138000', model: '凯美瑞' }
  const { visitId } = await doors.result<{ visitId: string }>(here.as('G1').actor, 'arriveVisit', car)
  await doors.result(here.as('A1').actor, 'greetVisit', { visitId })
  await doors.result(here.as('A1').actor, 'startInspection', { visitId, kitPieces: [...KIT_PIECES] })
  const record = () =>
    here.inside((tx) =>
      tx.receptionRecord.findFirstOrThrow({
        where: { visitId },
        include: { damageMarks: true, walkAroundItems: true },
      }),
    )
  const photos = () => here.inside((tx) => tx.storedFile.findMany({ where: { visitId } }))
  return { visitId, path: `/reception/${visitId}`, record, photos }
}

/** While a page comes in parts, what is still on its way may stand in it a second time, hidden. */
const seen = (page: Page, label: string) => page.getByLabel(label).filter({ visible: true })
const odometer = (page: Page) => seen(page, r.odometer)
const statement = (page: Page) => seen(page, r.statement)
const fuel = (page: Page, eighths: number) => page.getByText(r.fuelEighths({ eighths }), { exact: true })
const fuelIs = (page: Page, eighths: number) =>
  expect(page.locator(`input[name=fuelEighths][value="${eighths}"]`)).toBeChecked()
const says = (page: Page, text: string) =>
  expect(page.getByRole('status').filter({ hasText: text })).toBeVisible()

/** The device has the page and all it is made of. */
const kept = (page: Page) =>
  expect
    .poll(() =>
      page.evaluate(async () => !!(await (await caches.open('babu-pages-1')).match(location.pathname))),
    )
    .toBe(true)

async function marksDamage(page: Page): Promise<void> {
  await page.getByRole('button', { name: r.drawing.add }).click()
  const buffer = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#a33' } })
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 13/1 0/1' } })
    .jpeg()
    .toBuffer()
  await page
    .getByLabel(r.drawing.takePhoto)
    .setInputFiles({ name: 'mark.jpg', mimeType: 'image/jpeg', buffer })
  await expect(page.getByAltText('mark.jpg')).toBeVisible()
  await page.getByLabel(r.drawing.note).fill('10 cm')
  await page.getByRole('button', { name: r.drawing.save }).click()
  await expect(page.getByRole('list', { name: r.drawing.list }).getByText('10 cm')).toBeVisible()
}

test('S2-25 R40 R42 a walk-around goes on without network, through a killed tab and a restarted device, and is there once', async ({
  stage,
  device,
}) => {
  test.setTimeout(240_000)
  const { path, visitId, record, photos } = await aWalkAround(stage)
  await device.signIn('A1')
  let page = await device.open(path)
  await odometer(page).fill('45120')
  await expect.poll(async () => (await record()).odometerKm).toBe(45_120)
  await kept(page)

  await test.step('the network is cut in the middle', async () => {
    await device.loseNetwork()
    await statement(page).fill(STATEMENT)
    await fuel(page, 3).click()
    await marksDamage(page)
    await says(page, r.offline.wait({ count: 4 }))
    await expect(page.getByRole('button', { name: r.sign.open })).toBeDisabled()
  })

  const isAllThere = async () => {
    await expect(statement(page)).toHaveValue(STATEMENT)
    await expect(odometer(page)).toHaveValue('45120')
    await fuelIs(page, 3)
    const marks = page.getByRole('list', { name: r.drawing.list })
    await expect(marks.getByText('10 cm')).toHaveCount(1)
    const photo = marks.getByRole('img')
    await expect.poll(() => photo.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(900)
    await says(page, r.offline.wait({ count: 4 }))
  }
  await test.step('the tab is killed', async () => {
    await device.killTab(page)
    page = await device.open(path)
    await isAllThere()
  })
  await test.step('the device is restarted', async () => {
    await device.restart()
    page = await device.open(path)
    await isAllThere()
  })
  await test.step('meanwhile a colleague writes the fuel and a note', async () => {
    expect((await record()).fuelEighths).toBeNull()
    const colleague = stage.here.as('A2').actor
    const items = [{ kind: 'lights', state: 'notOk', note: '左前灯不亮' }]
    await stage.doors.result(colleague, 'saveInspection', { visitId, fuelEighths: 7, items })
  })
  await test.step('the network is back: all is sent, the dispute is shown with both values', async () => {
    await device.findNetwork()
    const dispute = page.getByRole('alert').filter({ hasText: r.offline.conflict })
    await expect(dispute).toContainText(r.fuelEighths({ eighths: 3 }))
    await expect(dispute).toContainText(r.fuelEighths({ eighths: 7 }))
    await expect.poll(async () => (await record()).damageMarks.length).toBe(1)
    expect((await record()).fuelEighths).toBe(7)
    await page.getByRole('button', { name: r.offline.toUnsettled }).click()
    await expect(page.locator('[data-unsettled]')).toBeFocused()
    await dispute.getByRole('button', { name: r.offline.takeMine }).click()
    await expect.poll(async () => (await record()).fuelEighths).toBe(3)
    await expect(dispute).toBeHidden()
    await fuelIs(page, 3)
  })
  await test.step('everything is there once', async () => {
    const { customerStatement, odometerKm, damageMarks, walkAroundItems } = await record()
    expect({ customerStatement, odometerKm }).toEqual({ customerStatement: STATEMENT, odometerKm: 45_120 })
    const files = await photos()
    expect(damageMarks).toMatchObject([{ note: '10 cm', photoFileId: files[0]?.id }])
    expect(files).toHaveLength(1)
    expect(walkAroundItems.find(({ kind }) => kind === 'lights')?.note).toBe('左前灯不亮')
    expect(walkAroundItems.find(({ kind }) => kind === 'exterior')?.state).toBe('notOk')
    await page.reload()
    await expect(statement(page)).toHaveValue(STATEMENT)
    await expect(page.getByRole('list', { name: r.drawing.list }).getByText('10 cm')).toHaveCount(1)
  })
  await test.step('R1 without a session nobody opens the photo or sends a change', async () => {
    const file = device.line.to(`/api/files/${(await photos())[0]?.id}`)
    const change = { id: visitId, kind: 'save', visitId, change: { fuelEighths: 1 } }
    const own = { 'x-babu-form': '1', origin: new URL(device.line.to('/')).origin }
    const send = (headers: Record<string, string> = own) =>
      page.request.post(device.line.to('/api/walk-around'), { data: change, headers })
    expect((await send({ origin: own.origin })).status()).toBe(403)
    expect((await send({ ...own, origin: 'https://elsewhere.example' })).status()).toBe(403)
    expect((await send({ ...own, 'x-babu-staff': visitId })).status()).toBe(401)
    expect((await page.request.get(file)).status()).toBe(200)
    await device.signOut()
    expect((await page.request.get(file)).status()).toBe(404)
    expect((await send()).status()).toBe(401)
    expect((await record()).fuelEighths).toBe(3)
  })
})

test('R12 what a device keeps for one person is gone once nobody is signed in', async ({ stage, device }) => {
  const { path } = await aWalkAround(stage)
  await device.signIn('A1')
  const page = await device.open(path)
  await expect(statement(page)).toBeVisible()
  await kept(page)
  await device.signOut()
  await page.goto(device.line.to(path))
  await page.waitForURL('**/sign-in')
  await expect.poll(() => page.evaluate(() => caches.has('babu-pages-1'))).toBe(false)
  await device.loseNetwork()
  await expect(page.goto(device.line.to(path))).rejects.toThrow(/ERR_/)
})
