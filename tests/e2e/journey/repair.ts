import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { accessible, expect } from '../support/stage'
import { post, refused, says, seenLive } from './moves'
import type { Visit } from './visit'

/** S5-36: the technician clocks on; the customer sees it at once; no job is done before its parts are handed out. */
export async function clocksOn(visit: Visit, technician: Page): Promise<void> {
  const { lang } = visit
  const { my } = visit.words.workshop
  await seenLive(
    visit,
    'the start of the work on the page of the customer',
    technician,
    () => technician.getByRole('button', { name: my.start, exact: true }).click(),
    visit.customer.getByRole('heading', { name: visit.words.progress.now.inRepair.title }),
  )
  await technician.getByRole('button', { name: my.finish, exact: true }).click()
  const sheet = technician.getByRole('dialog')
  await sheet.getByLabel(my.workDone).fill('更换机油机滤')
  await accessible(technician)
  await sheet.getByRole('button', { name: my.finish, exact: true }).click()
  await says(sheet, lang, 'job.parts-not-issued')
  await technician.keyboard.press('Escape')
  const fluid = await visit.job('Change brake fluid')
  await refused(
    visit,
    ['job.not-yours', 'T2', 'finishJob', { jobId: fluid.id, workDone: '完成' }],
    ['status.not-from-here', 'Q1', 'takeInspection', { orderId: visit.orderId }],
  )
}

/** X-PRT-17: the parts clerk hands out what the approved jobs need. */
export async function handsOutParts(visit: Visit): Promise<void> {
  const p = visit.words.parts
  const clerk = await visit.stage.as('P1', 'desk')
  await clerk.goto('/parts')
  await accessible(clerk)
  const open = () =>
    visit.look((tx) =>
      tx.jobPart.count({
        where: {
          issuedMilli: 0,
          job: { orderId: visit.orderId, status: { notIn: ['declined', 'cancelled', 'proposed'] } },
        },
      }),
    )
  while ((await open()) > 0) {
    const before = await open()
    await clerk.getByRole('button', { name: p.issueAll }).first().click()
    await clerk.getByRole('dialog').getByRole('button', { name: p.issueAll }).click()
    await expect.poll(open).toBeLessThan(before)
    await expect(clerk.getByRole('dialog')).toBeHidden()
  }
  await clerk.close()
}

const photo = async (name: string) => ({
  name,
  mimeType: 'image/jpeg',
  buffer: await sharp({ create: { width: 640, height: 480, channels: 3, background: '#6b3a2e' } })
    .jpeg()
    .toBuffer(),
})

/** S5-32: a finding and a wish for additional work, each with a photo; without a photo it is not taken. */
export async function findsMore(visit: Visit, technician: Page): Promise<void> {
  const { lang } = visit
  const { my } = visit.words.workshop
  const sheet = technician.getByRole('dialog')
  const addPhoto = async (name: string) => {
    const sent = technician.waitForResponse((response) => response.url().endsWith('/api/files'))
    await sheet.locator('input[type=file]').setInputFiles(await photo(name))
    expect((await sent).ok()).toBe(true)
    await expect(sheet.locator('input[name=photoFileIds]')).toHaveCount(1)
  }
  await technician.getByRole('button', { name: my.record, exact: true }).click()
  await addPhoto('boot.jpg')
  await sheet.getByLabel(my.text, { exact: true }).fill('右前半轴防尘套渗油')
  await sheet.getByText(my.faultClasses.mechanical!, { exact: true }).click()
  await accessible(technician)
  await sheet.getByRole('button', { name: my.saveFinding }).click()
  await expect(sheet).toBeHidden()
  await expect(technician.getByText('右前半轴防尘套渗油').first()).toBeVisible()

  await technician.getByRole('button', { name: my.ask, exact: true }).click()
  await sheet.getByLabel(my.what, { exact: true }).fill('雨刮老化，前制动片磨损')
  await sheet.getByLabel(my.why, { exact: true }).fill('刮不干净；制动片只剩 3 毫米')
  await sheet.getByRole('button', { name: my.sendAsk }).click()
  await says(sheet, lang, 'finding.photo-wanted')
  await addPhoto('pads.jpg')
  await post(technician, () => sheet.getByRole('button', { name: my.sendAsk }).click())
  await expect(sheet).toBeHidden()
  const request = await visit.look((tx) => tx.additionalWork.findFirstOrThrow())
  expect(request.status).toBe('found')
}

/** The technician reports the own job as done. */
export async function finishes(visit: Visit, technician: Page, words: string): Promise<void> {
  const { my } = visit.words.workshop
  await technician.getByRole('button', { name: my.finish, exact: true }).click()
  const sheet = technician.getByRole('dialog')
  await sheet.getByLabel(my.workDone).fill(words)
  await post(technician, () => sheet.getByRole('button', { name: my.finish, exact: true }).click())
  await expect(sheet).toBeHidden()
}

/** Starts and finishes one of the technician's own jobs. */
export async function does(visit: Visit, technician: Page, titleEn: string): Promise<void> {
  const { my } = visit.words.workshop
  const job = await visit.job(titleEn)
  await technician.goto(`/workshop/my/${job.id}`)
  await expect(technician.getByRole('heading', { name: visit.name(job) })).toBeVisible()
  await technician.getByRole('button', { name: my.start, exact: true }).click()
  await finishes(visit, technician, '完成，检查正常')
  await expect.poll(async () => (await visit.job(titleEn)).status).toBe('done')
}
