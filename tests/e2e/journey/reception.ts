import { accessible, expect, signOnGlass } from '../support/stage'
import { deaf, hearing, post, refused, says, seenLive } from './moves'
import { NAME, PLATE, type Visit } from './visit'

/** S2-04: the car is tapped as arrived; who watches the reception sees it, and a second tap elsewhere changes nothing. */
export async function arrives(visit: Visit): Promise<void> {
  const { stage, lang } = visit
  const r = visit.words.reception
  const watcher = await stage.as('M1', 'desk')
  await watcher.goto('/reception')
  await accessible(watcher)
  await hearing(watcher)
  const greeter = await stage.as('G1', 'phone')
  await deaf(greeter)
  await greeter.goto('/today')
  await accessible(greeter)
  const tablet = await stage.as('A1', 'tablet')
  await tablet.goto('/today')
  await accessible(tablet)
  await seenLive(
    visit,
    'the arrival on the page of the reception',
    tablet,
    () => tablet.getByRole('button', { name: r.today.actions.arrive }).click(),
    watcher.getByRole('img', { name: PLATE }).first(),
  )
  visit.id = (await visit.look((tx) => tx.visit.findFirstOrThrow())).id
  await greeter.getByRole('button', { name: r.today.actions.arrive }).click()
  await says(greeter, lang, 'visit.already-open')
  expect(await visit.look((tx) => tx.visit.count())).toBe(1)
  await greeter.close()
  await watcher.close()

  const { id: visitId } = visit
  await refused(
    visit,
    [
      'status.not-from-here',
      'A1',
      'signReception',
      { visitId, signerName: NAME, signatureTyped: NAME, shown: '{}' },
    ],
    ['status.not-from-here', 'A1', 'bringToDesk', { visitId, parkedAt: 'P1', keyLocation: '1' }],
    ['order.visit-not-at-desk', 'A1', 'openOrder', { visitId }],
  )
  await tablet.close()
}

/** S2-23, S2-42: greeting, kit, the walk around the car, and the customer's signature on the glass. */
export async function walksAround(visit: Visit): Promise<void> {
  const { stage, lang } = visit
  const r = visit.words.reception
  const tablet = await stage.as('A1', 'tablet')
  await tablet.goto(`/reception/${visit.id}`)
  await tablet.getByRole('button', { name: r.greeting.greet }).click()
  const pieces = Object.values(r.kitPieces)
  for (const piece of pieces.slice(1)) await tablet.getByText(piece, { exact: true }).click()
  await tablet.getByRole('button', { name: r.kit.start }).click()
  await says(tablet, lang, 'reception.kit-first', { missing: Object.keys(r.kitPieces)[0]! })
  await tablet.getByText(pieces[0] ?? '', { exact: true }).click()
  await tablet.getByRole('button', { name: r.kit.start }).click()
  await tablet.getByLabel(r.odometer).fill('45120')
  await tablet.getByText(r.fuelEighths({ eighths: 4 }), { exact: true }).click()
  for (const [kind, name] of Object.entries(r.items))
    if (kind !== 'odometer' && kind !== 'fuel')
      await tablet.getByRole('group', { name, exact: true }).getByText(r.states.ok, { exact: true }).click()
  await tablet.getByLabel(r.valuables.reminded).check()
  await tablet.getByLabel(r.statement).fill('保养，顺便检查刹车')
  await tablet
    .getByRole('group', { name: r.freeWash })
    .getByText(r.freeWashAnswers.yes, { exact: true })
    .click()
  await accessible(tablet)
  await tablet.getByRole('button', { name: r.sign.open }).click()
  await signOnGlass(tablet)
  await tablet.getByRole('button', { name: r.sign.confirm }).click()
  await expect(tablet.getByRole('button', { name: r.toDesk })).toBeVisible()
  await tablet.getByLabel(r.parkedAt).fill('P12')
  await tablet.getByLabel(r.keyLocation).fill('7')
  await post(tablet, () => tablet.getByRole('button', { name: r.toDesk }).click())
  await expect(tablet.getByRole('button', { name: r.toDesk })).toBeHidden()
  await tablet.close()
}
