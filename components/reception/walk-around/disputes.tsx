'use client'

import { useMessages } from '@/components/shell/locale'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { threeWay } from '@/lib/core/three-way'
import { faultFiles } from '@/lib/i18n/fault-files'
import { reception } from '@/lib/i18n/reception'
import type { Choice, Waiting } from '@/lib/reception/waiting-changes'
import { useSaid } from './use-said'

type Props = {
  waiting: readonly Waiting[]
  choose: (one: Waiting, choice: Choice) => Promise<void>
  discard: (one: Waiting) => Promise<void>
}

/** R42: what two people wrote at the same place, both shown; and what the server did not take. */
export function Disputes({ waiting, choose, discard }: Props) {
  const t = useMessages(reception)
  const disputed = waiting.filter(({ state }) => state === 'conflict')
  const media = useMessages(faultFiles)
  const nameOf = ({ kind, change }: Waiting) =>
    kind === 'dropFile' || change.of === 'fault'
      ? change.video === true
        ? media.video
        : media.photo
      : kind === 'photo'
        ? t.drawing.photo
        : t.offline.mark
  const turnedDown = waiting.filter(({ state, kind }) => state === 'refused' && kind !== 'save')
  if (disputed.length + turnedDown.length === 0) return null
  return (
    <div data-unsettled tabIndex={-1} className="grid scroll-mt-4 gap-4">
      {disputed.map((one) => (
        <Dispute key={one.seq} one={one} choose={(choice) => void choose(one, choice)} />
      ))}
      {turnedDown.map((one) => (
        <Notice key={one.seq} kind="danger" announce>
          <span className="flex flex-wrap items-center gap-3">
            {nameOf(one)}: {one.why ?? t.offline.notTaken}
            <Button className="min-h-12" onClick={() => void discard(one)}>
              {t.offline.discard}
            </Button>
          </span>
        </Notice>
      ))}
    </div>
  )
}

function Dispute({ one, choose }: { one: Waiting; choose: (choice: Choice) => void }) {
  const t = useMessages(reception).offline
  const { label, said } = useSaid()
  const theirs = one.theirs ?? {}
  const clashes = Object.keys(theirs).flatMap((field) =>
    threeWay(one.base[field], one.change[field], theirs[field]).clashes.map((clash) => ({
      ...clash,
      path: [field, ...clash.path],
    })),
  )
  const texts = clashes.every(
    ({ path, mine, theirs: other }) =>
      path.length === 1 && /Statement$|Confirmation$/.test(path[0] ?? '') && mine && other,
  )
  return (
    <Card className="border-amber! grid gap-3 border-2" role="alert">
      <h2 className="font-title text-lg font-semibold">{t.conflict}</h2>
      <p className="text-muted">{t.conflictLead}</p>
      {clashes.map(({ path, mine, theirs: other }) => (
        <div key={path.join()} className="grid gap-1">
          <p className="font-medium">{label(one, path)}</p>
          <dl className="tablet:grid-cols-2 grid gap-2">
            <div className="bg-sunk rounded-control p-3">
              <dt className="text-muted text-sm">{t.mine}</dt>
              <dd className="break-words whitespace-pre-line">{said(path, mine)}</dd>
            </div>
            <div className="bg-sunk rounded-control p-3">
              <dt className="text-muted text-sm">{t.theirs}</dt>
              <dd className="break-words whitespace-pre-line">{said(path, other)}</dd>
            </div>
          </dl>
        </div>
      ))}
      <div className="flex flex-wrap gap-2">
        <Button className="min-h-12" onClick={() => choose('mine')}>
          {t.takeMine}
        </Button>
        <Button className="min-h-12" onClick={() => choose('theirs')}>
          {t.takeTheirs}
        </Button>
        {texts && clashes.length > 0 && (
          <Button className="min-h-12" onClick={() => choose('both')}>
            {t.takeBoth}
          </Button>
        )}
      </div>
    </Card>
  )
}
