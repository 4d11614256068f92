import { minutesAfter } from '@/lib/core/time'
import { accessible, expect } from '../support/stage'
import { deaf, post, refused, says } from './moves'
import { opensLink } from './order'
import { PLATE, type Visit } from './visit'

/** S8-01: three tasks arise by themselves; the call is worked when its day has come, not before. */
export async function callsLater(visit: Visit): Promise<void> {
  const { stage, lang, orderId } = visit
  const f = visit.words.followUp
  const tasks = await visit.look((tx) => tx.followUp.findMany({ where: { orderId } }))
  expect(tasks.map(({ kind }) => kind).toSorted()).toEqual(['call', 'nextService', 'ratingInvitation'])
  const call = tasks.find(({ kind }) => kind === 'call')!
  const care = await stage.as('R1', 'desk')
  await care.goto('/follow-up?view=planned')
  await expect(care.getByRole('link').filter({ hasText: f.kinds.call })).toHaveCount(1)
  await expect(care.getByRole('link').filter({ hasText: f.kinds.nextService })).toHaveCount(1)
  await accessible(care)
  const unreached = { followUpId: call.id, result: 'notReached' }
  await refused(
    visit,
    ['auth.forbidden', 'T1', 'attemptFollowUp', unreached],
    ['followUp.not-yet-due', 'R1', 'attemptFollowUp', unreached],
  )
  await care.goto(`/follow-up?view=planned&call=${call.id}`)
  await post(care, () => care.getByRole('button', { name: f.attempt.save }).click())
  await says(care, lang, 'followUp.not-yet-due')

  // The day of the call comes.
  await visit.look((tx) =>
    tx.followUp.updateMany({ where: { id: call.id }, data: { dueFrom: minutesAfter(new Date(), -5) } }),
  )
  await care.goto('/follow-up')
  await expect(care.getByRole('img', { name: PLATE }).first()).toBeVisible()
  await care.getByRole('button', { name: f.answer.save }).click()
  await says(care, lang, 'followUp.answer-missing')
  // By its role: what was still streaming when the page was refreshed may stay in the document, hidden.
  await care.getByRole('textbox', { name: f.answer.vehicleState }).fill('很好，刹车有力')
  const form = care.getByRole('form', { name: f.answer.title })
  await form.getByText(f.answer.yes, { exact: true }).click()
  await form.getByText(f.satisfactions.verySatisfied, { exact: true }).click()
  await accessible(care)
  await care.getByRole('button', { name: f.answer.save }).click()
  await expect
    .poll(
      async () => (await visit.look((tx) => tx.followUp.findFirstOrThrow({ where: { id: call.id } }))).status,
    )
    .toBe('done')
  await care.goto('/follow-up?view=done')
  await accessible(care)
  await care.close()
}

/** S8-19: the customer rates behind the link of the invitation; a bad answer opens a complaint, a second one is refused. */
export async function ratesPoorly(visit: Visit): Promise<void> {
  const { stage, lang } = visit
  const f = visit.words.followUp
  const link = await visit.linkIn('followUp.ratingInvitation')
  const phone = await opensLink(visit, link)
  const second = await opensLink(visit, link, deaf)
  await expect(phone.getByRole('heading', { name: f.rating.title })).toBeVisible()
  for (const page of [phone, second]) {
    await page.getByText(f.satisfactions.disappointed, { exact: true }).click()
    await page.getByLabel(f.rating.text).fill('等了太久')
  }
  await phone
    .getByRole('radio', { name: f.rating.star({ count: 2 }) })
    .first()
    .check({ force: true })
  await accessible(phone)
  await phone.getByRole('button', { name: f.rating.send }).click()
  await expect(phone.getByText(f.rating.thanks, { exact: true })).toBeVisible()
  await accessible(phone)
  await second.getByRole('button', { name: f.rating.send }).click()
  await says(second, lang, 'rating.given-already')
  expect(await visit.look((tx) => tx.rating.count())).toBe(1)
  await phone.close()
  await second.close()

  const manager = await stage.as('M1', 'desk')
  await manager.goto('/follow-up/complaints')
  const complaint = await visit.look((tx) => tx.complaint.findFirstOrThrow())
  await manager.getByRole('link', { name: complaint.no }).click()
  await manager.waitForURL(/\/complaints\/[0-9a-f-]{36}$/)
  await accessible(manager)
  await manager.getByLabel(f.complaints.expectation).fill('希望解释等待原因')
  await manager.getByRole('button', { name: f.complaints.actions.takeOver }).click()
  await expect
    .poll(
      async () =>
        (await visit.look((tx) => tx.complaint.findFirstOrThrow({ where: { id: complaint.id } }))).status,
    )
    .toBe('takenOver')
  await manager.close()
}
