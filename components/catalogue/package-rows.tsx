'use client'

import { Plus, X } from 'lucide-react'
import { useId, useState } from 'react'
import { useLocale, useMessages } from '@/components/shell/locale'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { nameIn } from '@/lib/core/name-in'
import { catalogue } from '@/lib/i18n/catalogue'

export type Piece = { key: string; name: string; nameEn: string }

/** Rows of typed codes; each says the name it stands for. */
function useRows<Row>(first: Row[], blank: Row) {
  const [rows, setRows] = useState(first.length ? first : [blank])
  return {
    rows,
    add: () => setRows([...rows, blank]),
    remove: (at: number) => setRows(rows.filter((_, i) => i !== at)),
    change: (at: number, row: Row) => setRows(rows.map((one, i) => (i === at ? row : one))),
  }
}

function useNames(pieces: Piece[]) {
  const locale = useLocale()
  const names = new Map(pieces.map((piece) => [piece.key, nameIn(piece, locale)]))
  return (key: string) => names.get(key.trim()) ?? ''
}

export function OperationRows({ first, pieces }: { first: string[]; pieces: Piece[] }) {
  const t = useMessages(catalogue)
  const nameOf = useNames(pieces)
  const list = useId()
  const { rows, add, remove, change } = useRows(first, '')
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 text-sm font-medium">{t.operations}</legend>
      <Choices id={list} pieces={pieces} nameOf={nameOf} />
      {rows.map((code, i) => (
        <div key={i} className="flex items-center gap-2">
          <Field label={t.operationN({ n: i + 1 })} hideLabel className="w-32 shrink-0">
            <Input
              name="operationCodes[]"
              list={list}
              value={code}
              placeholder={t.code}
              maxLength={30}
              onChange={(event) => change(i, event.target.value)}
            />
          </Field>
          <span className="min-w-0 flex-1">{nameOf(code)}</span>
          {rows.length > 1 && (
            <IconButton
              label={t.removeRow({ name: code || t.operationN({ n: i + 1 }) })}
              icon={<X className="size-4" />}
              onClick={() => remove(i)}
            />
          )}
        </div>
      ))}
      <Button className="justify-self-start" icon={<Plus aria-hidden className="size-4" />} onClick={add}>
        {t.addRow}
      </Button>
    </fieldset>
  )
}

type PartRow = { no: string; quantity: string }

export function PartRows({
  first,
  pieces,
}: {
  first: { no: string; quantityMilli: number }[]
  pieces: Piece[]
}) {
  const t = useMessages(catalogue)
  const nameOf = useNames(pieces)
  const list = useId()
  const { rows, add, remove, change } = useRows<PartRow>(
    first.map(({ no, quantityMilli }) => ({ no, quantity: String(quantityMilli / 1000) })),
    { no: '', quantity: '1' },
  )
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 text-sm font-medium">{t.parts}</legend>
      <Choices id={list} pieces={pieces} nameOf={nameOf} />
      {rows.map((row, i) => (
        <div key={i} className="flex items-center gap-2">
          <Field label={t.partN({ n: i + 1 })} hideLabel className="w-32 shrink-0">
            <Input
              name="partNos[]"
              list={list}
              value={row.no}
              placeholder={t.partNo}
              maxLength={40}
              onChange={(event) => change(i, { ...row, no: event.target.value })}
            />
          </Field>
          <Field label={t.quantityN({ n: i + 1 })} hideLabel className="w-20 shrink-0">
            <Input
              name="partQuantities[]"
              inputMode="decimal"
              value={row.quantity}
              maxLength={9}
              onChange={(event) => change(i, { ...row, quantity: event.target.value })}
            />
          </Field>
          <span className="min-w-0 flex-1">{nameOf(row.no)}</span>
          <IconButton
            label={t.removeRow({ name: row.no || t.partN({ n: i + 1 }) })}
            icon={<X className="size-4" />}
            onClick={() => remove(i)}
          />
        </div>
      ))}
      <Button className="justify-self-start" icon={<Plus aria-hidden className="size-4" />} onClick={add}>
        {t.addPart}
      </Button>
    </fieldset>
  )
}

type ChoicesProps = { id: string; pieces: Piece[]; nameOf: (key: string) => string }

const Choices = ({ id, pieces, nameOf }: ChoicesProps) => (
  <datalist id={id}>
    {pieces.map(({ key }) => (
      <option key={key} value={key}>
        {nameOf(key)}
      </option>
    ))}
  </datalist>
)
