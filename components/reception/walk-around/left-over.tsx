'use client'

import { useCallback, useEffect, useState } from 'react'
import { useMessages } from '@/components/shell/locale'
import { forgetVisit } from '@/components/reception/offline/kept-pages'
import { sendAll } from '@/components/reception/offline/sender'
import { listen, readVisit, write } from '@/components/reception/offline/store'
import { Button } from '@/components/ui/button'
import { Card, Facts } from '@/components/ui/card'
import { reception } from '@/lib/i18n/reception'
import type { Waiting } from '@/lib/reception/waiting-changes'
import { useSaid } from './use-said'

/** The walk-around is over: this device forgets it, except for what was written here and could not be taken, which is shown. */
export function LeftOver({ visitId, staffId }: { visitId: string; staffId: string }) {
  const t = useMessages(reception).offline
  const { label, said } = useSaid()
  const [left, setLeft] = useState<Waiting[]>([])
  const load = useCallback(async () => {
    const { waiting } = await readVisit(visitId, staffId)
    setLeft(waiting.filter(({ state }) => state === 'refused' || state === 'conflict'))
  }, [visitId, staffId])
  useEffect(() => {
    const stop = listen(() => void load())
    sendAll(staffId)
      .then(() => forgetVisit(visitId))
      .then(load)
      .catch(() => undefined)
    return stop
  }, [load, visitId, staffId])
  if (left.length === 0) return null
  const discard = async () => {
    await write(visitId, () => ({ put: [], drop: left.map(({ seq }) => seq), add: [] }))
    await forgetVisit(visitId)
  }
  const facts = left.flatMap((one) =>
    Object.entries(one.change)
      .filter(
        ([field]) => !['markId', 'isNew', 'fileId', 'x', 'y', 'photoFileId', 'of', 'video'].includes(field),
      )
      .map(([field, value]) => ({ term: label(one, [field]), value: said([field], value) })),
  )
  return (
    <Card className="mb-4 grid gap-3" role="alert">
      <h2 className="font-title text-lg font-semibold">{t.left}</h2>
      <p className="text-muted">{t.leftLead}</p>
      <Facts facts={facts} />
      <Button className="min-h-12 justify-self-start" onClick={() => void discard()}>
        {t.discard}
      </Button>
    </Card>
  )
}
