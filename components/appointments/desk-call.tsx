'use client'

import { useEffect, useRef, useState } from 'react'
import { CallRules, CallStages } from '@/components/call/call-stages'
import { useMessages } from '@/components/shell/locale'
import { Badge } from '@/components/ui/badge'
import { Checkbox } from '@/components/ui/checkbox'
import { Notice } from '@/components/ui/notice'
import { CALL_STEPS } from '@/lib/appointments/desk'
import { desk } from '@/lib/i18n/desk'
import { clockTime } from '@/lib/i18n/format'
import type { House } from './desk-types'

/** Seconds since the call began; it begins with the first key that is typed for it. */
export function useCallClock() {
  const began = useRef<number | null>(null)
  const [seconds, setSeconds] = useState(0)
  const [running, setRunning] = useState(false)
  useEffect(() => {
    if (!running) return
    const timer = setInterval(
      () => setSeconds(Math.round((performance.now() - (began.current ?? performance.now())) / 1000)),
      1000,
    )
    return () => clearInterval(timer)
  }, [running])
  const begin = () => {
    began.current ??= performance.now()
    setRunning(true)
  }
  const reset = () => {
    began.current = null
    setSeconds(0)
    setRunning(false)
  }
  return { seconds, running, begin, reset }
}

type Props = {
  form: string
  house: House
  name: string
  plate: string
  seconds: number
  running: boolean
}

/** The call beside the booking: how long it takes (S1-102), its four stages (S1-97), and what was done in it (S1-98, S1-100). */
export function DeskCall({ form, house, name, plate, seconds, running }: Props) {
  const t = useMessages(desk).call
  const long = seconds > house.longCallSeconds
  return (
    <>
      {running && (
        <>
          <input type="hidden" form={form} name="callSeconds" value={seconds} />
          <p role="timer" className="-order-2">
            <Badge tone={long ? 'amber' : 'celadon'}>{t.running({ time: clockTime(seconds) })}</Badge>
          </p>
        </>
      )}
      {long && (
        <Notice kind="warning" announce className="-order-2">
          {t.long}
        </Notice>
      )}
      <details className="rounded-card border-line border px-4 py-2">
        <summary className="fold flex min-h-11 cursor-pointer items-center font-medium">
          {t.stepsTitle}
        </summary>
        {CALL_STEPS.map((step) => (
          <Checkbox key={step} form={form} name="callSteps" value={step} label={t.steps[step]} />
        ))}
      </details>
      <CallRules />
      <CallStages me={house.me} dealership={house.name} name={name} plate={plate} content={t.content} />
    </>
  )
}
