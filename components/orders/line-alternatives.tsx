'use client'

import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { Submit } from '@/components/ui/submit'
import { estimate } from '@/lib/i18n/estimate'
import { MAX_ALTERNATIVES } from '@/lib/orders/choices'
import { nameIn, titleIn, type LineView } from '@/lib/orders/views'
import type { PackageChoice } from './add-line'
import { OperationFinder, type Operation } from './operation-finder'
import { Refused } from './refused'
import { usePost } from './use-post'

type Props = {
  line: LineView
  lines: LineView[]
  packages: PackageChoice[]
  operations: Operation[]
  add: FormAction
  choose: FormAction
}

/** Good, better, best: what the customer may have instead of this line, and which one counts. */
export function LineAlternatives({ line, lines, packages, operations, add, choose }: Props) {
  const t = useMessages(estimate).choices
  const locale = useLocale()
  const format = useFormat()
  const choosing = usePost(choose)
  const adding = usePost(add)
  const { orderId, id } = line
  const offered = line.choiceId
    ? lines
        .filter((one) => one.choiceId === line.choiceId && one.status === 'proposed')
        .sort((a, b) => a.totalFen - b.totalFen)
    : []
  return (
    <div>
      <p className="text-muted mb-2 text-sm">{t.lead}</p>
      <Refused state={choosing.state.refused ? choosing.state : adding.state} />
      {offered.length > 0 && (
        <ul className="mb-3 grid gap-2">
          {offered.map((one) => (
            <li key={one.id} className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1">
              {one.rank && <Badge tone={one.chosen ? 'celadon' : 'neutral'}>{t.ranks[one.rank]}</Badge>}
              <span className="min-w-0 flex-1 basis-40">
                {titleIn(locale, one)}
                {one.parts.length > 0 && (
                  <span className="text-muted block text-sm">
                    {format.list(one.parts.map((part) => nameIn(locale, part)))}
                  </span>
                )}
              </span>
              <span className="tabular">{format.money(one.totalFen)}</span>
              {one.chosen ? (
                <Badge tone="pine">{t.chosen}</Badge>
              ) : (
                <Button
                  size="small"
                  disabled={choosing.pending}
                  aria-label={t.choose({ title: titleIn(locale, one) })}
                  onClick={() => choosing.post({ jobId: one.id })}
                >
                  {t.take}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {offered.length < MAX_ALTERNATIVES && (
        <div className="grid gap-3">
          <ActionForm action={add} className="flex-row! flex-wrap items-end gap-2!">
            <input type="hidden" name="orderId" value={orderId} />
            <input type="hidden" name="alternativeTo" value={id} />
            <Field label={t.offerPackage} name="packageId" className="min-w-0 flex-1">
              <Select
                placeholder={t.pickPackage}
                options={packages
                  .filter((one) => one.id !== line.packageId)
                  .map((one) => ({
                    value: one.id,
                    label: `${nameIn(locale, one)} ${format.money(one.priceFen, { cents: false })}`,
                  }))}
              />
            </Field>
            <Submit variant="secondary">{t.add}</Submit>
          </ActionForm>
          <OperationFinder
            label={t.offerOperation}
            operations={operations}
            onPick={(operationId) => adding.post({ orderId, alternativeTo: id, operationId })}
          />
        </div>
      )}
    </div>
  )
}
