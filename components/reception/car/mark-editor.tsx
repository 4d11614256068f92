'use client'

import { CircleDashed, CircleHelp, Droplets, PaintRoller, PuzzleIcon, Slash, Zap } from 'lucide-react'
import { useState } from 'react'
import { useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Button } from '@/components/ui/button'
import { Choices } from '@/components/ui/choices'
import { DialogFooter, Sheet } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { Submit } from '@/components/ui/submit'
import { Textarea } from '@/components/ui/textarea'
import { reception } from '@/lib/i18n/reception'
import { placeOf } from '@/lib/reception/drawing'
import { BODY_VIEWS, DAMAGE_KINDS, type BodyView, type DamageKind } from '@/lib/reception/walk-around'
import { newId } from '@/components/reception/offline/new-id'
import type { Values } from '@/lib/reception/waiting-changes'
import type { Mark } from './mark'
import { MarkPhoto } from './mark-photo'

export type Placed = { view: BodyView; x: number; y: number; byWords?: boolean; mark?: Mark; no?: number }

type Props = {
  placed: Placed | null
  urls: Record<string, string>
  add: (kind: 'mark' | 'drop', change: Values, base?: Values) => Promise<void>
  addPhoto: (photo: Blob) => Promise<string>
  onClose: () => void
}

const ICONS: Record<DamageKind, typeof Slash> = {
  scratch: Slash, dent: CircleDashed, crack: Zap, paintLoss: PaintRoller, rust: Droplets, missing: PuzzleIcon, other: CircleHelp,
} // prettier-ignore

/** What the damage is: kind, severity, note and photo; and where, for people who do not tap. */
export function MarkEditor({ placed, onClose, ...props }: Props) {
  const t = useMessages(reception).drawing
  return (
    <Sheet open={!!placed} onClose={onClose} title={placed?.no ? t.changeMark({ no: placed.no }) : t.newMark}>
      {placed && (
        <Editor
          key={placed.mark?.id ?? `${placed.view}${placed.x}`}
          placed={placed}
          onClose={onClose}
          {...props}
        />
      )}
    </Sheet>
  )
}

function Editor({ placed, urls, add, addPhoto, onClose }: Props & { placed: Placed }) {
  const t = useMessages(reception)
  const [where, setWhere] = useState<{ view: BodyView; x: number; y: number }>(placed)
  const [kind, setKind] = useState<string>(placed.mark?.kind ?? 'scratch')
  const { mark } = placed
  /** On the device first; the server follows when it can be reached. */
  const keep: FormAction = async (_, form) => {
    const severity = Number(form.get('severity'))
    const photoFileId = String(form.get('photoFileId') || '') || undefined
    const { view, x, y } = where
    const drawn = { view, x, y, kind, severity, note: String(form.get('note') ?? ''), photoFileId }
    const change = { ...drawn, markId: mark?.id ?? newId(), isNew: !mark }
    await add('mark', change, mark ? baseOf(mark, change) : {})
    return { ok: true, at: Date.now() }
  }
  const tall = '[&_label]:min-h-12'
  return (
    <div className="grid gap-6">
      <ActionForm action={keep} onOk={onClose}>
        {placed.byWords && <Words onChange={setWhere} />}
        <Choices
          look="cards"
          className={`${tall} [&>div]:grid-cols-2`}
          legend={t.drawing.kind}
          name="kind"
          value={kind}
          onChange={setKind}
          choices={DAMAGE_KINDS.map((value) => {
            const Icon = ICONS[value]
            return {
              value,
              label: (
                <span className="flex items-center gap-2">
                  <Icon aria-hidden className="size-5 shrink-0" />
                  {t.damageKinds[value]}
                </span>
              ),
            }
          })}
        />
        <Choices
          className={`${tall} [&>div]:flex`}
          legend={t.drawing.severity}
          name="severity"
          defaultValue={String(mark?.severity ?? 1)}
          choices={[1, 2, 3].map((value) => ({ value: String(value), label: t.severities[value] }))}
        />
        <MarkPhoto fileId={mark?.photoFileId ?? null} urls={urls} add={addPhoto} no={placed.no} />
        <Field label={t.drawing.note} name="note" optional>
          <Textarea rows={2} defaultValue={mark?.note} />
        </Field>
        <DialogFooter>
          <Submit size="large" block>
            {t.drawing.save}
          </Submit>
        </DialogFooter>
      </ActionForm>
      {mark && (
        <Button
          size="large"
          block
          onClick={() => {
            void add('drop', { markId: mark.id })
            onClose()
          }}
        >
          {t.drawing.remove}
        </Button>
      )}
    </div>
  )
}

/** What the mark was before, of what is changed of it. */
const baseOf = (mark: Mark, change: Values): Values =>
  Object.fromEntries(Object.entries(mark).filter(([key]) => change[key] !== undefined))

/** The place said in words instead of tapped. */
function Words({ onChange }: { onChange: (where: { view: BodyView; x: number; y: number }) => void }) {
  const t = useMessages(reception)
  const [view, setView] = useState<BodyView>('left')
  const [along, setAlong] = useState<0 | 1 | 2>(1)
  const [height, setHeight] = useState<0 | 1 | 2>(1)
  const choose = (v: BodyView, a: 0 | 1 | 2, h: 0 | 1 | 2) => {
    setView(v)
    setAlong(a)
    setHeight(h)
    onChange({ view: v, ...placeOf(v, a, h) })
  }
  const across = view === 'front' || view === 'rear'
  const thirds = (words: string[]) => words.map((label, value) => ({ value: String(value), label }))
  const third = (value: string) => Number(value) as 0 | 1 | 2
  return (
    <>
      <Field label={t.drawing.where} name="view">
        <Select
          value={view}
          onChange={(event) => choose(event.target.value as BodyView, along, height)}
          options={BODY_VIEWS.map((value) => ({ value, label: t.views[value] ?? value }))}
        />
      </Field>
      <Choices
        legend={t.drawing.along}
        name="along"
        value={String(along)}
        onChange={(value) => choose(view, third(value), height)}
        choices={thirds(across ? t.drawing.alongsAcross : t.drawing.alongs)}
      />
      <Choices
        legend={t.drawing.height}
        name="height"
        value={String(height)}
        onChange={(value) => choose(view, along, third(value))}
        choices={thirds(view === 'top' ? t.drawing.heightsTop : t.drawing.heights)}
      />
    </>
  )
}
