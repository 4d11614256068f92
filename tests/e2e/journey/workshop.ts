import type { Locator, Page } from '@playwright/test'
import { minutesAfter, timeOf } from '@/lib/core/time'
import { aSignedOrder } from '../../support/workshop'
import { accessible, expect } from '../support/stage'
import { deaf, hearing, post, refused, says, seenLive } from './moves'
import { PLATE, type Visit } from './visit'

const OTHER = '沪B67890'

/** S5-13: the foreman gives the first job by the keyboard alone; a grade too low is refused before anything changes. */
export async function givesByKeyboard(visit: Visit, foreman: Page, technician: Page): Promise<void> {
  const { here, lang } = visit
  const { panel, planJob } = visit.words.workshop
  await foreman.goto('/workshop')
  await accessible(foreman)
  await hearing(foreman)
  await technician.goto('/workshop/my')
  await accessible(technician)
  await hearing(technician)
  await foreman.getByRole('button', { name: planJob }).press('Enter')
  const sheet = foreman.getByRole('dialog')
  const fluid = await visit.job('Change brake fluid')
  await sheet.getByLabel(panel.job).selectOption(fluid.id)
  await sheet.getByLabel(panel.technician).selectOption(here.staffId('T1'))
  await sheet.getByLabel(panel.time).fill(timeOf(minutesAfter(new Date(), 90), here.timeZone))
  await says(sheet, lang, 'plan.grade-too-low', { needed: 'middle' })
  await accessible(foreman)
  const service = await visit.job('Oil service')
  await sheet.getByLabel(panel.job).selectOption(service.id)
  await sheet.getByLabel(panel.time).fill(timeOf(new Date(), here.timeZone))
  const give = sheet.getByRole('button', { name: panel.give })
  await expect(sheet.getByText(panel.ends, { exact: true })).toBeVisible()
  await give.focus()
  await seenLive(
    visit,
    'the job on the phone of the technician',
    foreman,
    () => give.press('Enter'),
    technician.getByRole('img', { name: PLATE }).first(),
  )
  expect(await visit.look((tx) => tx.planEntry.count())).toBe(1)
}

/** S5-13, S5-19: dragging on the time axis; a person or a car in two places at once is refused. */
export async function givesByDragging(visit: Visit, foreman: Page): Promise<void> {
  const { here, lang } = visit
  const { panel, drag: words, timeAxis } = visit.words.workshop
  await aSignedOrder(here, { plate: OTHER, order: soon(here.now) })
  await foreman.reload()
  await hearing(foreman)
  const sheet = foreman.getByRole('dialog')
  const card = (text: string) => foreman.locator('[aria-roledescription]').filter({ hasText: text }).first()
  const axis = foreman.getByRole('region', { name: timeAxis })
  const lane = async (no: string) => axis.getByRole('group', { name: await nameOf(visit, no) })

  // Another car on the technician who is busy now.
  const busy = await axis.getByRole('button', { name: PLATE }).first().boundingBox()
  const other = foreman
    .getByRole('button')
    .filter({ has: foreman.getByRole('img', { name: OTHER }) })
    .first()
  await dragTo(foreman, other, await lane('T1'), busy!.x + busy!.width / 2)
  await says(sheet, lang, 'plan.technician-busy')
  await expect(sheet.getByRole('button', { name: panel.give })).toBeDisabled()
  await sheet.getByLabel(panel.technician).selectOption(here.staffId('T3'))
  await sheet.getByRole('button', { name: panel.give }).click()
  await expect(sheet).toBeHidden()

  // The second job of the visit while the car stands in the bay of the first.
  const fluid = await visit.job('Change brake fluid')
  const title = visit.name(fluid)
  await dragTo(foreman, card(title), await lane('T2'), busy!.x + busy!.width / 2)
  await says(sheet, lang, 'plan.vehicle-busy')
  await foreman.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  const box = await (await lane('T2')).boundingBox()
  await dragTo(foreman, card(title), await lane('T2'), box!.x + box!.width * 0.62)
  await expect(sheet.getByText(panel.ends, { exact: true })).toBeVisible()
  await post(foreman, () => sheet.getByRole('button', { name: panel.give }).click())
  await expect(sheet).toBeHidden()
  const [entry] = await visit.look((tx) => tx.planEntry.findMany({ where: { jobId: fluid.id } }))
  expect(entry?.technicianId).toBe(here.staffId('T2'))
  expect(words.free).not.toBe('')
}

/** S5-20: a block is dragged to another person with a reason; the one who had it can no longer start it. */
export async function movesBlock(visit: Visit, foreman: Page): Promise<void> {
  const { here, lang, stage } = visit
  const { panel, my, timeAxis } = visit.words.workshop
  const fluid = await visit.job('Change brake fluid')
  const title = visit.name(fluid)
  const former = await stage.as('T2', 'phone')
  await deaf(former)
  await former.goto('/workshop/my')
  await expect(former.getByRole('heading', { name: title })).toBeVisible()

  const axis = foreman.getByRole('region', { name: timeAxis })
  const block = axis.getByRole('button', { name: title })
  const box = await block.boundingBox()
  await dragTo(foreman, block, axis.getByRole('group', { name: await nameOf(visit, 'T3') }), box!.x + 8)
  const sheet = foreman.getByRole('dialog')
  const move = sheet.getByRole('button', { name: panel.moveIt })
  await expect(sheet.getByText(panel.ends, { exact: true })).toBeVisible()
  await post(foreman, () => move.click())
  await says(sheet, lang, 'plan.reason-wanted')
  await sheet.getByLabel(panel.reason, { exact: true }).fill('T2 有急活')
  await post(foreman, () => move.click())
  await expect(sheet).toBeHidden()
  const live = await visit.look((tx) =>
    tx.planEntry.findFirstOrThrow({ where: { jobId: fluid.id, status: 'planned' } }),
  )
  expect(live.technicianId).toBe(here.staffId('T3'))

  await former.getByRole('button', { name: my.start, exact: true }).click()
  await says(former, lang, 'job.not-yours')
  await former.close()
  const service = await visit.job('Oil service')
  await refused(visit, ['job.not-yours', 'T2', 'startJob', { jobId: service.id }])
}

const nameOf = async (visit: Visit, no: string) => {
  const { name, nameEn } = await visit.staff(no)
  return visit.lang === 'en' ? nameEn : name
}

const soon = (now: Date) => ({ promisedAt: minutesAfter(now, 240), promisedTo: minutesAfter(now, 270) })

/** Takes the block at its left edge and puts it on the lane so that this edge lies at `x`. */
export async function dragTo(page: Page, block: Locator, lane: Locator, x: number): Promise<void> {
  await block.scrollIntoViewIfNeeded()
  const [from, to] = [await block.boundingBox(), await lane.boundingBox()]
  if (!from || !to) throw new Error('nothing to drag, or nowhere')
  await page.mouse.move(from.x + 6, from.y + from.height / 2)
  await page.mouse.down()
  await page.mouse.move(from.x + 16, from.y + from.height / 2 + 4, { steps: 3 })
  await page.mouse.move(x, to.y + to.height / 2, { steps: 12 })
  await page.mouse.move(x + 1, to.y + to.height / 2, { steps: 2 })
  await page.mouse.up()
}
