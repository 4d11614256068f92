import { expect, test } from 'vitest'
import { emptyDraft, type Draft, type Proposed } from '@/components/appointments/draft'
import { bookingOf, elsewhere, outcomeOf, wishesOf, workWish } from '@/components/appointments/draft-work'

const brakes: Proposed = {
  kind: 'declined', reference: 'b', title: '更换前刹车片', packageId: null, operationId: 'op', minutes: 90, safety: true,
} // prettier-ignore
const check: Proposed = { ...brakes, kind: 'other', reference: 'check', title: '半年检查', operationId: null }
const service: Proposed = {
  ...brakes,
  kind: 'due',
  reference: 'service',
  title: '小保养',
  packageId: 'p',
  operationId: null,
}

const own: Draft = {
  ...emptyDraft, province: '沪', rest: 'A12345', own: '沪A12345', proposed: [brakes, check, service],
} // prettier-ignore

test('S1-34 a proposal is accepted while its work is in the booking, however it came in, and is nobody’s of another car', () => {
  const outcomes = (draft: Draft) => [brakes, check, service].map((one) => outcomeOf(draft, one))
  expect(outcomes(own)).toEqual(['proposed', 'proposed', 'proposed'])
  const answered: Draft = {
    ...own,
    packageIds: ['p'],
    answers: { 'declined:b': 'accepted', 'other:check': 'accepted', 'due:service': 'declined' },
  }
  expect(outcomes(answered)).toEqual(['accepted', 'accepted', 'accepted'])
  expect(outcomes({ ...answered, packageIds: [] })).toEqual(['accepted', 'accepted', 'declined'])
  expect(workWish(answered)).toEqual({ packageIds: ['p'], operationIds: ['op'], wishes: 1 })
  expect(bookingOf(answered, 'proof')).toMatchObject({
    plate: '沪A12345',
    operationIds: ['op'],
    wishes: ['半年检查'],
    proposals: ['declined:b:accepted', 'other:check:accepted', 'due:service:accepted'],
  })
  expect(bookingOf({ ...answered, rest: 'A99999' }, 'proof')).toMatchObject({
    operationIds: [],
    wishes: [],
    proposals: [],
  })
})

test('S1-33 S1-46 the fault is a line of its own in the customer’s words, and no line is lost past the tenth', () => {
  const faulty: Draft = {
    ...own,
    faulty: true,
    faultLine: '异响、制动',
    fault: { what: ['noise', 'brakes'] },
  }
  expect(wishesOf(faulty)).toEqual(['异响、制动'])
  expect(wishesOf({ ...faulty, concern: ' 刹车响 ' })).toEqual(['刹车响'])
  expect(bookingOf({ ...faulty, faulty: false, concern: '刹车响' }, '')).toMatchObject({
    concern: '',
    fault: {},
    photoIds: [],
  })
  const wishes = Array.from({ length: 12 }, (_, n) => `愿望${n}`)
  const lines = wishesOf({ ...own, wishes })
  expect(lines).toHaveLength(10)
  expect(lines.join(' · ')).toBe(wishes.join(' · '))
})

test('another dealership gets words instead of what only this one knows', () => {
  const taken: Draft = {
    ...own, wishes: ['洗车'], answers: { 'declined:b': 'accepted' }, photos: [{ id: 'f', thumb: '' }], way: 'loaner',
  } // prettier-ignore
  const there = { ...taken, ...elsewhere(taken) }
  expect(wishesOf(there)).toEqual(['洗车', '更换前刹车片'])
  expect(bookingOf(there, '')).toMatchObject({ operationIds: [], proposals: [], photoIds: [], loaner: false })
})

test('S1-29 who waits has brought the car', () => {
  const asked: Draft = {
    ...own,
    way: 'pickUp',
    pickUpAddress: '莘庄路 8 号',
    pickUpFrom: { latitude: 31, longitude: 121 },
  }
  expect(bookingOf({ ...asked, waiting: 'leaves' }, '')).toMatchObject({
    pickUp: true,
    loaner: false,
    pickUpAddress: '莘庄路 8 号',
    pickUpFrom: { latitude: 31 },
  })
  expect(bookingOf({ ...asked, waiting: 'waits' }, '')).toMatchObject({ pickUp: false, loaner: false })
})
