import { expect, test } from 'vitest'
import { readingsOf } from '@/app/(staff)/orders/[id]/readings'
import { readingsOf as receptionReadingsOf } from '@/app/(staff)/reception/[id]/readings'
import { aDealership } from '../../support/given'
import { aSentRequest, aSignedOrder } from '../../support/orders'
import { statementsOf } from '../../support/statements'

type Reader = Parameters<typeof readingsOf>[0]

test('the pages of an order and of its reception read in so many statements, however many lines and requests there are', async () => {
  const here = await aDealership()
  const reader = here.as('serviceAdviser') as Reader
  const { orderId, visitId } = await aSignedOrder(here)
  const asked = await aSentRequest(here)
  expect({
    plain: await statementsOf(() => readingsOf(reader, orderId)),
    withRequest: await statementsOf(() => readingsOf(reader, asked.orderId)),
    reception: await statementsOf(() => receptionReadingsOf(reader, visitId)),
  }).toEqual({ plain: 24, withRequest: 25, reception: 18 })
})
