'use client'

import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { useLocale, useMessages } from '@/components/shell/locale'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { common } from '@/lib/i18n/common'
import { condition } from '@/lib/i18n/condition'
import { fieldErrorText } from '@/lib/i18n/fields'
import { faultCodeFrom } from '@/lib/reception/wheels'
import type { Change, Draft } from './draft'

type Props = { draft: Draft; change: Change }

/** S2-38, S2-64: the history seen with the customer; trouble codes and values of sensors as the tester shows them. */
export function Tester({ draft, change }: Props) {
  const t = useMessages(condition)
  return (
    <div className="grid gap-4">
      <Checkbox
        label={t.historySeen}
        checked={draft.historySeen}
        onChange={(event) => change('tester', { historySeen: event.target.checked })}
        className="[&_label]:min-h-12"
      />
      <p className="text-muted">{t.testerLead}</p>
      <Codes draft={draft} change={change} />
      <Sensors draft={draft} change={change} />
    </div>
  )
}

function Codes({ draft: { faultCodes }, change }: Props) {
  const t = useMessages(condition)
  const words = useMessages(common)
  const locale = useLocale()
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState('')
  const add = () => {
    const code = faultCodeFrom(text)
    if (!code) return setWrong(fieldErrorText('fault-code', locale))
    setWrong('')
    setText('')
    if (!faultCodes.includes(code)) change('tester', { faultCodes: [...faultCodes, code] })
  }
  return (
    <div className="grid gap-2">
      <Field label={t.code} name="faultCode" hint={t.codeHint} error={wrong || undefined}>
        <span className="flex gap-2">
          <Input
            value={text}
            autoCapitalize="characters"
            autoComplete="off"
            maxLength={10}
            className="min-h-12"
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return
              event.preventDefault()
              add()
            }}
          />
          <Button className="min-h-12 shrink-0" icon={<Plus aria-hidden className="size-4" />} onClick={add}>
            {words.add}
          </Button>
        </span>
      </Field>
      {faultCodes.length > 0 && (
        <ul className="flex flex-wrap gap-2" aria-label={t.codes}>
          {faultCodes.map((code) => (
            <li
              key={code}
              className="border-line bg-raised rounded-control tabular flex items-center gap-1 border pl-3"
            >
              {code}
              <IconButton
                label={`${words.remove}: ${code}`}
                className="size-12"
                icon={<X aria-hidden className="size-5" />}
                onClick={() => change('tester', { faultCodes: faultCodes.filter((one) => one !== code) })}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Sensors({ draft: { sensorReadings }, change }: Props) {
  const t = useMessages(condition)
  const words = useMessages(common)
  const [name, setName] = useState('')
  const [value, setValue] = useState('')
  const [unit, setUnit] = useState('')
  const number = Number(value.normalize('NFKC').replace(',', '.'))
  const ready = name.trim() !== '' && value.trim() !== '' && Number.isFinite(number)
  const add = () => {
    if (!ready) return
    const reading = { name: name.trim(), value: number, unit: unit.trim() }
    change('tester', { sensorReadings: [...sensorReadings, reading] })
    setName('')
    setValue('')
    setUnit('')
  }
  return (
    <fieldset className="grid min-w-0 gap-2">
      <legend className="mb-1 text-sm font-medium">{t.sensors}</legend>
      <div className="grid grid-cols-[minmax(0,1fr)_6rem_5rem] gap-2">
        <Field label={t.sensor} name="sensorName">
          <Input
            value={name}
            maxLength={60}
            className="min-h-12"
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <Field label={t.sensorValue} name="sensorValue">
          <Input
            value={value}
            inputMode="decimal"
            className="min-h-12"
            onChange={(event) => setValue(event.target.value)}
          />
        </Field>
        <Field label={t.sensorUnit} name="sensorUnit">
          <Input
            value={unit}
            maxLength={12}
            className="min-h-12"
            onChange={(event) => setUnit(event.target.value)}
          />
        </Field>
      </div>
      <Button
        className="min-h-12 justify-self-start"
        disabled={!ready}
        icon={<Plus aria-hidden className="size-4" />}
        onClick={add}
      >
        {words.add}
      </Button>
      {sensorReadings.length > 0 && (
        <ul className="divide-line divide-y">
          {sensorReadings.map((reading, index) => (
            <li key={`${index}${reading.name}`} className="flex items-center gap-2">
              <span className="tabular min-w-0 flex-1">
                {reading.name} <strong className="font-medium">{reading.value}</strong> {reading.unit}
              </span>
              <IconButton
                label={`${words.remove}: ${reading.name}`}
                className="size-12"
                icon={<X aria-hidden className="size-5" />}
                onClick={() =>
                  change('tester', { sensorReadings: sensorReadings.filter((_, i) => i !== index) })
                }
              />
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  )
}
