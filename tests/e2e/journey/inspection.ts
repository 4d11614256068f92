import type { Page } from '@playwright/test'
import type { StaffActor } from '@/lib/auth/actor'
import { accessible, expect } from '../support/stage'
import { deaf, post, refused, says } from './moves'
import { PLATE, type Visit } from './visit'

const REASON = '机油加注口有渗油，需复查'

/** S6-04: whoever did the work does not inspect it, not even with the inspector's role. */
export async function ownWorkIsRefused(visit: Visit, technician: Page): Promise<void> {
  const { here, orderId } = visit
  const q = visit.words.quality
  const t1: StaffActor = { ...here.as('T1').actor, roles: ['technician', 'qcInspector'] }
  await technician.goto('/quality?view=check')
  await expect(technician.getByRole('img', { name: PLATE })).toBeVisible()
  await expect(technician.getByRole('button', { name: q.take, exact: true })).toHaveCount(0)
  await accessible(technician)
  await refused(visit, ['auth.forbidden', 'T1', 'takeInspection', { orderId }])

  const roles = (more: 'qcInspector'[]) =>
    visit.look((tx) =>
      tx.staff.updateMany({ where: { id: here.staffId('T1') }, data: { roles: ['technician', ...more] } }),
    )
  await roles(['qcInspector'])
  await technician.goto(`/quality/${orderId}`)
  await expect(technician.getByText(q.ownWork).first()).toBeVisible()
  await expect(technician.getByRole('button', { name: q.take, exact: true })).toHaveCount(0)
  await refused(visit, ['inspection.own-work', t1, 'takeInspection', { orderId }])
  await roles([])
}

/** S6-07: the inspector fails one line with a reason; the car goes back, nothing else of it moves on. */
export async function failsOneLine(visit: Visit, inspector: Page): Promise<void> {
  const { stage, lang, orderId } = visit
  const q = visit.words.quality
  const late = await stage.as('Q1', 'desk')
  await deaf(late)
  await late.goto('/quality')
  await inspector.goto('/quality')
  await accessible(inspector)
  await inspector.getByRole('button', { name: q.take, exact: true }).click()
  await inspector.waitForURL(`**/quality/${orderId}`)
  await accessible(inspector)
  await late.getByRole('button', { name: q.take, exact: true }).click()
  await says(late, lang, 'inspection.taken')
  await late.close()

  const round = await visit.look((tx) => tx.inspection.findFirstOrThrow({ where: { orderId } }))
  await refused(
    visit,
    ['inspection.lines-open', 'Q1', 'decideInspection', { inspectionId: round.id }],
    ['status.not-from-here', 'A1', 'acceptOrder', { orderId }],
    ['status.not-from-here', 'A1', 'openHandOver', { orderId }],
  )
  const service = visit.name(await visit.job('Oil service'))
  for (const title of await openLines(visit)) if (title !== service) await passLine(inspector, q, title)
  await lineOf(inspector, service).getByRole('button', { name: q.fail, exact: true }).click()
  const form = inspector.getByRole('form', { name: `${service}: ${q.fail}` })
  await form.getByLabel(q.reason, { exact: true }).fill(REASON)
  await post(inspector, () => form.getByRole('button', { name: q.saveFail }).click())
  await accessible(inspector)
  await inspector.getByRole('button', { name: q.decideFail }).click()
  await expect.poll(visit.status).toBe('rework')
}

/** The technician reads the reason, does the work again and reports it. */
export async function reworks(visit: Visit, technician: Page): Promise<void> {
  await technician.goto('/workshop/my')
  await expect(technician.locator('#content').getByText(REASON)).toBeVisible()
  await accessible(technician)
}

/** The second round: only what failed and the whole car are looked at again; then the car passes. */
export async function passes(visit: Visit, inspector: Page): Promise<void> {
  const q = visit.words.quality
  await inspector.goto('/quality')
  await inspector.getByRole('button', { name: q.take, exact: true }).click()
  await inspector.waitForURL(`**/quality/${visit.orderId}`)
  for (const title of await openLines(visit)) await passLine(inspector, q, title)
  await inspector.getByRole('button', { name: q.decidePass }).click()
  await expect.poll(visit.status).toBe('qcPassed')
}

/** S6-12, S6-15: the wash the customer asked for, then adviser and technician accept the car together, two people. */
export async function washesAndAccepts(visit: Visit, technician: Page): Promise<void> {
  const { stage, orderId, lang } = visit
  const q = visit.words.quality
  await refused(visit, ['acceptance.wash-first', 'A1', 'acceptOrder', { orderId }])
  const foreman = await stage.as('F1', 'tablet')
  await foreman.goto('/quality?view=release')
  await accessible(foreman)
  await post(foreman, () => foreman.getByRole('button', { name: q.startWash }).click())
  await foreman.getByRole('button', { name: q.finishWash, exact: true }).click()
  await expect.poll(async () => (await visit.order()).washedAt).not.toBeNull()
  await foreman.close()

  const accept = (page: Page) => page.getByRole('button', { name: q.accept })
  const adviser = await stage.as('A1', 'tablet')
  const again = await stage.as('A1', 'tablet')
  await deaf(again)
  for (const page of [adviser, again]) await page.goto('/quality?view=release')
  await accessible(adviser)
  await post(adviser, () => accept(adviser).click())
  await accept(again).click()
  await says(again, lang, 'acceptance.already-given')
  await again.close()
  await adviser.close()
  await refused(
    visit,
    ['acceptance.not-your-work', 'T2', 'acceptOrder', { orderId }],
    ['status.not-from-here', 'A1', 'openHandOver', { orderId }],
  )
  await technician.goto('/quality?view=release')
  await accept(technician).click()
  await expect.poll(visit.status).toBe('ready')
}

/** What the sheet still has to decide, by the title of its card. */
async function openLines(visit: Visit): Promise<string[]> {
  const lines = await visit.look((tx) =>
    tx.inspectionLine.findMany({
      where: { result: null, inspection: { orderId: visit.orderId, status: 'inCheck' } },
      include: { job: { select: { title: true, titleEn: true } } },
    }),
  )
  return lines.map(({ group, job }) =>
    group === 'job' ? visit.name(job!) : visit.words.quality.groups[group],
  )
}

const lineOf = (page: Page, title: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: title, exact: true }) })

const passLine = (page: Page, q: Visit['words']['quality'], title: string) =>
  post(page, () => lineOf(page, title).getByRole('button', { name: q.pass, exact: true }).click())
