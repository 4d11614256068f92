import { expect } from '../support/stage'
import { Line } from '../support/line'
import { hearing, post } from './moves'
import { opensLink } from './order'
import { PLATE, type Visit } from './visit'

const NEWS = '车辆已进入质检'

/** A customer's page whose line is cut comes back by itself, and has caught up with what happened meanwhile. */
export async function comesBackAfterCut(visit: Visit): Promise<void> {
  const { stage } = visit
  const t = visit.words.lounge
  const line = new Line(new URL(stage.baseURL))
  await line.mend()
  const customer = await opensLink(visit, line.to(visit.link))
  const adviser = await stage.as('A1', 'tablet')
  await adviser.goto('/lounge')
  await hearing(customer)
  await line.cut()
  await expect(customer.locator('html')).not.toHaveAttribute('data-live', 'on')
  await adviser.getByRole('article', { name: PLATE }).getByRole('button', { name: t.tell }).click()
  const dialog = adviser.getByRole('dialog')
  await dialog.getByLabel(t.done).fill(NEWS)
  await post(adviser, () => dialog.getByRole('button', { name: t.send }).click())
  await expect(dialog).toBeHidden()
  await expect(customer.getByText(NEWS)).toHaveCount(0)
  await line.mend()
  const mended = performance.now()
  await hearing(customer)
  await expect(customer.getByText(NEWS).first()).toBeVisible()
  console.log(`live: caught up ${Math.round(performance.now() - mended)} ms after the line was mended`)
  await adviser.close()
  await customer.close()
  await line.cut()
}
