import { expect, test } from 'vitest'
import { addFaultPhoto, removeFaultPhoto } from '@/lib/appointments/server/fault-photos'
import { appointment } from '@/lib/appointments/server/appointment'
import { bookAppointment } from '@/lib/appointments/server/book-appointment'
import { rescheduleAppointment } from '@/lib/appointments/server/reschedule-appointment'
import { hoursAfter } from '@/lib/core/time'
import { arriveVisit } from '@/lib/reception/server/arrive-visit'
import { receptionVisit } from '@/lib/reception/server/reception-visit'
import { storedFile } from '@/lib/reception/server/stored-file'
import { tidyUp } from '@/lib/kpi/server/tidy-up'
import sharp from 'sharp'
import { aDealership, aMobile, aPlate, type GivenDealership } from '../../support/given'
import { aProvenPhone, at, today } from './support'

const picture = () =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: '#888' } })
    .jpeg()
    .toBuffer()

const fault = {
  what: ['noise', 'brakes'], when: ['braking'], frequency: ['often'], speed: ['upTo60'], road: ['wet'], warmth: ['cold'],
  sound: ['squeal'],
} // prettier-ignore

const aFault = async (here: GivenDealership, over: Record<string, unknown> = {}) => {
  const proven = await aProvenPhone(here)
  const booked = await bookAppointment(here.asVisitor(), {
    plate: aPlate(), name: '李娜', ...proven, wishes: ['刹车时有尖叫声'], concern: '刹车时有尖叫声', fault, startsAt: at('10:00'), ...over,
  }) // prettier-ignore
  return { ...proven, ...booked }
}

test('S1-28 S1-46 what is told about a fault is kept as it was tapped, goes along when the booking moves, and waits at reception', async () => {
  const here = await aDealership()
  const { id } = await aFault(here)
  const adviser = here.as('serviceAdviser')
  expect(await appointment(adviser, { id })).toMatchObject({ fault, concern: '刹车时有尖叫声' })
  const moved = await rescheduleAppointment(adviser, {
    appointmentId: id,
    startsAt: today('14:00'),
    reason: 'noTime',
  })
  expect(await appointment(adviser, { id: moved.id })).toMatchObject({ fault })
  const { visitId } = await arriveVisit(adviser, { appointmentId: moved.id })
  const visit = await receptionVisit(adviser, { visitId })
  expect(visit.booking?.fault).toEqual(fault)
  expect(visit.record.customerStatement).toBe('刹车时有尖叫声')
})

test('S1-28 answers nobody could tap are refused as fields, and a booking without a fault says nothing of one', async () => {
  const here = await aDealership()
  for (const wrong of [{ what: ['ghost'] }, { what: Array(40).fill('noise') }, '{', 'x'.repeat(9000)])
    await expect(aFault(here, { fault: wrong })).rejects.toMatchObject({ name: 'ZodError' })
  const { id } = await aFault(here, { fault: {} })
  expect((await appointment(here.as('serviceAdviser'), { id })).fault).toBeNull()
})

test('S1-28 photographs of a fault are seen by the adviser, by their customer, and by nobody before the booking', async () => {
  const here = await aDealership()
  const adviser = here.as('serviceAdviser')
  const proven = await aProvenPhone(here)
  const { fileId } = await addFaultPhoto(here.asVisitor(), { ...proven, photo: await picture() })
  await expect(storedFile(adviser, { fileId })).rejects.toMatchObject({ code: 'common.not-found' })
  const { id } = await aFault(here, { ...proven, photoIds: [fileId] })
  const found = await appointment(adviser, { id })
  expect(found.photoIds).toEqual([fileId])
  expect((await storedFile(adviser, { fileId })).mime).toBe('image/webp')
  const customerId = found.customerId
  expect((await storedFile(here.asCustomer({ customerId, appointmentId: id }), { fileId })).mime).toBe(
    'image/webp',
  )
  const other = await aFault(here, { startsAt: at('11:00'), plate: aPlate() })
  for (const [who, code] of [
    [here.asCustomer({ customerId, appointmentId: other.id }), 'common.not-found'],
    [here.as('technician'), 'common.not-found'],
    [(await aDealership()).as('A1'), 'common.not-found'],
    [here.asVisitor(), 'auth.forbidden'],
  ] as const)
    await expect(storedFile(who, { fileId })).rejects.toMatchObject({ code })
  const moved = await rescheduleAppointment(adviser, {
    appointmentId: id,
    startsAt: today('14:00'),
    reason: 'noTime',
  })
  const { visitId } = await arriveVisit(adviser, { appointmentId: moved.id })
  expect((await receptionVisit(adviser, { visitId })).booking?.photoIds).toEqual([fileId])
  expect((await storedFile(here.as('technician'), { fileId })).mime).toBe('image/webp')
})

test('R32 photographs need the proof, are four at a time, and are nobody else’s to attach or take back', async () => {
  const here = await aDealership()
  const proven = await aProvenPhone(here)
  const photo = await picture()
  const visitor = here.asVisitor()
  await expect(
    addFaultPhoto(visitor, { phone: aMobile(), proof: proven.proof, photo }),
  ).rejects.toMatchObject({ code: 'appointment.phone-not-proven' })
  await expect(addFaultPhoto(here.as('serviceAdviser'), { ...proven, photo })).rejects.toMatchObject({
    code: 'auth.forbidden',
  })
  await expect(addFaultPhoto(visitor, { ...proven, photo: Buffer.from('<svg/>') })).rejects.toMatchObject({
    code: 'file.wrong-kind',
  })
  const sent = await Promise.allSettled(
    Array.from({ length: 8 }, () => addFaultPhoto(visitor, { ...proven, photo })),
  )
  const kept = sent.flatMap((one) => (one.status === 'fulfilled' ? [one.value.fileId] : []))
  expect(kept).toHaveLength(4)
  for (const one of sent)
    if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'file.too-many' })
  const other = await aProvenPhone(here)
  const [fileId = ''] = kept
  await expect(removeFaultPhoto(visitor, { ...other, fileId })).rejects.toMatchObject({
    code: 'common.not-found',
  })
  const theirs = await aFault(here, { ...other, photoIds: [fileId] })
  expect((await appointment(here.as('serviceAdviser'), { id: theirs.id })).photoIds).toEqual([])
  await removeFaultPhoto(visitor, { ...proven, fileId })
  const { fileId: again } = await addFaultPhoto(visitor, { ...proven, photo })
  expect(again).not.toBe(fileId)
  expect(await tidyUp(here.dealershipId, hoursAfter(here.now, 25))).toMatchObject({ unbooked: 4 })
})
