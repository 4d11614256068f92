import { expect, test, vi } from 'vitest'
import * as z from 'zod'
import { command } from '@/lib/server/doors'
import { formAction } from '@/lib/server/form-action'
import { log } from '@/lib/server/log'
import { aDealership, type GivenDealership } from '../../support/given'

// What the bundler gives to server code.
vi.mock('next/navigation', () => import('next/dist/client/components/navigation.react-server.js'))

const Note = z.strictObject({ text: z.string().min(1) })
const note = command('customer.register', Note, async ({ actor }, { text }) => ({
  result: { text },
  subject: { type: 'dealership', id: actor.dealershipId },
  facts: { text },
}))
const action = (here: GivenDealership) => formAction(async () => here.as('serviceAdviser'), note)
const said = async (here: GivenDealership) =>
  (await here.inside((tx) => tx.event.findMany({ orderBy: { id: 'asc' } }))).map(
    ({ facts }) => (facts as { text: string }).text,
  )
function aForm(words: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(words)) form.set(name, value)
  return form
}

test('R40 the same form posted twice, also at once, has one effect and is answered twice', async () => {
  const here = await aDealership()
  const form = aForm({ text: 'a', formKey: 'key-of-this-form' })
  const answers = await Promise.all([action(here)({}, form), action(here)({}, form)])
  answers.push(await action(here)({}, form))
  for (const answer of answers) expect(answer.ok).toBe(true)
  expect(await said(here)).toEqual(['a'])
  await action(here)({}, aForm({ text: 'a', formKey: 'key-of-the-next-form' }))
  expect(await said(here)).toEqual(['a', 'a'])
})

test('R40 a form that says a key of its own keeps it', async () => {
  const here = await aDealership()
  for (const formKey of ['key-of-this-form', 'key-of-another-form'])
    await action(here)({}, aForm({ text: 'a', idempotencyKey: 'payment-1', formKey }))
  expect(await said(here)).toEqual(['a'])
})

test('R40 what was refused had no effect: put right, it passes under the same key; the key does not come back as typed', async () => {
  const here = await aDealership()
  const refused = await action(here)({}, aForm({ text: '', formKey: 'key-of-this-form' }))
  expect(refused).toMatchObject({ fields: { text: expect.anything() }, values: { text: '' } })
  expect(refused.values).not.toHaveProperty('formKey')
  expect((await action(here)({}, aForm({ text: 'a', formKey: 'key-of-this-form' }))).ok).toBe(true)
  expect(await said(here)).toEqual(['a'])
})

test('R55 what a role does not include is refused and leaves a line in the log', async () => {
  const here = await aDealership()
  const lines = vi.spyOn(log, 'warn').mockImplementation(() => {})
  const actor = here.as('technician')
  const answer = await formAction(async () => actor, note)({}, aForm({ text: 'a' }))
  expect(answer.refused?.code).toBe('auth.forbidden')
  const { id, dealershipId } = actor.actor
  expect(lines.mock.calls).toEqual([
    [{ kind: 'staff', id, dealershipId, permission: 'customer.register' }, 'denied'],
  ])
  lines.mockRestore()
})
