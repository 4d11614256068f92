'use client'

import { useState } from 'react'
import { useFormat, useMessages } from '@/components/shell/locale'
import { MarksList } from '@/components/reception/car/marks-list'
import type { Mark } from '@/components/reception/car/mark'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Facts } from '@/components/ui/card'
import { Choices } from '@/components/ui/choices'
import { Dialog, DialogFooter } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { SignaturePad } from '@/components/ui/signature-pad'
import { Submit } from '@/components/ui/submit'
import { Notice } from '@/components/ui/notice'
import { reception } from '@/lib/i18n/reception'
import { shownText } from '@/lib/reception/shown'
import type { Draft } from './draft'

type Props = {
  visitId: string
  open: boolean
  onClose: () => void
  onSigned: () => void
  action: FormAction
  draft: Draft
  marks: Mark[]
  urls: Record<string, string>
  signer: string
  inspector: string
}

/** S2-42: the customer sees once more what was found, and signs on the glass. */
export function SignDialog({
  visitId,
  open,
  onClose,
  onSigned,
  action,
  draft,
  marks,
  urls,
  signer,
  inspector,
}: Props) {
  const t = useMessages(reception)
  const format = useFormat()
  const [signed, setSigned] = useState('')
  const shown = shownText({ ...draft, marks })
  const [first, setFirst] = useState({ open, shown })
  if (first.open !== open) setFirst({ open, shown })
  const defects = draft.items.filter(({ state }) => state === 'notOk')
  const stays = draft.valuables.map(
    ({ kind, quantity }) => `${t.valuableKinds[kind]}${quantity > 1 ? ` × ${quantity}` : ''}`,
  )
  const short = [
    { term: t.odometer, value: draft.odometerKm === null ? '' : format.km(draft.odometerKm) },
    { term: t.fuel, value: draft.fuelEighths === null ? '' : t.fuelEighths({ eighths: draft.fuelEighths }) },
    { term: t.freeWash, value: draft.freeWash ? t.freeWashAnswers.yes : t.freeWashAnswers.no },
    { term: t.sign.inspector, value: inspector },
  ]
  const facts = [
    {
      term: t.sections.items,
      value: defects.length
        ? defects.map(({ kind, note }) => `${t.items[kind]}: ${note || t.states.notOk}`).join('; ')
        : t.states.ok,
    },
    { term: t.valuables.stays, value: stays.length ? format.list(stays) : t.valuables.nothing },
    { term: t.statement, value: draft.customerStatement },
  ]
  return (
    <Dialog open={open} onClose={onClose} title={t.sign.title} lead={t.sign.lead} wide>
      <div className="grid gap-4">
        <div className="grid gap-1.5">
          <Facts facts={short} className="tablet:grid-cols-[auto_minmax(0,1fr)_auto_minmax(0,1fr)]!" />
          <Facts facts={facts} />
        </div>
        {marks.length > 0 ? (
          <MarksList marks={marks} urls={urls} />
        ) : (
          <p className="text-muted">{t.record.noDamage}</p>
        )}
        <p className="text-sm">{t.valuables.liability}</p>
        {shown !== first.shown && (
          <Notice kind="warning" announce>
            {t.sign.changed}
          </Notice>
        )}
        <ActionForm
          // What was signed before the change stood under other words.
          key={shown}
          action={action}
          onOk={() => {
            onSigned()
            onClose()
          }}
          okMessage={t.sign.signed}
        >
          <input type="hidden" name="visitId" value={visitId} />
          <input type="hidden" name="shown" value={shown} />
          <div className="tablet:grid-cols-2 grid gap-3">
            <Field label={t.sign.name} name="signerName" required>
              <Input defaultValue={signer} className="min-h-12" autoComplete="off" />
            </Field>
            <Choices
              legend={t.sign.role}
              name="signerRole"
              defaultValue="sender"
              className="[&_label]:min-h-12 [&_label]:whitespace-nowrap"
              choices={(['sender', 'owner'] as const).map((value) => ({ value, label: t.sign.roles[value] }))}
            />
          </div>
          <SignaturePad onChange={(done) => setSigned(done ? shown : '')} />
          <DialogFooter>
            <Submit size="large" block disabled={signed !== shown}>
              {t.sign.confirm}
            </Submit>
          </DialogFooter>
        </ActionForm>
      </div>
    </Dialog>
  )
}
