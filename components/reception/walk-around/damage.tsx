'use client'

import { MapPinPlus } from 'lucide-react'
import { useState } from 'react'
import { useMessages } from '@/components/shell/locale'
import { CarDrawing } from '@/components/reception/car/car-drawing'
import type { Mark } from '@/components/reception/car/mark'
import { MarkEditor, type Placed } from '@/components/reception/car/mark-editor'
import { MarksList } from '@/components/reception/car/marks-list'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { reception } from '@/lib/i18n/reception'
import { placeOf } from '@/lib/reception/drawing'
import type { Change, Draft } from './draft'
import type { Walk } from './use-draft'

type Props = {
  bodyKind: string
  marks: Mark[]
  urls: Record<string, string>
  draft: Draft
  change: Change
  add: Walk['add']
  addPhoto: Walk['addPhoto']
}

/** S2-25, S2-35: the drawing, the marks, and that they were pointed out. */
export function Damage({ bodyKind, marks, urls, draft, change, add, addPhoto }: Props) {
  const t = useMessages(reception)
  const [placed, setPlaced] = useState<Placed | null>(null)
  const open = (mark: Mark, no: number) => setPlaced({ view: mark.view, x: mark.x, y: mark.y, mark, no })
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="text-muted">{t.drawing.hint}</p>
        <Button
          className="min-h-12"
          icon={<MapPinPlus aria-hidden className="size-5" />}
          onClick={() => setPlaced({ view: 'left', ...placeOf('left', 1, 1), byWords: true })}
        >
          {t.drawing.add}
        </Button>
      </div>
      <CarDrawing
        bodyKind={bodyKind}
        marks={marks}
        onPlace={(view, x, y) => setPlaced({ view, x, y })}
        onOpen={open}
      />
      {marks.length === 0 ? (
        <p className="text-muted">{t.drawing.none}</p>
      ) : (
        <>
          <MarksList marks={marks} urls={urls} onOpen={open} />
          <Checkbox
            label={t.drawing.shown}
            checked={draft.damageShown}
            onChange={(event) => change('damage', { damageShown: event.target.checked })}
            className="[&_label]:min-h-12"
          />
        </>
      )}
      <MarkEditor placed={placed} urls={urls} add={add} addPhoto={addPhoto} onClose={() => setPlaced(null)} />
    </div>
  )
}
