'use client'

import { useState } from 'react'
import { useMessages } from '@/components/shell/locale'
import type { Mark } from '@/components/reception/car/mark'
import type { FormAction } from '@/components/ui/action-form'
import { Notice } from '@/components/ui/notice'
import { reception } from '@/lib/i18n/reception'
import type { NextService } from '@/lib/reception/next-service'
import type { WheelsOfVisit } from '@/lib/reception/wear'
import type { WearLimits } from '@/lib/reception/wheels'
import { forgetVisit } from '@/components/reception/offline/kept-pages'
import { missingBeforeSigning, type Required } from '@/lib/reception/walk-around'
import type { Waiting } from '@/lib/reception/waiting-changes'
import { AddFaultFiles } from './add-fault-files'
import { Damage } from './damage'
import { Gauges } from './gauges'
import { NineItems } from './nine-items'
import { Papers } from './papers'
import { Part } from './part'
import { SignDialog } from './sign-dialog'
import { Tester } from './tester'
import { Disputes } from './disputes'
import type { Draft } from './draft'
import { SignBar } from './sign-bar'
import { useDraft } from './use-draft'
import { Valuables } from './valuables'
import { Wheels } from './wheels'
import { Words } from './words'

type Props = {
  visitId: string
  /** Who walks around: what this device keeps belongs to one person. */
  staffId: string
  start: Draft
  version: number
  /** What was told about a fault when booking, while the record says nothing about it: taken over, so that nobody asks again. */
  told?: Draft['faultInquiry']
  kit: readonly string[]
  kitPieces: readonly string[]
  marks: Mark[]
  bodyKind: string
  last: { km: number; at: Date } | null
  wear: { earlier: readonly WheelsOfVisit[]; limits: WearLimits; today: string }
  next: NextService | null
  signer: string
  inspector: string
  sign: FormAction
}

const IN_PART: Record<string, readonly Required[]> = {
  gauges: ['odometerKm', 'fuelEighths'],
  damage: ['damageShown'],
  items: [
    'exterior',
    'interior',
    'odometer',
    'fuel',
    'onboardTools',
    'audioSystem',
    'lights',
    'cigaretteLighter',
    'addedTrim',
    'extraItems',
  ],
  valuables: ['valuablesReminded'],
  words: ['customerStatement', 'freeWash'],
  papers: [],
  wheels: [],
  tester: [],
}

/** The walk-around on a tablet: every part saves itself; the bar below says what is missing and lets the customer sign. */
export function WalkAround({
  visitId,
  staffId,
  start,
  version,
  told,
  kit,
  kitPieces,
  marks: before,
  bodyKind,
  last,
  wear,
  next,
  signer,
  inspector,
  sign,
}: Props) {
  const t = useMessages(reception)
  const walk = useDraft({ visitId, staffId, start, version, marks: before, told })
  const { draft, change, marks, waiting, urls } = walk
  const [signing, setSigning] = useState(false)
  const missing = missingBeforeSigning(
    {
      ...draft,
      kitPieces,
      marks: marks.length,
      damageShownAt: draft.damageShown ? new Date(0) : null,
      valuablesRemindedAt: draft.valuablesReminded ? new Date(0) : null,
    },
    kit,
  )
  const part = (id: keyof typeof IN_PART) => ({
    id,
    title: t.sections[id as keyof typeof t.sections],
    missing: missing.filter((key) => IN_PART[id]?.includes(key)).length,
    state: refusedOf(waiting, id),
  })
  return (
    <div className="grid gap-4">
      {walk.broken && (
        <Notice kind="danger" announce>
          {t.offline.broken}
        </Notice>
      )}
      <a
        href="#signing"
        className="rounded-control bg-celadon text-on-celadon sr-only z-30 w-fit px-4 py-2 focus:not-sr-only"
      >
        {t.sign.skip}
      </a>
      <Disputes waiting={waiting} choose={walk.choose} discard={walk.discard} />
      <Part {...part('damage')}>
        <Damage
          bodyKind={bodyKind}
          marks={marks}
          urls={urls}
          draft={draft}
          change={change}
          add={walk.add}
          addPhoto={walk.addPhoto}
        />
      </Part>
      <div className="grid items-start gap-4 min-[60rem]:grid-cols-2">
        <div className="grid gap-4">
          <Part {...part('gauges')}>
            <Gauges draft={draft} change={change} last={last} />
          </Part>
          <Part {...part('items')}>
            <NineItems draft={draft} change={change} />
          </Part>
          <Part {...part('tester')}>
            <Tester draft={draft} change={change} />
          </Part>
        </div>
        <div className="grid gap-4">
          <Part {...part('words')}>
            <Words draft={draft} change={change} next={next} media={<AddFaultFiles walk={walk} />} />
          </Part>
          <Part {...part('valuables')}>
            <Valuables draft={draft} change={change} />
          </Part>
          <Part {...part('papers')}>
            <Papers draft={draft} change={change} />
          </Part>
        </div>
      </div>
      <Part {...part('wheels')}>
        <Wheels draft={draft} change={change} {...wear} />
      </Part>
      <SignBar
        walk={walk}
        missing={missing}
        onSign={async () => {
          if (await walk.flush()) setSigning(true)
        }}
      />
      <SignDialog
        visitId={visitId}
        open={signing}
        onClose={() => setSigning(false)}
        onSigned={() => void forgetVisit(visitId).catch(() => undefined)}
        action={sign}
        draft={draft}
        marks={marks}
        urls={urls}
        signer={signer}
        inspector={inspector}
      />
    </div>
  )
}

/** What the server did not take of a part. */
const refusedOf = (waiting: readonly Waiting[], part: string) =>
  waiting.find((one) => one.part === part && one.kind === 'save' && one.state === 'refused')
