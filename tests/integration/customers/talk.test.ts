import { expect, test } from 'vitest'
import { keepNote } from '@/lib/customers/server/keep-note'
import { keepPreferences } from '@/lib/customers/server/keep-preferences'
import { noteLead, settleLead } from '@/lib/customers/server/leads'
import { customerFile } from '@/lib/follow-up/server/customer-file'
import { aCustomerWithCar, aDealership, type GivenDealership } from '../../support/given'

const notesOf = ({ inside }: GivenDealership, customerId: string) =>
  inside((tx) => tx.customerNote.findMany({ where: { customerId }, orderBy: { id: 'asc' } }))

test('X-CRM-29 a note is written, changed and taken away; an empty new one is refused', async () => {
  const given = await aDealership()
  const { customer } = await aCustomerWithCar(given)
  const customerId = customer.id
  const by = given.as('bookingReceptionist')
  await keepNote(by, { customerId, text: '  喜欢靠窗的座位 🚗  ' })
  const [note] = await notesOf(given, customerId)
  expect(note).toMatchObject({ text: '喜欢靠窗的座位 🚗', byId: given.staffId('B1') })
  await keepNote(by, { customerId, noteId: note?.id, was: note?.text, text: '喜欢安静的座位' })
  expect(await notesOf(given, customerId)).toMatchObject([{ text: '喜欢安静的座位' }])
  await keepNote(by, { customerId, noteId: note?.id, was: '喜欢安静的座位', text: '' })
  expect(await notesOf(given, customerId)).toEqual([])
  await expect(keepNote(by, { customerId, text: ' ' })).rejects.toMatchObject({ code: 'customer.empty-note' })
  await expect(keepNote(by, { customerId, text: 'x'.repeat(501) })).rejects.toThrow('too-long')
  await expect(keepNote(given.as('technician'), { customerId, text: 'x' })).rejects.toMatchObject({
    code: 'auth.forbidden',
  })
})

test('a note is changed only in the file it belongs to', async () => {
  const given = await aDealership()
  const [one, other] = [await aCustomerWithCar(given), await aCustomerWithCar(given)]
  const by = given.as('serviceAdviser')
  await keepNote(by, { customerId: one.customer.id, text: '甲' })
  const [note] = await notesOf(given, one.customer.id)
  const there = await aDealership()
  for (const [context, customerId] of [
    [by, other.customer.id],
    [there.as('serviceAdviser'), one.customer.id],
  ] as const)
    await expect(keepNote(context, { customerId, noteId: note?.id, text: '乙' })).rejects.toMatchObject({
      code: 'common.not-found',
    })
  expect(await notesOf(given, one.customer.id)).toMatchObject([{ text: '甲' }])
})

test('X-CRM-29 the adviser and the way a customer prefers are kept; nobody but an adviser can be preferred', async () => {
  const given = await aDealership()
  const { customer } = await aCustomerWithCar(given)
  const by = given.as('serviceAdviser')
  const prefer = (preferredAdviserId: string) =>
    keepPreferences(by, { customerId: customer.id, preferredAdviserId, preferredChannel: 'wechat' })
  const kept = () =>
    given.inside((tx) =>
      tx.customer.findUniqueOrThrow({
        where: { dealershipId_id: { dealershipId: given.dealershipId, id: customer.id } },
      }),
    )
  await prefer(given.staffId('A2'))
  expect(await kept()).toMatchObject({
    preferredAdviserId: given.staffId('A2'),
    preferredChannel: 'wechat',
  })
  await expect(prefer(given.staffId('T1'))).rejects.toMatchObject({ code: 'common.not-found' })
  await prefer('')
  expect((await kept()).preferredAdviserId).toBeNull()
  const wrong = { customerId: customer.id, preferredChannel: 'fax' }
  await expect(keepPreferences(by, wrong)).rejects.toThrow()
  await expect(
    keepPreferences(given.as('cashier'), { ...wrong, preferredChannel: 'sms' }),
  ).rejects.toMatchObject({ code: 'auth.forbidden' })
})

test('S1-94 a need is kept as a lead and settled once, by who may', async () => {
  const given = await aDealership()
  const { customer } = await aCustomerWithCar(given)
  const by = given.as('customerRelations')
  await noteLead(by, { customerId: customer.id, text: '第二辆车' })
  const lead = () => given.inside((tx) => tx.lead.findFirstOrThrow({ where: { customerId: customer.id } }))
  const { id: leadId, outcome } = await lead()
  expect(outcome).toBe('open')
  const file = () => customerFile(by, { customerId: customer.id })
  expect((await file()).leads).toMatchObject([{ text: '第二辆车' }])
  await expect(settleLead(given.as('technician'), { leadId, outcome: 'won' })).rejects.toMatchObject({
    code: 'auth.forbidden',
  })
  await expect(settleLead(by, { leadId })).rejects.toThrow('required')
  await settleLead(by, { leadId, outcome: 'won' })
  expect(await lead()).toMatchObject({ outcome: 'won', settledById: given.staffId('R1') })
  expect((await file()).leads).toEqual([])
  await expect(settleLead(by, { leadId, outcome: 'lost' })).rejects.toMatchObject({
    code: 'common.changed-meanwhile',
  })
  const there = (await aDealership()).as('customerRelations')
  await expect(settleLead(there, { leadId, outcome: 'lost' })).rejects.toMatchObject({
    code: 'common.not-found',
  })
  await expect(noteLead(there, { customerId: customer.id, text: 'x' })).rejects.toMatchObject({
    code: 'common.not-found',
  })
})

test('R42 a note that somebody has changed meanwhile is not overwritten: the later writer is told what it says now, and may save again', async () => {
  const given = await aDealership()
  const { customer } = await aCustomerWithCar(given)
  const customerId = customer.id
  const read = () => given.inside((tx) => tx.customerNote.findFirstOrThrow({ where: { customerId } }))
  await keepNote(given.as('A1'), { customerId, text: '喜欢喝茶' })
  const { id: noteId, text: was } = await read()
  await keepNote(given.as('A1'), { customerId, noteId, was, text: '喜欢喝绿茶' })
  const late = { customerId, noteId, text: '喜欢喝咖啡' }
  const refused = { code: 'common.text-changed', facts: { text: '喜欢喝绿茶', by: '王顾问' } }
  await expect(keepNote(given.as('A2'), { ...late, was })).rejects.toMatchObject(refused)
  await expect(keepNote(given.as('A2'), { ...late, was, text: '' })).rejects.toMatchObject(refused)
  expect((await read()).text).toBe('喜欢喝绿茶')
  await keepNote(given.as('A2'), { ...late, was: '喜欢喝绿茶' })
  expect((await read()).text).toBe('喜欢喝咖啡')
})
