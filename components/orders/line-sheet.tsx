'use client'

import { Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Section } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/checkbox'
import { Sheet } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import { DigitsInput, Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { Submit } from '@/components/ui/submit'
import { common } from '@/lib/i18n/common'
import { estimate } from '@/lib/i18n/estimate'
import { orders } from '@/lib/i18n/orders'
import { PAYERS } from '@/lib/orders/totals'
import { nameIn, titleIn, type LineView } from '@/lib/orders/views'
import type { PackageChoice } from './add-line'
import { AskDiscount } from './discount-requests'
import { LineAlternatives } from './line-alternatives'
import { LineShares } from './line-shares'
import type { Operation } from './operation-finder'
import { SetAside } from './set-aside'
import { PartFinder, type SearchParts } from './part-finder'
import { Refused } from './refused'
import { usePost } from './use-post'

export type Person = { id: string; name: string; nameEn: string }
export type LineActions = {
  change: FormAction
  discount: FormAction
  askDiscount: FormAction
  addPart: FormAction
  changePart: FormAction
  removePart: FormAction
  share: FormAction
  dropShare: FormAction
  add: FormAction
  choose: FormAction
  setAside: FormAction
}

type Props = {
  line: LineView
  lines: LineView[]
  packages: PackageChoice[]
  operations: Operation[]
  technicians: Person[]
  actions: LineActions
  searchParts: SearchParts
  discountLimit: number
  onClose: () => void
}

/** One line in detail: its parts, who pays, who does it, its discount. */
export function LineSheet(props: Props) {
  const { line, technicians, actions, searchParts, discountLimit, onClose } = props
  const t = useMessages(orders)
  const e = useMessages(estimate)
  const suggestion = e.suggested
  const words = useMessages(common)
  const locale = useLocale()
  const format = useFormat()
  const own = !line.packageId && !line.operationId
  return (
    <Sheet open onClose={onClose} title={titleIn(locale, line)} lead={format.money(line.totalFen)}>
      <div className="grid gap-6">
        <Parts line={line} actions={actions} searchParts={searchParts} />
        <ActionForm action={actions.change} okMessage={words.saved} onOk={onClose}>
          <input type="hidden" name="jobId" value={line.id} />
          {own && (
            <>
              <Field label={t.lines.titleField} name="title">
                <Input defaultValue={line.title} maxLength={120} />
              </Field>
              <div className="grid grid-cols-2 gap-3">
                <Field label={t.lines.minutes} name="minutes">
                  <DigitsInput defaultValue={line.minutes} />
                </Field>
                <Field
                  label={line.priceAfterInspection ? e.inspection.priceNow : t.lines.labourYuan}
                  name="labourFen"
                  optional={line.priceAfterInspection}
                >
                  <Input
                    inputMode="decimal"
                    defaultValue={line.priceAfterInspection ? '' : line.labourFen / 100}
                  />
                </Field>
              </div>
            </>
          )}
          <Field label={t.lines.payer} name="payer">
            <Select
              defaultValue={line.payer}
              options={PAYERS.map((payer) => ({ value: payer, label: t.payers[payer] }))}
            />
          </Field>
          <Field label={e.shares.reason} hint={e.shares.reasonHint} name="payerReason" optional>
            <Input maxLength={300} />
          </Field>
          <Field label={t.lines.requestedTechnician} name="requestedTechnicianId">
            <Select
              defaultValue={line.requestedTechnicianId ?? ''}
              placeholder={t.lines.anyTechnician}
              options={technicians.map((person) => ({ value: person.id, label: nameIn(locale, person) }))}
            />
          </Field>
          <Field label={t.lines.reason} name="reason" optional>
            <Input defaultValue={line.reason} maxLength={300} />
          </Field>
          <Field label={suggestion.whatIfNot} name="whatIfNot" optional>
            <Input defaultValue={line.whatIfNot} maxLength={300} />
          </Field>
          <Checkbox
            name="suggested"
            label={suggestion.field}
            hint={suggestion.hint}
            defaultChecked={line.suggested}
          />
          <input type="hidden" name="suggestedShown" value="1" />
          <div>
            <Submit>{words.save}</Submit>
          </div>
        </ActionForm>
        <div className="divide-line border-line divide-y border-y">
          <Fold title={t.lines.discountTitle} open={line.labourDiscountFen > 0}>
            <DiscountForm line={line} action={actions.discount} limit={discountLimit} />
            {discountLimit < 10_000 && (
              <div>
                <AskDiscount orderId={line.orderId} jobId={line.id} action={actions.askDiscount} />
              </div>
            )}
          </Fold>
          <Fold title={e.choices.title} open={line.choiceId !== null}>
            <LineAlternatives
              line={line}
              lines={props.lines}
              packages={props.packages}
              operations={props.operations}
              add={actions.add}
              choose={actions.choose}
            />
          </Fold>
          <Fold title={e.shares.title} open={line.shares.length > 0}>
            <LineShares line={line} share={actions.share} drop={actions.dropShare} />
          </Fold>
        </div>
        <div>
          <SetAside jobId={line.id} title={titleIn(locale, line)} action={actions.setAside} />
        </div>
      </div>
    </Sheet>
  )
}

/** What is wanted for few lines: folded until it is asked for or used. */
function Fold({ title, open, children }: { title: string; open: boolean; children: ReactNode }) {
  return (
    <details open={open}>
      <summary className="fold flex min-h-12 cursor-pointer items-center font-medium">{title}</summary>
      <div className="grid gap-4 pt-1 pb-4">{children}</div>
    </details>
  )
}

function Parts({ line, actions, searchParts }: Pick<Props, 'line' | 'actions' | 'searchParts'>) {
  const t = useMessages(orders)
  const locale = useLocale()
  const adding = usePost(actions.addPart)
  const removing = usePost(actions.removePart)
  return (
    <Section title={t.adding.part}>
      <Refused state={adding.state.refused ? adding.state : removing.state} />
      <ul className="mb-3 grid gap-2">
        {line.parts.map((part) => (
          <li key={part.id} className="flex items-end gap-2">
            <ActionForm
              action={actions.changePart}
              className="min-w-0 flex-1 flex-row! flex-wrap items-end gap-2!"
            >
              <input type="hidden" name="jobPartId" value={part.id} />
              <Field label={nameIn(locale, part)} name="quantityMilli" className="flex-1">
                <Input
                  key={part.quantityMilli}
                  inputMode="decimal"
                  defaultValue={part.quantityMilli / 1000}
                  aria-label={t.lines.quantityOf({ name: nameIn(locale, part) })}
                />
              </Field>
              <Submit variant="secondary">{t.lines.saveQuantity}</Submit>
            </ActionForm>
            <IconButton
              label={t.lines.removePart({ name: nameIn(locale, part) })}
              icon={<Trash2 aria-hidden className="size-4" />}
              onClick={() => removing.post({ jobPartId: part.id })}
            />
          </li>
        ))}
      </ul>
      <PartFinder search={searchParts} onPick={({ id }) => adding.post({ jobId: line.id, partId: id })} />
    </Section>
  )
}

type DiscountProps = { orderId?: string; line?: LineView; action: FormAction; limit: number }

/** The labour discount of one line, or of all lines of the order. */
export function DiscountForm({ orderId, line, action, limit }: DiscountProps) {
  const t = useMessages(orders).lines
  const e = useMessages(estimate).discounts
  const format = useFormat()
  const off = line && line.labourFen ? Math.round((line.labourDiscountFen * 1000) / line.labourFen) / 10 : 0
  return (
    <ActionForm action={action}>
      <input type="hidden" name="orderId" value={orderId ?? line?.orderId ?? ''} />
      {line && <input type="hidden" name="jobId" value={line.id} />}
      <Field label={t.discountPercent} name="offBp" hint={e.limitHint({ percent: format.percent(limit) })}>
        <Input inputMode="decimal" defaultValue={off} />
      </Field>
      <div>
        <Submit variant="secondary">{t.discountButton}</Submit>
      </div>
    </ActionForm>
  )
}
