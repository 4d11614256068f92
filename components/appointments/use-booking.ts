'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Refused } from '@/lib/core/form-state'
import type { Draft, Proof } from './draft'
import { bookingOf, operationsOf, type BookWish } from './draft-work'
import type { Answer, InvitedCode, ProveCode } from './phone-code'

export type JoinWish = BookWish & { firstDay: string; lastDay: string; parts: string[] }

type Tools = {
  draft: Draft
  change: (part: Partial<Draft>) => void
  forget: () => void
  proven: Proof
  prove: (proof: Proof) => void
  forgetProof: () => void
  proveCode: ProveCode
  proveInvited: InvitedCode['prove']
  book: (wish: BookWish) => Promise<Answer<{ href: string }>>
  join: (wish: JoinWish) => Promise<Answer<{ token: string | null }>>
}

/** The last step: the number is proven unless it is already, then the booking is made or the waiting list joined. */
export function useBooking(tools: Tools) {
  const { draft, change, forget, proven, prove, forgetProof } = tools
  const router = useRouter()
  const [code, setCode] = useState('')
  const [refused, setRefused] = useState<Refused | null>(null)
  const [fields, setFields] = useState<Record<string, string[]>>({})
  const [pending, setPending] = useState(false)
  /** No answer came: it may have been booked, and sending it again counts once. */
  const [lost, setLost] = useState(false)
  const [joined, setJoined] = useState<{ token: string | null } | null>(null)

  const show = (answer: { refused: Refused } | { fields: Record<string, string[]> }) => {
    if ('fields' in answer) return setFields(answer.fields)
    if (answer.refused.code === 'appointment.phone-not-proven') forgetProof()
    setRefused(answer.refused)
  }
  const done = () => {
    forgetProof()
    forget()
  }
  const proveTyped = async (phone: string, typed: string): ReturnType<InvitedCode['prove']> => {
    const answer = await tools.proveCode(phone, typed)
    return 'value' in answer ? { value: { ...answer.value, phone } } : answer
  }
  const proveAndBook = async () => {
    let { proof } = proven
    let { phone } = draft
    if (proven.phone !== phone || !proof) {
      const answer = draft.asInvited
        ? await tools.proveInvited(draft.invited, code)
        : await proveTyped(phone, code)
      if (!('value' in answer)) return show(answer)
      proof = answer.value.proof
      phone = answer.value.phone
      change({ phone, asInvited: false })
      // Photographs stay with the number they were sent with.
      if (proven.proof && draft.photos.length) change({ photos: [] })
      prove({ phone, proof })
      setCode('')
    }
    const asked = bookingOf({ ...draft, phone }, proof)
    if (draft.listFirst) {
      const { listFirst: firstDay, listLast: lastDay, listParts: parts } = draft
      const wishes = [...asked.wishes, ...operationsOf(draft).map(({ title }) => title)].slice(0, 10)
      const joining = await tools.join({ ...asked, wishes, firstDay, lastDay, parts })
      if (!('value' in joining)) return show(joining)
      setJoined(joining.value)
      return done()
    }
    const answer = await tools.book(asked)
    if (!('value' in answer)) return show(answer)
    router.push(answer.value.href)
    done()
  }
  const submit = async () => {
    setPending(true)
    setRefused(null)
    setFields({})
    setLost(false)
    await proveAndBook().catch(() => setLost(true))
    setPending(false)
  }
  return { code, setCode, refused, fields, lost, pending, joined, submit }
}
