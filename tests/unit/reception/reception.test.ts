import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeOf } from '@/lib/reception/drawing'
import { byArrivalOrder, waitingMinutes } from '@/lib/reception/arrival-queue'
import { greetingSeconds, isGreetedLate } from '@/lib/reception/greeting'
import { receiverOf, type Candidate } from '@/lib/reception/receiver'
import { isInRegisterWindow } from '@/lib/reception/register-window'
import { checkStrokes, signaturePath, strokesOf, typedNameOf } from '@/lib/reception/signature'
import {
  checkKit,
  checkOdometer,
  missingBeforeSigning,
  REQUIRED,
  WALK_AROUND_ITEMS,
  type WalkAround,
} from '@/lib/reception/walk-around'
import { visitFlow, type VisitAction, type VisitStatus } from '@/lib/reception/visit'

const at = (time: string) => new Date(`2026-11-23T${time}+08:00`)

test('S2-04 the greeting limit is kept at 15 s and broken at 16 s', () => {
  expect(greetingSeconds(at('09:00:00'), null, at('09:00:15'))).toBe(15)
  expect(isGreetedLate(15, 15)).toBe(false)
  expect(isGreetedLate(16, 15)).toBe(true)
  expect(greetingSeconds(at('09:00:00'), at('09:00:04'), at('10:00:00'))).toBe(4)
})

test('S2-11 booked cars hold their booked time, the others the time at which they came', () => {
  const early = { bookedFor: at('09:30'), arrivedAt: at('09:00') }
  const walkIn = { bookedFor: null, arrivedAt: at('09:10') }
  const late = { bookedFor: at('08:30'), arrivedAt: at('09:20') }
  const tie = { bookedFor: null, arrivedAt: at('09:30') }
  expect([tie, walkIn, early, late].sort(byArrivalOrder)).toEqual([late, walkIn, early, tie])
  expect(waitingMinutes(at('09:00'), at('09:12:59'))).toBe(12)
})

test('S2-12 C44 a booking counts within one month of the day of arrival, before and after', () => {
  const now = at('09:00')
  const inside = (day: string) =>
    isInRegisterWindow(new Date(`${day}T09:00:00+08:00`), now, 1, 'Asia/Shanghai')
  expect(inside('2026-12-23')).toBe(true)
  expect(inside('2026-12-24')).toBe(false)
  expect(inside('2026-10-23')).toBe(true)
  expect(inside('2026-10-22')).toBe(false)
})

const adviser = (id: string, over: Partial<Candidate> = {}): Candidate => ({
  id,
  roles: ['serviceAdviser'],
  visits: 0,
  open: 0,
  ...over,
})
const plain = { booked: false, complaintSensitive: false, requestedId: null, slotHolderId: null }

test('X-ROL-29 C17 who receives: sensitive, then asked for, then the booking, then the booking desk, then the rota', () => {
  const desk = adviser('desk', { roles: ['bookingReceptionist'] })
  const [old, young] = [adviser('old', { visits: 90, open: 5 }), adviser('young', { visits: 3, open: 1 })]
  const present = [desk, old, young]
  const booked = { ...plain, booked: true }
  expect(receiverOf({ ...booked, complaintSensitive: true, requestedId: 'young' }, present)).toEqual({
    id: 'old',
    reason: 'sensitive',
  })
  expect(receiverOf({ ...booked, requestedId: 'young', slotHolderId: 'old' }, present)).toEqual({
    id: 'young',
    reason: 'requested',
  })
  expect(receiverOf({ ...booked, requestedId: 'gone', slotHolderId: 'old' }, present)).toEqual({
    id: 'old',
    reason: 'booked',
  })
  expect(receiverOf({ ...booked, slotHolderId: 'gone' }, present)).toEqual({
    id: 'desk',
    reason: 'bookingReceptionist',
  })
  expect(receiverOf(plain, present)).toEqual({ id: 'young', reason: 'rota' })
  expect(receiverOf(plain, [])).toBeNull()
})

const full: WalkAround = {
  kitPieces: ['seatCover', 'floorMat'],
  odometerKm: 0,
  fuelEighths: 0,
  items: WALK_AROUND_ITEMS.map((kind) => ({ kind, state: 'ok' as const, note: '' })),
  extraItems: [],
  marks: 0,
  damageShownAt: null,
  valuablesRemindedAt: at('09:05'),
  customerStatement: 'noise',
  freeWash: false,
}
const kit = ['seatCover', 'floorMat']

test('S2-45 a complete record misses nothing; an empty one misses everything', () => {
  expect(missingBeforeSigning(full, kit)).toEqual([])
  const empty = {
    ...full,
    kitPieces: [],
    odometerKm: null,
    fuelEighths: null,
    items: [],
    valuablesRemindedAt: null,
    customerStatement: ' ',
    freeWash: null,
  }
  expect(missingBeforeSigning(empty, kit)).toEqual(
    REQUIRED.filter((key) => !['extraItems', 'damageShown'].includes(key)),
  )
})

