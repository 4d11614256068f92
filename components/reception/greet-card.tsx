'use client'

import { Handshake } from 'lucide-react'
import type { ReactNode } from 'react'
import { useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Card } from '@/components/ui/card'
import { Submit } from '@/components/ui/submit'
import { reception } from '@/lib/i18n/reception'
import { GreetingClock } from './greeting-clock'

type Props = {
  visitId: string
  arrivedAt: Date
  limit: number
  now: Date
  /** What the house says when it meets a customer (S2-08). */
  words: string
  action: FormAction
  children?: ReactNode
}

/** Go out, say the words of the house, tap. */
export function GreetCard({ visitId, arrivedAt, limit, now, words, action, children }: Props) {
  const t = useMessages(reception).greeting
  return (
    <Card className="mx-auto grid w-full max-w-xl gap-4">
      <h2 className="font-title text-xl font-semibold">{t.title}</h2>
      <GreetingClock arrivedAt={arrivedAt} limit={limit} now={now} size="large" />
      <p className="text-lg">{words}</p>
      {children}
      <ActionForm action={action}>
        <input type="hidden" name="visitId" value={visitId} />
        <Submit size="large" block icon={<Handshake aria-hidden className="size-5" />}>
          {t.greet}
        </Submit>
      </ActionForm>
    </Card>
  )
}
