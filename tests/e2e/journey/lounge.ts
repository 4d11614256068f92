import { accessible, expect } from '../support/stage'
import { seenLive } from './moves'
import { PLATE, type Visit } from './visit'

const PROMISE = '交车时展示旧雨刮片'

/** S4-06: the lounge shows who waits how long and who is owed a word; progress told there stands on the customer's page. */
export async function waitsInLounge(visit: Visit): Promise<void> {
  const t = visit.words.lounge
  const adviser = await visit.stage.as('A1', 'tablet')
  await adviser.goto('/lounge')
  const guest = adviser.getByRole('article', { name: PLATE })
  await expect(guest.getByText(t.owed.stage)).toBeVisible()
  await expect(guest.getByText(t.waiting({ duration: '' }).trim()).first()).toBeVisible()
  await accessible(adviser)
  await expect(guest.getByText(t.noCare).first()).toBeVisible()
  await guest.getByRole('button', { name: t.careKinds.drink }).click()
  await expect(guest.getByText(`${t.careKinds.drink} ·`)).toBeVisible()
  await guest.getByRole('button', { name: t.tell }).click()
  const dialog = adviser.getByRole('dialog')
  await dialog.getByLabel(t.done).fill('旧机油已放净')
  await accessible(adviser)
  await seenLive(
    visit,
    'news on the page of the customer',
    adviser,
    () => dialog.getByRole('button', { name: t.send }).click(),
    visit.customer.getByText('旧机油已放净').first(),
  )
  await expect(dialog).toBeHidden()
  await expect(guest.getByText(t.owed.stage)).toBeHidden()
  await guest.getByText(t.more, { exact: true }).click()
  await guest.getByRole('button', { name: t.addPromise }).click()
  await dialog.getByLabel(t.promiseText).fill(PROMISE)
  await dialog.getByRole('button', { name: t.addPromise }).click()
  await expect(guest.getByText(PROMISE)).toBeVisible()
  await adviser.goto('/lounge/screen')
  await expect(adviser.getByRole('heading', { name: t.screenTitle })).toBeVisible()
  await accessible(adviser)
  await adviser.close()
}

/** The promise made in the lounge is ticked as kept. */
export async function keepsPromise(visit: Visit): Promise<void> {
  const t = visit.words.lounge
  const care = await visit.stage.as('R1', 'desk')
  await care.goto('/lounge')
  await accessible(care)
  await care.getByRole('article', { name: PLATE }).getByRole('button', { name: t.keep, exact: true }).click()
  await expect.poll(() => visit.look((tx) => tx.customerPromise.count({ where: { keptAt: null } }))).toBe(0)
  await care.close()
}
