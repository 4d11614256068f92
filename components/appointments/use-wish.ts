'use client'

import { useState } from 'react'
import { bestSlot } from '@/lib/appointments/best-slot'
import type { Need, ProposalOutcome } from '@/lib/appointments/proposals'
import { needKey } from './desk-proposals'
import type { DeskPackage } from './desk-types'
import type { PickableDay, PickableSlot } from './slot-picker'

const same = (list: string[], one: string) => list.filter((other) => other !== one)

/** What is wanted, and the answers to what was proposed: an accepted proposal is wanted work too. */
export function useWish(car: string, offered: DeskPackage[], titleOf: (need: Need) => string) {
  const [wanted, setWanted] = useState<{ packageIds: string[]; wishes: string[] }>({
    packageIds: [],
    wishes: [],
  })
  const [answers, setAnswers] = useState<Record<string, ProposalOutcome>>({})
  const key = (need: Need) => `${car} ${needKey(need)}`
  const answerTo = (need: Need): ProposalOutcome | undefined => answers[key(need)]
  const answer = (need: Need, outcome: ProposalOutcome) => {
    setAnswers({ ...answers, [key(need)]: outcome })
    const { packageIds, wishes } = wanted
    const id = offered.some((one) => one.id === need.packageId) ? need.packageId : null
    const title = titleOf(need)
    const rest = id
      ? { wishes, packageIds: same(packageIds, id) }
      : { packageIds, wishes: same(wishes, title) }
    if (outcome !== 'accepted') setWanted(rest)
    else if (id) setWanted({ wishes, packageIds: [...rest.packageIds, id] })
    else setWanted({ packageIds, wishes: [...rest.wishes, title] })
  }
  return { wanted, setWanted, answerTo, answer }
}

/** The time asked for while it is there, else the best one of the first day with room. */
export function slotOf(days: PickableDay[] | null, asked: string): PickableSlot | null {
  if (!days) return null
  const kept = days.flatMap(({ slots }) => slots).find(({ startsAt }) => startsAt === asked)
  if (kept) return kept
  for (const { slots } of days) {
    const best = bestSlot(slots)
    if (best) return best
  }
  return null
}
