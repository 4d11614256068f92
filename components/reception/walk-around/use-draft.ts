'use client'

import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import type { Mark } from '@/components/reception/car/mark'
import { keepSending, lineNow, sendAll, type Line } from '@/components/reception/offline/sender'
import { belongTo, keepPage } from '@/components/reception/offline/kept-pages'
import { newId } from '@/components/reception/offline/new-id'
import { keepPhoto, learn, listen, readVisit, write } from '@/components/reception/offline/store'
import { saysSame } from '@/lib/core/three-way'
import {
  chosen,
  planSave,
  withChanges,
  type Choice,
  type Known,
  type Values,
  type Waiting,
} from '@/lib/reception/waiting-changes'
import type { Change, Draft } from './draft'
import { usePhotoUrls } from './use-photo-urls'

const PAUSE_MS = 900

type Of = {
  visitId: string
  staffId: string
  start: Draft
  version: number
  marks: Mark[]
  told?: Draft['faultInquiry']
}

/**
 * The record while it is filled in. Each change is on this device before it is anywhere else, and is sent after a pause or when the
 * network is back; what was refused or is in dispute stays on screen.
 */
export function useDraft({ visitId, staffId, start, version, marks, told }: Of) {
  const first = useMemo<Known>(() => ({ version, values: start, marks }), [version, start, marks])
  const shown = useCallback(
    (values: Values) =>
      (told && saysSame(values.faultInquiry, null) ? { ...values, faultInquiry: told } : values) as Draft,
    [told],
  )
  const [draft, setDraft] = useState(() => shown(start))
  const [kept, setKept] = useState({ marks, waiting: [] as Waiting[], syncedAt: null as number | null })
  const [line, setLine] = useState<Line>('open')
  const [broken, setBroken] = useState(false)
  const { urls, hold } = usePhotoUrls()
  const writing = useRef(0)
  const turn = useRef(0)
  const took = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const load = useCallback(async () => {
    const mine = ++turn.current
    setLine(lineNow())
    const { known, waiting, photos } = await readVisit(visitId, staffId)
    if (mine !== turn.current || writing.current > 0 || !known) return
    const now = withChanges(known, waiting)
    hold(photos)
    setDraft(shown(now.values))
    setKept({ marks: now.marks as Mark[], waiting, syncedAt: known.syncedAt })
    return now.values
  }, [visitId, staffId, shown, hold])

  const send = useCallback(() => {
    clearTimeout(timer.current)
    return sendAll(staffId)
  }, [staffId])

  /** Puts something on the device, in the order in which it was done. */
  const put = useCallback(
    async (writes: () => Promise<void>, pause = 0) => {
      writing.current += 1
      turn.current += 1
      try {
        await writes()
      } catch {
        setBroken(true)
      } finally {
        writing.current -= 1
        load().catch(() => setBroken(true))
        clearTimeout(timer.current)
        timer.current = setTimeout(() => void send(), pause)
      }
    },
    [load, send],
  )

  const change: Change = useCallback(
    (part, changed) => {
      setDraft((before) => ({ ...before, ...changed }))
      const fresh = { id: newId(), staffId, visitId, at: Date.now(), part }
      void put(
        () => write(visitId, (known, all) => planSave(known ?? first, own(all, staffId), fresh, changed)),
        PAUSE_MS,
      )
    },
    [put, visitId, staffId, first],
  )

  const add = useCallback(
    (kind: 'mark' | 'drop' | 'dropFile', changed: Values, base: Values = {}) => {
      const one = {
        id: newId(),
        staffId,
        visitId,
        at: Date.now(),
        part: kind === 'dropFile' ? 'words' : 'damage',
        kind,
        change: changed,
        base,
      }
      return put(() =>
        write(visitId, () => ({ put: [], drop: [], add: [{ ...one, state: 'waiting' as const }] })),
      )
    },
    [put, visitId, staffId],
  )

  /** A photograph is on the device at once; answers the id that it will have everywhere. */
  const addPhoto = useCallback(
    async (blob: Blob, of: 'damage' | 'fault' = 'damage') => {
      const fileId = newId()
      await put(() => keepPhoto({ fileId, visitId, staffId, blob }, Date.now(), newId(), of))
      return fileId
    },
    [put, visitId, staffId],
  )

  const choose = useCallback(
    (one: Waiting, choice: Choice) =>
      put(() =>
        write(visitId, () => {
          const left = chosen(one, choice, newId())
          return { put: left ? [left] : [], drop: left ? [] : [one.seq], add: [] }
        }),
      ),
    [put, visitId],
  )
  const discard = useCallback(
    (one: Waiting) => put(() => write(visitId, () => ({ put: [], drop: [one.seq], add: [] }))),
    [put, visitId],
  )

  /** Sends what waits; answers whether the server has all of it. */
  const flush = useCallback(async (): Promise<boolean> => {
    await send()
    const left = async () => (await readVisit(visitId, staffId)).waiting
    if (lineNow() === 'open' && (await left()).some(({ state }) => state === 'waiting')) await send()
    await load()
    return (await left()).length === 0
  }, [send, load, visitId, staffId])

  const takeOver = useEffectEvent(async () => {
    const values = await load()
    if (!values || took.current) return
    took.current = true
    if (told && saysSame(values.faultInquiry, null)) change('words', { faultInquiry: told })
  })
  useEffect(() => {
    belongTo(staffId, Date.now())
      .then(() => learn({ ...first, visitId, staffId, syncedAt: null }))
      .then(takeOver)
      .catch(() => setBroken(true))
  }, [first, visitId, staffId])
  useEffect(() => keepPage(staffId), [staffId])
  useEffect(() => {
    const stops = [listen(() => void load().catch(() => setBroken(true))), keepSending(staffId)]
    return () => {
      stops.forEach((stop) => stop())
      clearTimeout(timer.current)
      void sendAll(staffId)
    }
  }, [load, staffId])

  return { draft, ...kept, urls, line, broken, change, add, addPhoto, choose, discard, flush }
}

const own = (all: Waiting[], staffId: string) => all.filter((one) => one.staffId === staffId)
export type Walk = ReturnType<typeof useDraft>