test('S2-34 an item that was not checked counts only with the reason', () => {
  const with_ = (note: string) =>
    full.items.map((item) =>
      item.kind === 'lights' ? { ...item, state: 'notChecked' as const, note } : item,
    )
  expect(missingBeforeSigning({ ...full, items: with_('') }, kit)).toEqual(['lights'])
  expect(missingBeforeSigning({ ...full, items: with_('battery flat') }, kit)).toEqual([])
  const extraItems = [{ title: 'roof box', state: 'notChecked' as const, note: '' }]
  expect(missingBeforeSigning({ ...full, extraItems }, kit)).toEqual(['extraItems'])
})

test('S2-35 marks must have been pointed out', () => {
  expect(missingBeforeSigning({ ...full, marks: 1 }, kit)).toEqual(['damageShown'])
  expect(missingBeforeSigning({ ...full, marks: 1, damageShownAt: at('09:10') }, kit)).toEqual([])
})

test('S2-16 every piece of the kit of the dealership, three or four', () => {
  expect(() => checkKit(['seatCover'], kit)).toThrow(
    expect.objectContaining({ code: 'reception.kit-first', facts: { missing: 'floorMat', count: 1 } }),
  )
  expect(checkKit(['floorMat', 'seatCover', 'gearLeverCover'], kit)).toBeUndefined()
})

test('S2-27 a lower reading needs a reason', () => {
  expect(() => checkOdometer(100, 101, ' ')).toThrow(
    expect.objectContaining({ code: 'reception.odometer-lower' }),
  )
  expect(checkOdometer(100, 101, 'new instrument')).toBeUndefined()
  expect(checkOdometer(101, 101, '')).toBeUndefined()
  expect(checkOdometer(5, null, '')).toBeUndefined()
})

test('signatures are not empty, bounded, and drawn again from their strokes', () => {
  const stroke = {
    points: [
      { x: 1.234, y: 2, time: 1000 },
      { x: 9, y: 8, time: 1016 },
    ],
  }
  expect(() => checkStrokes([])).toThrow(expect.objectContaining({ code: 'signature.empty' }))
  expect(() => strokesOf({ signatureStrokes: 'not json', signatureTyped: '' })).toThrow(
    expect.objectContaining({ code: 'signature.empty' }),
  )
  expect(() => strokesOf({ signatureStrokes: '', signatureTyped: ' x ' })).toThrow(
    expect.objectContaining({ code: 'signature.empty' }),
  )
  const huge = [{ points: Array.from({ length: 20_001 }, (_, i) => ({ x: i, y: i })) }]
  expect(() => checkStrokes(huge)).toThrow(expect.objectContaining({ code: 'file.too-large' }))
  const kept = strokesOf({
    signatureStrokes: JSON.stringify([{ ...stroke, penColor: 'x' }]),
    signatureTyped: '',
  })
  expect(kept).toEqual([
    {
      points: [
        { x: 1.2, y: 2, time: 0 },
        { x: 9, y: 8, time: 16 },
      ],
    },
  ])
  expect(signaturePath(kept)).toEqual({ d: 'M1.2 2L9 8', viewBox: '-2.8 -2 15.8 14' })
  const typed = strokesOf({ signatureStrokes: '', signatureTyped: ' Li Lei ' })
  expect(typedNameOf(typed)).toBe('Li Lei')
  expect(signaturePath(typed)).toBeNull()
})

test('the visit moves only along its graph', () => {
  const statuses = Object.keys(visitFlow.graph) as VisitStatus[]
  const actions: VisitAction[] = ['greet', 'inspect', 'sign', 'toDesk', 'order', 'leave', 'close']
  fc.assert(
    fc.property(fc.constantFrom(...statuses), fc.constantFrom(...actions), (from, action) => {
      const allowed = visitFlow.actionsFrom(from).includes(action)
      if (allowed) expect(statuses).toContain(visitFlow.next(from, action))
      else
        expect(() => visitFlow.next(from, action)).toThrow(
          expect.objectContaining({ code: 'status.not-from-here' }),
        )
    }),
  )
})

test('S2-25 a place said in words lies where the drawing shows it, mirrored for the right side', () => {
  expect(placeOf('left', 0, 2)).toEqual({ x: 167, y: 833 })
  expect(placeOf('right', 0, 2)).toEqual({ x: 833, y: 833 })
  expect(placeOf('top', 2, 0)).toEqual({ x: 833, y: 833 })
  expect(placeOf('front', 1, 1)).toEqual({ x: 500, y: 500 })
})
