import 'server-only'
import * as z from 'zod'
import { id } from '@/lib/core/fields'
import { Refusal } from '@/lib/core/refusal'
import { fromDateColumn } from '@/lib/core/time'
import { settingsOf } from '@/lib/dealership/server/settings'
import { query } from '@/lib/server/doors'
import { stateOf } from '../follow-up'

/** The card of one call: whom to ring, what was done to the car (S8-05), friendly notes, earlier attempts, rating. Refuses with `common.not-found`. */
export const callCard = query(
  'followUp.list',
  z.object({ followUpId: id }),
  async ({ tx, actor, now }, { followUpId }) => {
    const { dealershipId } = actor
    const followUp = await tx.followUp.findUnique({
      where: { dealershipId_id: { dealershipId, id: followUpId } },
      include: {
        vehicle: {
          select: {
            id: true,
            plate: true,
            brand: true,
            model: true,
            nextServiceOn: true,
            nextServiceKm: true,
          },
        },
        customer: {
          select: {
            id: true,
            name: true,
            formOfAddress: true,
            phone: true,
            preferredChannel: true,
            complaintSensitive: true,
            customerNotes: { orderBy: { at: 'desc' }, take: 5, select: { id: true, text: true, at: true } },
          },
        },
        order: {
          select: {
            id: true,
            no: true,
            deliveredAt: true,
            adviser: { select: { name: true, nameEn: true } },
            rating: { select: { satisfaction: true, adviserStars: true, technicianStars: true, text: true } },
            handOver: { select: { useNotes: true, adviceText: true } },
            orderProblems: { orderBy: { position: 'asc' }, select: { id: true, text: true } },
            jobs: {
              where: { status: { in: ['billed', 'qcPassed', 'declined'] } },
              orderBy: { position: 'asc' },
              select: {
                id: true,
                title: true,
                titleEn: true,
                status: true,
                declineReason: true,
                jobParts: { select: { id: true, name: true, nameEn: true } },
              },
            },
          },
        },
        followUpAttempts: {
          orderBy: { at: 'desc' },
          select: { id: true, result: true, note: true, at: true },
        },
        complaints: { select: { id: true, no: true, status: true } },
      },
    })
    if (!followUp) throw new Refusal('common.not-found')
    const { vehicle, ...rest } = followUp
    return {
      ...rest,
      answers: followUp.answers as Record<string, string | boolean> | null,
      vehicle: { ...vehicle, nextServiceOn: vehicle.nextServiceOn && fromDateColumn(vehicle.nextServiceOn) },
      state: stateOf(followUp, now),
      attemptLimit: (await settingsOf(tx))['followup.attempts'],
    }
  },
)
