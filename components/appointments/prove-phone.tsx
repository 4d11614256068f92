'use client'

import { useState } from 'react'
import { useMessages } from '@/components/shell/locale'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { PhoneInput } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import type { Refused } from '@/lib/core/form-state'
import { common } from '@/lib/i18n/common'
import { ownCars } from '@/lib/i18n/own-cars'
import type { Proof } from './draft'
import { PhoneCode, type ProveCode, type SendCode } from './phone-code'

type Props = {
  phone: string
  setPhone: (phone: string) => void
  sendCode: SendCode
  proveCode: ProveCode
  onProven: (proof: Proof) => void
  lead: string
  button: string
}

/** The telephone number and its code, wherever in the booking it is wanted first. */
export function ProvePhone({ phone, setPhone, sendCode, proveCode, onProven, lead, button }: Props) {
  const t = useMessages(ownCars)
  const words = useMessages(common)
  const [code, setCode] = useState('')
  const [refused, setRefused] = useState<Refused | null>(null)
  const [fields, setFields] = useState<Record<string, string[]>>({})
  const [pending, setPending] = useState(false)
  const [lost, setLost] = useState(false)
  const prove = async () => {
    setPending(true)
    setRefused(null)
    setFields({})
    setLost(false)
    const answer = await proveCode(phone, code).catch(() => null)
    setPending(false)
    if (!answer) setLost(true)
    else if ('value' in answer) onProven({ phone, proof: answer.value.proof })
    else if ('refused' in answer) setRefused(answer.refused)
    else setFields(answer.fields)
  }
  return (
    <div className="rounded-card border-line bg-surface grid w-full gap-3 border p-4">
      <p className="text-muted text-sm">{lead}</p>
      <Field label={t.phone} name="ownPhone" error={fields.phone?.[0]}>
        <PhoneInput value={phone} onChange={(event) => setPhone(event.target.value)} />
      </Field>
      <PhoneCode
        phone={phone}
        code={code}
        setCode={setCode}
        provenPhone=""
        sendCode={sendCode}
        error={fields.code?.[0]}
      />
      {(refused || lost) && (
        <Notice kind="danger" announce>
          {refused ? refused.text : words.lost}
        </Notice>
      )}
      <Button variant="primary" disabled={pending || code.length !== 6} onClick={prove}>
        {button}
      </Button>
    </div>
  )
}
