import 'server-only'
import * as z from 'zod'
import { faultOf } from '@/lib/appointments/fault'
import { faultPhotosOf } from '@/lib/appointments/server/fault-photos'
import { may } from '@/lib/auth/permissions'
import { Refusal } from '@/lib/core/refusal'
import { phoneFor, vinFor } from '@/lib/customers/mask'
import { settingsOf } from '@/lib/dealership/server/settings'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import type { Tx } from '@/lib/server/db'
import { query } from '@/lib/server/doors'
import { conditionOf } from '../condition'
import { nextServiceFrom } from '../next-service'
import { ofVisit } from '../schemas'
import { limitsOf } from '../wheels'
import { missingBeforeSigning, type ExtraItem } from '../walk-around'
import { faultFilesOf } from './fault-files'
import { lastReading } from './last-reading'
import { visitRow } from './visit-row'

const ExtraItems = z
  .array(z.object({ title: z.string(), state: z.enum(['ok', 'notOk', 'notChecked']), note: z.string() }))
  .catch([])
const Fault = z.object({
  frequency: z.string().catch(''), phenomenon: z.string().catch(''), environment: z.string().catch(''),
  speed: z.string().catch(''), road: z.string().catch(''),
}) // prettier-ignore

/** Everything the reception page shows of one visit: people, car, record, what is missing, and the file of the car (S1-82). */
export const receptionVisit = query('visit.read', ofVisit, async ({ tx, actor }, { visitId }) => {
  const { dealershipId } = actor
  if (actor.kind === 'customer' && actor.visitId !== visitId) throw new Refusal('common.not-found')
  const visit = await visitRow(tx, dealershipId, visitId)
  const { record, vehicle, sender } = visit
  const settings = await settingsOf(tx)
  const { name: dealership, nameEn: dealershipEn } = await thisDealership(tx, dealershipId)
  // A technician reads the record without telephones (R5).
  const known = actor.kind === 'customer' || may(actor, 'customer.read')
  const people = await peopleOf(tx, dealershipId, known ? [visit.ownerId, visit.payerId] : [])
  const seen = (id: string | null) => {
    const person = people.get(id ?? '')
    return person ? { ...person, phone: phoneFor(actor, person.phone) } : null
  }
  const staff = await staffOf(tx, dealershipId, [visit.adviserId, visit.greeterId, record.inspectorId])
  const booking = visit.appointmentId
    ? await tx.appointment.findUnique({
        where: { dealershipId_id: { dealershipId, id: visit.appointmentId } },
        select: {
          id: true, no: true, startsAt: true, concern: true, remarks: true, fault: true,
          comebackOf: { select: { no: true } },
          appointmentItems: { orderBy: { position: 'asc' }, select: { id: true, description: true } },
        },
      }) // prettier-ignore
    : null
  const signature = record.signatureId
    ? await tx.signature.findUnique({ where: { dealershipId_id: { dealershipId, id: record.signatureId } } })
    : null
  const orders = await tx.repairOrder.findMany({
    where: { dealershipId, visitId, status: { not: 'cancelled' } },
    select: { id: true, no: true, status: true },
    orderBy: { createdAt: 'asc' },
  })
  const extraItems: ExtraItem[] = ExtraItems.parse(record.extraItems ?? [])
  const walkAround = {
    ...record,
    items: record.walkAroundItems,
    extraItems,
    marks: record.damageMarks.length,
  }
  const last = record.frozenAt ? null : await lastReading(tx, dealershipId, vehicle.id)
  return {
    id: visit.id,
    no: visit.no,
    status: visit.status,
    dealership,
    dealershipEn,
    arrivedAt: visit.arrivedAt,
    greetedAt: visit.greetedAt,
    inspectionStartedAt: visit.inspectionStartedAt,
    recordSignedAt: visit.recordSignedAt,
    atDeskAt: visit.atDeskAt,
    leftReason: visit.leftReason,
    waiting: visit.waiting,
    bay: visit.receptionBay,
    greeting: { 'zh-CN': settings['reception.greeting'], en: settings['reception.greetingEn'] },
    reachBy: known ? phoneFor(actor, visit.reachBy) : '',
    licenceTaken: visit.licenceTaken,
    bookletTaken: visit.bookletTaken,
    keysTaken: visit.keysTaken,
    parkedAt: visit.parkedAt,
    keyLocation: visit.keyLocation,
    booking: booking && {
      ...booking,
      fault: faultOf(booking.fault),
      photoIds: await faultPhotosOf(tx, { dealershipId, appointmentId: booking.id }),
    },
    comebackOf: visit.comebackOf ?? booking?.comebackOf ?? null,
    orders,
    adviser: staff.get(visit.adviserId ?? '') ?? null,
    greeter: staff.get(visit.greeterId ?? '') ?? null,
    inspector: staff.get(record.inspectorId ?? '') ?? null,
    sender: {
      id: sender.id, name: sender.name, formOfAddress: sender.formOfAddress, phone: known ? phoneFor(actor, sender.phone) : '', address: known ? sender.address : '',
      contactPerson: sender.contactPerson, verifiedAt: sender.verifiedAt, vip: sender.tier === 'vip', fresh: sender.tier === 'new',
      sensitive: sender.complaintSensitive, locale: sender.locale,
    }, // prettier-ignore
    owner: seen(visit.ownerId),
    payer: seen(visit.payerId),
    vehicle: {
      id: vehicle.id, plate: vehicle.plate, plateKind: vehicle.plateKind, vin: vinFor(actor, vehicle.vin), brand: vehicle.brand, model: vehicle.model,
      bodyKind: vehicle.bodyKind, colour: vehicle.colour, engineNo: vehicle.engineNo,
    }, // prettier-ignore
    record: {
      version: record.version,
      kitPieces: record.kitPieces,
      kitFittedAt: record.kitFittedAt,
      odometerKm: record.odometerKm,
      odometerReason: record.odometerReason ?? '',
      fuelEighths: record.fuelEighths,
      items: record.walkAroundItems.map(({ kind, state, note }) => ({ kind, state, note })),
      extraItems,
      marks: record.damageMarks.map(({ id, view, x, y, kind, severity, note, photoFileId }) => ({
        id,
        view,
        x,
        y,
        kind,
        severity,
        note,
        photoFileId,
      })),
      damageShown: record.damageShownAt !== null,
      valuablesReminded: record.valuablesRemindedAt !== null,
      valuables: record.valuables.map(({ kind, quantity, note }) => ({ kind, quantity, note })),
      customerStatement: record.customerStatement,
      adviserConfirmation: record.adviserConfirmation,
      faultInquiry: Fault.parse(record.faultInquiry ?? {}),
      faultFiles: await faultFilesOf(tx, { dealershipId, visitId }),
      suggestions: record.suggestions,
      nextServiceTold: record.nextServiceTold,
      freeWash: record.freeWash,
      ...conditionOf(record),
      nextService: record.nextServiceTold ? nextServiceFrom(record.nextServiceOffer) : null,
      frozenAt: record.frozenAt,
      contentHash: record.contentHash,
    },
    signature: signature && {
      signerName: signature.signerName, signerRole: signature.signerRole, channel: signature.channel, at: signature.at,
      strokes: signature.strokes, hash: signature.documentHash, version: signature.documentVersion,
    }, // prettier-ignore
    lastReading: last,
    wearLimits: limitsOf(settings),
    kit: settings['reception.kitPieces'],
    greetSeconds: settings['reception.greetSeconds'],
    missing: record.frozenAt ? [] : missingBeforeSigning(walkAround, settings['reception.kitPieces']),
  }
})

export type ReceptionVisit = Awaited<ReturnType<typeof receptionVisit>>

async function peopleOf(tx: Tx, dealershipId: string, ids: (string | null)[]) {
  const known = ids.flatMap((id) => id ?? [])
  const found = await tx.customer.findMany({
    where: { dealershipId, id: { in: known } },
    select: { id: true, name: true, formOfAddress: true, phone: true },
  })
  return new Map(found.map((person) => [person.id, person]))
}

async function staffOf(tx: Tx, dealershipId: string, ids: (string | null)[]) {
  const known = ids.flatMap((id) => id ?? [])
  const found = await tx.staff.findMany({
    where: { dealershipId, id: { in: known } },
    select: { id: true, name: true, nameEn: true },
  })
  return new Map(found.map((person) => [person.id, person]))
}
