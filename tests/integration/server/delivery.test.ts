import { afterEach, expect, test } from 'vitest'
import { requestPhoneCode } from '@/lib/appointments/server/phone-proof'
import { messagesSent } from '@/lib/appointments/server/messages-sent'
import { deliverMessage as deliverBy } from '@/lib/dealership/server/deliver-message'
import { messageWording } from '@/lib/i18n/message-wording'
import { env } from '@/lib/server/env'
import { arriveVisit } from '@/lib/reception/server/arrive-visit'
import { aCustomerWithCar, aDealership, aMobile } from '../../support/given'

const deliverMessage = (job: unknown) => deliverBy(job, { wording: messageWording, clock: () => new Date() })

afterEach(() => void (env().BABU_DEMO = ''))

/** A dealership with a code and a link to a visit on their way. */
async function withMessages() {
  const here = await aDealership()
  const { dealershipId } = here
  await requestPhoneCode(here.asVisitor(), { phone: aMobile() })
  const { vehicle } = await aCustomerWithCar(here)
  await arriveVisit(here.as('greeter'), { plate: vehicle.plate })
  const rows = () => here.inside((tx) => tx.outboxMessage.findMany({ orderBy: { createdAt: 'asc' } }))
  const deliver = async () => {
    for (const { id: messageId } of await rows()) await deliverMessage({ dealershipId, messageId })
  }
  return { here, rows, deliver }
}
const SECRET = /\/v\/[\w-]{40,}|"code":"\d{6}"/

test('R39 outside the demo the outbox page shows neither a code nor a link, before it left and after', async () => {
  const { here, rows, deliver } = await withMessages()
  const shown = async () =>
    JSON.stringify((await messagesSent(here.as('administrator'), {})).map(({ facts }) => facts))
  expect(JSON.stringify((await rows()).map(({ facts }) => facts))).toMatch(SECRET)
  expect(await shown()).not.toMatch(SECRET)
  await deliver()
  expect(await shown()).not.toMatch(SECRET)
  env().BABU_DEMO = '1'
  expect(await shown()).not.toMatch(SECRET)
})

test('R39 what has left is wiped from the table; a message delivered twice left once', async () => {
  const { rows, deliver } = await withMessages()
  await deliver()
  const once = await rows()
  expect(once.map(({ status, attempts }) => ({ status, attempts }))).toEqual(
    once.map(() => ({ status: 'sent', attempts: 1 })),
  )
  expect(JSON.stringify(once.map(({ facts }) => facts))).not.toMatch(SECRET)
  await deliver()
  expect(await rows()).toEqual(once)
})

test('in the demo the outbox page is the telephone of the customer', async () => {
  const { here, deliver } = await withMessages()
  env().BABU_DEMO = '1'
  await deliver()
  const shown = JSON.stringify(await messagesSent(here.as('administrator'), {}))
  expect(shown).toMatch(/\/v\/[\w-]{40,}/)
  expect(shown).toMatch(/"code":"\d{6}"/)
})

test('R58 a message of another dealership, or of nobody, is not delivered', async () => {
  const { rows } = await withMessages()
  const { dealershipId } = await aDealership()
  const [message] = await rows()
  await deliverMessage({ dealershipId, messageId: message?.id })
  expect((await rows())[0]?.status).toBe('queued')
  await expect(deliverMessage({ dealershipId })).rejects.toThrow()
})
