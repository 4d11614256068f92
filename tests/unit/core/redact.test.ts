import { expect, test } from 'vitest'
import { redact } from '@/lib/core/redact'

const PHONE = '13912345678'
const VIN = 'LFMA12345R0123456'
const TOKEN = 'Zk3v9QxT1bYw7LmN5pRs2uVxA4cDe6fGhJkMnPqRtUw'

test('R57 I-17 no telephone, VIN, token, password or code is left at any depth of what is logged', () => {
  const error = Object.assign(new Error(`no row for ${PHONE}`, { cause: { recipient: PHONE } }), {
    meta: { target: { phone: PHONE, vin: VIN, passwordHash: 'x', sessionToken: TOKEN } },
  })
  const entry = {
    phone: PHONE,
    err: error,
    list: [
      { code: '123456', strokes: [1, 2] },
      { url: `/v/${TOKEN}/estimate`, oldPassword: 'quiet river' },
    ],
    text: `Bearer ${TOKEN} for ${VIN}`,
  }
  const clean = JSON.stringify(redact(entry))
  for (const secret of [PHONE, VIN, TOKEN, '123456', 'quiet river', 'strokes":[1'])
    expect(clean).not.toContain(secret)
})

test('what explains a fault is kept: message, stack, SQLSTATE, ids, counts', () => {
  const error = Object.assign(new Error('the row is locked'), { code: 'P2034', meta: { code: '40001' } })
  expect(
    redact({ err: error, orderId: '0195c8de-2f3a-7000-8000-000000000002', count: 3, at: null }),
  ).toMatchObject({
    err: {
      name: 'Error',
      message: 'the row is locked',
      stack: expect.stringContaining('redact.test'),
      code: 'P2034',
    },
    orderId: '0195c8de-2f3a-7000-8000-000000000002',
    count: 3,
    at: null,
  })
})

test('a ring or a very deep object ends', () => {
  const ring: Record<string, unknown> = { name: 'ring' }
  ring.self = ring
  expect(JSON.stringify(redact(ring))).toContain('[deep]')
})
