'use client'

import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { ActionForm } from '@/components/ui/action-form'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Sheet } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import { DateTimeInput, DigitsInput, Input } from '@/components/ui/input'
import { Submit } from '@/components/ui/submit'
import { Textarea } from '@/components/ui/textarea'
import { approvals } from '@/lib/i18n/approvals'
import { orders } from '@/lib/i18n/orders'
import { typedFen } from '@/lib/orders/typed'
import { nameIn, titleIn } from '@/lib/orders/views'
import { OperationFinder } from './operation-finder'
import { PartFinder } from './part-finder'
import type { RequestProps } from './request-card'
import { RequestShares, sharePosted, shareTyped, unshared, type TypedShare } from './request-shares'

type Part = { partId?: string; name: string; quantityMilli: number; unitPriceFen?: number }
type Line = {
  key: number
  packageId?: string
  operationId?: string
  title: string
  minutes?: string
  labour?: string
  parts: Part[]
  share: TypedShare
}

/** The adviser turns a finding into lines with labour, parts and the new time, with the four answers the customer reads (S3-17). */
export function PriceRequest(props: RequestProps & { onClose: () => void }) {
  const { request, promiseLocal, packages, operations, searchParts, actions, onClose } = props
  const t = useMessages(orders)
  const a = useMessages(approvals)
  const locale = useLocale()
  const format = useFormat()
  const [lines, setLines] = useState<Line[]>(() =>
    request.lines.map((line, key) => ({
      key,
      packageId: line.packageId ?? undefined,
      operationId: line.operationId ?? undefined,
      title: titleIn(locale, line),
      share: shareTyped(line.payer, line.givenShares),
      ...(line.packageId || line.operationId
        ? {}
        : { minutes: String(line.minutes), labour: String(line.labourFen / 100) }),
      parts: line.packageId
        ? []
        : line.parts.map((part, i) => ({
            partId: line.partIds[i] ?? undefined,
            name: nameIn(locale, part),
            quantityMilli: part.quantityMilli,
            unitPriceFen: part.unitPriceFen,
          })),
    })),
  )
  const addLine = (line: Omit<Line, 'key' | 'parts' | 'share'>) =>
    setLines((old) => [...old, { key: (old.at(-1)?.key ?? 0) + 1, parts: [], share: unshared, ...line }])
  const change = (key: number, over: Partial<Line>) =>
    setLines((old) => old.map((line) => (line.key === key ? { ...line, ...over } : line)))
  const posted = lines.map(({ packageId, operationId, title, minutes, labour, parts, share }) => ({
    ...sharePosted(share),
    ...(packageId
      ? { packageId }
      : operationId
        ? { operationId }
        : { title, minutes: Number(minutes || 0), labourFen: typedFen(labour) }),
    parts: parts.map(({ partId, name, quantityMilli, unitPriceFen }) =>
      partId ? { partId, quantityMilli } : { name, quantityMilli, unitPriceFen },
    ),
  }))
  return (
    <Sheet open wide onClose={onClose} title={t.requests.priceTitle} lead={t.requests.priceLead}>
      <ActionForm action={actions.price} onOk={onClose}>
        <input type="hidden" name="additionalWorkId" value={request.id} />
        <input type="hidden" name="lines" value={JSON.stringify(posted)} />
        {(['what', 'why', 'whatIfNot', 'how'] as const).map((name) => (
          <Field key={name} label={t.requests[name]} name={name} required>
            <Textarea rows={2} defaultValue={request[name]} maxLength={name === 'what' ? 300 : 500} />
          </Field>
        ))}
        <fieldset className="grid gap-3">
          <legend className="font-title mb-2 text-lg font-semibold">{t.requests.linesTitle}</legend>
          {lines.map((line) => (
            <div key={line.key} className="rounded-card border-line grid gap-2 border p-3">
              <div className="flex items-center gap-2">
                {line.packageId || line.operationId ? (
                  <span className="min-w-0 flex-1 font-medium">{line.title}</span>
                ) : (
                  <Input
                    aria-label={t.adding.title}
                    value={line.title}
                    className="flex-1"
                    onChange={(event) => change(line.key, { title: event.target.value })}
                  />
                )}
                <IconButton
                  label={t.requests.lineRemove}
                  icon={<Trash2 aria-hidden className="size-4" />}
                  onClick={() => setLines((old) => old.filter(({ key }) => key !== line.key))}
                />
              </div>
              {!line.packageId && !line.operationId && (
                <div className="grid grid-cols-2 gap-2">
                  <DigitsInput
                    aria-label={t.adding.minutes}
                    placeholder={t.adding.minutes}
                    value={line.minutes ?? ''}
                    onChange={(event) => change(line.key, { minutes: event.target.value })}
                  />
                  <Input
                    inputMode="decimal"
                    aria-label={t.adding.labourYuan}
                    placeholder={t.adding.labourYuan}
                    value={line.labour ?? ''}
                    onChange={(event) => change(line.key, { labour: event.target.value })}
                  />
                </div>
              )}
              {line.parts.map((part, index) => (
                <div key={`${part.partId ?? part.name}-${index}`} className="flex items-center gap-2">
                  <span className="min-w-0 flex-1">
                    {part.name}
                    {part.unitPriceFen !== undefined && (
                      <span className="text-muted tabular ml-2 text-sm">
                        {format.money(part.unitPriceFen)}
                      </span>
                    )}
                  </span>
                  <Input
                    inputMode="decimal"
                    aria-label={t.lines.quantityOf({ name: part.name })}
                    className="w-20"
                    defaultValue={part.quantityMilli / 1000}
                    onChange={(event) => {
                      const quantityMilli = Math.round(Number(event.target.value) * 1000) || 0
                      change(line.key, {
                        parts: line.parts.map((one, i) => (i === index ? { ...one, quantityMilli } : one)),
                      })
                    }}
                  />
                  <IconButton
                    label={t.lines.removePart({ name: part.name })}
                    icon={<Trash2 aria-hidden className="size-4" />}
                    onClick={() => change(line.key, { parts: line.parts.filter((_, i) => i !== index) })}
                  />
                </div>
              ))}
              {!line.packageId && (
                <PartFinder
                  search={searchParts}
                  onPick={(part) =>
                    change(line.key, {
                      parts: [
                        ...line.parts,
                        {
                          partId: part.id,
                          name: nameIn(locale, part),
                          quantityMilli: 1000,
                          unitPriceFen: part.priceFen ?? undefined,
                        },
                      ],
                    })
                  }
                />
              )}
              <RequestShares
                value={line.share}
                onChange={(over) => change(line.key, { share: { ...line.share, ...over } })}
              />
            </div>
          ))}
          <div className="flex flex-wrap gap-2">
            {packages.map((one) => (
              <Button
                key={one.id}
                size="small"
                onClick={() => addLine({ packageId: one.id, title: nameIn(locale, one) })}
              >
                {nameIn(locale, one)}
              </Button>
            ))}
            <Button size="small" onClick={() => addLine({ title: '' })}>
              {t.adding.words}
            </Button>
          </div>
          <OperationFinder
            operations={operations}
            onPick={(id) => {
              const found = operations.find((one) => one.id === id)
              if (found) addLine({ operationId: id, title: nameIn(locale, found) })
            }}
          />
        </fieldset>
        <Field label={t.requests.newPromise} name="newPromisedAt" required>
          <DateTimeInput defaultValue={promiseLocal} />
        </Field>
        <Checkbox
          name="safety"
          label={a.safety.mark}
          hint={a.safety.markHint}
          defaultChecked={request.safety || (!request.sentAt && !!request.finding?.urgent)}
        />
        <Submit size="large" block>
          {t.requests.saveLines}
        </Submit>
      </ActionForm>
    </Sheet>
  )
}
