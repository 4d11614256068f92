'use client'

import { useState } from 'react'
import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { orders } from '@/lib/i18n/orders'
import { nameIn } from '@/lib/orders/views'
import { Finder } from './finder'

export type Operation = { id: string; code: string; name: string; nameEn: string; minutes: number }

/** Finds a labour operation by code or words. */
export function OperationFinder({
  operations,
  onPick,
  label,
}: {
  label?: string
  operations: Operation[]
  onPick: (id: string) => void
}) {
  const t = useMessages(orders).adding
  const locale = useLocale()
  const format = useFormat()
  const [text, setText] = useState('')
  const wanted = text.trim().toLowerCase()
  const found = operations
    .filter((one) => [one.code, one.name, one.nameEn].some((words) => words.toLowerCase().includes(wanted)))
    .slice(0, 10)
  return (
    <Finder
      label={label ?? t.operation}
      placeholder={t.operationPlaceholder}
      none={t.operationNone}
      text={text}
      onText={setText}
      onPick={onPick}
      choices={found.map((one) => ({
        id: one.id,
        label: `${one.code} ${nameIn(locale, one)}`,
        detail: format.labourHours(one.minutes),
      }))}
    />
  )
}
