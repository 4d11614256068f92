'use client'

import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { FormAction } from '@/components/ui/action-form'
import { emptyForm, type FormState } from '@/lib/core/form-state'
import { bothTexts } from '@/lib/core/unchanged'
import type { Condition } from '@/lib/reception/condition'
import type { ExtraItem, ItemState } from '@/lib/reception/walk-around'

export type Draft = Condition & {
  odometerKm: number | null
  odometerReason: string
  fuelEighths: number | null
  items: { kind: string; state: ItemState; note: string }[]
  extraItems: ExtraItem[]
  damageShown: boolean
  valuablesReminded: boolean
  valuables: { kind: string; quantity: number; note: string }[]
  customerStatement: string
  adviserConfirmation: string
  faultInquiry: { frequency: string; phenomenon: string; environment: string; speed: string; road: string }
  suggestions: string[]
  nextServiceTold: boolean
  freeWash: boolean | null
  licenceTaken: boolean
  bookletTaken: boolean
  keysTaken: boolean
  parkedAt: string
  keyLocation: string
  waiting: 'waits' | 'leaves'
}
export type Part = 'gauges' | 'items' | 'damage' | 'valuables' | 'words' | 'papers' | 'wheels' | 'tester'
export type Saving = 'clean' | 'unsaved' | 'saving' | 'saved' | 'failed'

const TEXTS = ['customerStatement', 'adviserConfirmation'] as const

/** The text that somebody else has rewritten meanwhile, and what it says now. */
function rewritten({ refused }: FormState) {
  if (refused?.code !== 'common.text-changed') return null
  const of = TEXTS.find((text) => text === refused.facts.of)
  return of ? { of, text: String(refused.facts.text ?? '') } : null
}

const PAUSE_MS = 900
const PARTS: Part[] = ['gauges', 'items', 'damage', 'valuables', 'words', 'papers', 'wheels', 'tester']

/** The record while it is filled in: each part saves itself after a pause, and what was refused or lost stays on screen. A text that somebody else has written to meanwhile keeps both. */
export function useDraft(visitId: string, start: Draft, save: FormAction) {
  const [draft, setDraft] = useState(start)
  const [saving, setSaving] = useState<Saving>('clean')
  const [savedAt, setSavedAt] = useState<number | null>(null)
  const [refused, setRefused] = useState<Partial<Record<Part, FormState>>>({})
  const waiting = useRef<Partial<Record<Part, Partial<Draft>>>>({})
  /** What the two texts are known to say in the record; nobody's words are written over unseen (R42). */
  const read = useRef({
    customerStatement: start.customerStatement,
    adviserConfirmation: start.adviserConfirmation,
  })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const running = useRef<Promise<boolean> | undefined>(undefined)

  const saveAll = useCallback(async (): Promise<boolean> => {
    if (Object.keys(waiting.current).length === 0) return true
    let good = true
    const parts = [...PARTS]
    for (let part = parts.shift(); part; part = parts.shift()) {
      const changed = waiting.current[part]
      if (!changed) continue
      delete waiting.current[part]
      setSaving('saving')
      const form = new FormData()
      form.set('visitId', visitId)
      const { customerStatement: statementWas, adviserConfirmation: confirmationWas } = read.current
      form.set('part', JSON.stringify({ ...changed, statementWas, confirmationWas }))
      try {
        const answer = await save(emptyForm, form)
        const other = rewritten(answer)
        if (other) {
          const later = { ...changed, ...waiting.current[part] }
          const both = { [other.of]: bothTexts(other.text, later[other.of] ?? '') }
          read.current[other.of] = other.text
          waiting.current[part] = { ...later, ...both }
          setDraft((before) => ({ ...before, ...both }))
          parts.unshift(part)
          continue
        }
        if (answer.ok) for (const text of TEXTS) read.current[text] = changed[text] ?? read.current[text]
        setRefused((all) => ({ ...all, [part]: answer.ok ? undefined : answer }))
        if (!answer.ok) good = false
      } catch {
        waiting.current[part] = { ...changed, ...waiting.current[part] }
        setSaving('failed')
        return false
      }
    }
    setSaving(good ? 'saved' : 'unsaved')
    setSavedAt(Date.now())
    return good
  }, [save, visitId])

  /** Saves what is still waiting; answers whether all of it was kept. */
  const flush = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current)
    while (running.current) await running.current
    running.current = saveAll().finally(() => (running.current = undefined))
    return running.current
  }, [saveAll])

  const change = useCallback(
    (part: Part, changed: Partial<Draft>) => {
      setDraft((before) => ({ ...before, ...changed }))
      waiting.current[part] = { ...waiting.current[part], ...changed }
      setSaving('unsaved')
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void flush(), PAUSE_MS)
    },
    [flush],
  )

  /** Takes over what the server has set by itself. */
  const adopt = useCallback(
    (changed: Partial<Draft>) => setDraft((before) => ({ ...before, ...changed })),
    [],
  )

  const leaving = useEffectEvent((event: BeforeUnloadEvent) => {
    if (Object.keys(waiting.current).length > 0) event.preventDefault()
  })
  const hidden = useEffectEvent(() => {
    if (document.visibilityState === 'hidden' && Object.keys(waiting.current).length > 0) void flush()
  })
  useEffect(() => {
    window.addEventListener('beforeunload', leaving)
    document.addEventListener('visibilitychange', hidden)
    return () => {
      window.removeEventListener('beforeunload', leaving)
      document.removeEventListener('visibilitychange', hidden)
      void saveAll()
      clearTimeout(timer.current)
    }
  }, [saveAll])

  return { draft, change, adopt, flush, saving, savedAt, refused }
}
export type Change = ReturnType<typeof useDraft>['change']
