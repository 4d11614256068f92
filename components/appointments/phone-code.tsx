'use client'

import { useEffect, useState } from 'react'
import { useMessages } from '@/components/shell/locale'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { DigitsInput } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import type { Refused } from '@/lib/core/form-state'
import { isPhone } from '@/lib/core/phone'
import { booking } from '@/lib/i18n/booking'
import { common } from '@/lib/i18n/common'
import { phoneMasked } from '@/lib/i18n/format'

export type Answer<Value> = { value: Value } | { refused: Refused } | { fields: Record<string, string[]> }
export type SendCode = (phone: string) => Promise<Answer<{ minutes: number }>>
/** The code to the number that an invitation went to: the page does not know it before. */
export type InvitedCode = {
  send: (token: string) => Promise<Answer<{ minutes: number }>>
  prove: (token: string, code: string) => Promise<Answer<{ proof: string; phone: string }>>
}
export type ProveCode = (phone: string, code: string) => Promise<Answer<{ proof: string }>>

type Props = {
  phone: string
  code: string
  setCode: (code: string) => void
  /** The telephone number that has been proven already. */
  provenPhone: string
  sendCode: SendCode
  /** The code goes to the number that the message went to. */
  invited?: boolean
  error?: string
}

const SECONDS_BETWEEN_CODES = 60

/** Asks for the code and takes it; a code can be asked for once a minute. */
export function PhoneCode({ phone, code, setCode, provenPhone, sendCode, invited, error }: Props) {
  const t = useMessages(booking).confirm
  const words = useMessages(common)
  const [sent, setSent] = useState<{ phone: string; minutes: number } | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const [wait, setWait] = useState(0)
  const [pending, setPending] = useState(false)
  const [lost, setLost] = useState(false)
  useEffect(() => {
    if (wait <= 0) return
    const timer = setTimeout(() => setWait(wait - 1), 1000)
    return () => clearTimeout(timer)
  }, [wait])
  if (provenPhone && provenPhone === phone) return <Notice kind="good">{t.proven}</Notice>
  const ask = async () => {
    setPending(true)
    setRefused(null)
    setLost(false)
    const answer = await sendCode(phone).catch(() => null)
    setPending(false)
    if (!answer) setLost(true)
    else if ('value' in answer) {
      setSent({ phone, minutes: answer.value.minutes })
      setWait(SECONDS_BETWEEN_CODES)
    } else if ('refused' in answer) setRefused(answer.refused)
  }
  return (
    <div className="grid gap-3">
      <Button disabled={(!invited && !isPhone(phone)) || pending || wait > 0} onClick={ask}>
        {wait > 0
          ? t.sendAgainIn({ seconds: wait })
          : sent
            ? t.sendAgain
            : invited
              ? t.sendInvited
              : t.sendCode}
      </Button>
      {(refused || lost) && (
        <Notice kind="danger" announce>
          {refused ? refused.text : words.lost}
        </Notice>
      )}
      {sent && (
        <p role="status" className="text-muted text-sm">
          {invited
            ? t.sentInvited({ minutes: sent.minutes })
            : t.sent({ phone: phoneMasked(sent.phone.replace(/\D/g, '')), minutes: sent.minutes })}
        </p>
      )}
      {(sent || code) && (
        <Field label={t.code} name="code" error={error}>
          <DigitsInput
            value={code}
            maxLength={6}
            autoComplete="one-time-code"
            className="tabular text-center text-2xl tracking-[0.4em]"
            onChange={(event) => setCode(event.target.value.replace(/\D/g, ''))}
          />
        </Field>
      )}
    </div>
  )
}
