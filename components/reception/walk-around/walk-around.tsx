'use client'

import { PenLine } from 'lucide-react'
import { useEffect, useEffectEvent, useState } from 'react'
import { useFormat, useMessages } from '@/components/shell/locale'
import type { Mark } from '@/components/reception/car/mark'
import type { FormAction } from '@/components/ui/action-form'
import { Button } from '@/components/ui/button'
import { reception } from '@/lib/i18n/reception'
import type { NextService } from '@/lib/reception/next-service'
import type { WheelsOfVisit } from '@/lib/reception/wear'
import type { WearLimits } from '@/lib/reception/wheels'
import { missingBeforeSigning, type Required } from '@/lib/reception/walk-around'
import { Damage } from './damage'
import { Gauges } from './gauges'
import { NineItems } from './nine-items'
import { Papers } from './papers'
import { Part } from './part'
import { SignDialog } from './sign-dialog'
import { Tester } from './tester'
import { useDraft, type Draft } from './use-draft'
import { Valuables } from './valuables'
import { Wheels } from './wheels'
import { Words } from './words'

type Props = {
  visitId: string
  start: Draft
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
  actions: { save: FormAction; keepMark: FormAction; dropMark: FormAction; sign: FormAction }
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
  start,
  told,
  kit,
  kitPieces,
  marks,
  bodyKind,
  last,
  wear,
  next,
  signer,
  inspector,
  actions,
}: Props) {
  const t = useMessages(reception)
  const { draft, change, adopt, flush, saving, savedAt, refused } = useDraft(
    visitId,
    told ? { ...start, faultInquiry: told } : start,
    actions.save,
  )
  const takeOver = useEffectEvent(() => told && change('words', { faultInquiry: told }))
  useEffect(() => void takeOver(), [])
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
    state: refused[id as keyof typeof refused],
  })
  const kept = (isNew: boolean) => {
    const others = draft.items.filter(({ kind }) => kind !== 'exterior')
    const before = draft.items.find(({ kind }) => kind === 'exterior')
    adopt({
      items: [...others, { kind: 'exterior', state: 'notOk', note: before?.note ?? '' }],
      ...(isNew ? { damageShown: false } : {}),
    })
  }
  return (
    <div className="grid gap-4">
      <Part {...part('damage')}>
        <Damage
          visitId={visitId}
          bodyKind={bodyKind}
          marks={marks}
          draft={draft}
          change={change}
          keep={actions.keepMark}
          drop={actions.dropMark}
          onKept={kept}
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
          <Part {...part('wheels')}>
            <Wheels draft={draft} change={change} {...wear} />
          </Part>
        </div>
        <div className="grid gap-4">
          <Part {...part('words')}>
            <Words draft={draft} change={change} next={next} />
          </Part>
          <Part {...part('valuables')}>
            <Valuables draft={draft} change={change} />
          </Part>
          <Part {...part('papers')}>
            <Papers draft={draft} change={change} />
          </Part>
          <Part {...part('tester')}>
            <Tester draft={draft} change={change} />
          </Part>
        </div>
      </div>
      <SignBar
        missing={missing}
        saving={saving}
        savedAt={savedAt}
        onRetry={() => void flush()}
        onSign={async () => {
          if (await flush()) setSigning(true)
        }}
      />
      <SignDialog
        visitId={visitId}
        open={signing}
        onClose={() => setSigning(false)}
        action={actions.sign}
        draft={draft}
        marks={marks}
        signer={signer}
        inspector={inspector}
      />
    </div>
  )
}

type BarProps = {
  missing: Required[]
  saving: ReturnType<typeof useDraft>['saving']
  savedAt: number | null
  onRetry: () => void
  onSign: () => void
}

function SignBar({ missing, saving, savedAt, onRetry, onSign }: BarProps) {
  const t = useMessages(reception)
  const format = useFormat()
  const words = {
    clean: '',
    unsaved: t.unsaved,
    saving: t.saving,
    saved: savedAt ? t.saved({ time: format.time(savedAt) }) : '',
    failed: t.saveFailed,
  }[saving]
  return (
    <div className="border-line bg-surface shadow-float rounded-card tablet:bottom-3 sticky bottom-16 z-20 flex flex-wrap items-center gap-x-4 gap-y-2 border px-4 py-3">
      <div className="min-w-0 flex-1 basis-60">
        <p className={missing.length ? 'text-amber-ink font-medium' : 'text-pine-ink font-medium'}>
          {missing.length ? t.missing({ count: missing.length }) : t.complete}
          <span role="status" className="text-muted tabular ml-3 text-sm font-normal">
            {words}
          </span>
        </p>
        {missing.length > 0 && (
          <p className="text-muted line-clamp-2 text-sm">
            {format.list(missing.map((key) => t.required[key] ?? key))}
          </p>
        )}
      </div>
      {saving === 'failed' && (
        <Button size="large" onClick={onRetry}>
          {t.tryAgain}
        </Button>
      )}
      <Button
        variant="primary"
        size="large"
        icon={<PenLine aria-hidden className="size-5" />}
        disabled={missing.length > 0}
        onClick={onSign}
      >
        {t.sign.open}
      </Button>
    </div>
  )
}
