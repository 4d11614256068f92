'use client'

import { Plus, X } from 'lucide-react'
import { useId, useState, type ReactNode } from 'react'
import { useLocale, useMessages } from '@/components/shell/locale'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Choices } from '@/components/ui/choices'
import { Field } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { Textarea } from '@/components/ui/textarea'
import { common } from '@/lib/i18n/common'
import { condition } from '@/lib/i18n/condition'
import { nextServiceText } from '@/lib/i18n/next-service-text'
import { reception } from '@/lib/i18n/reception'
import type { NextService } from '@/lib/reception/next-service'
import type { Change, Draft } from './draft'

type Props = { draft: Draft; change: Change }

const FAULT = ['frequency', 'phenomenon', 'environment', 'speed', 'road'] as const

/** S2-49 … S2-54: first the customer, then what the adviser makes of it. */
export function Words({
  draft,
  change,
  next,
  media,
}: Props & { next: NextService | null; media: ReactNode }) {
  const locale = useLocale()
  const t = useMessages(reception)
  const more = useMessages(condition)
  const { faultInquiry } = draft
  const [asked, setAsked] = useState(() => Object.values(faultInquiry).some(Boolean))
  return (
    <div className="grid gap-4">
      <Field label={t.statement} name="customerStatement" hint={t.statementHint}>
        <Textarea
          rows={3}
          value={draft.customerStatement}
          onChange={(event) => change('words', { customerStatement: event.target.value })}
        />
      </Field>
      <details open={asked} onToggle={(event) => setAsked(event.currentTarget.open)}>
        <summary className="fold text-celadon-ink flex min-h-12 cursor-pointer items-center font-medium">
          {t.inquiry}
        </summary>
        <div className="tablet:grid-cols-2 grid gap-3">
          {FAULT.map((key) => (
            <Field
              key={key}
              label={t.inquiryFields[key]}
              name={`fault-${key}`}
              className={key === 'phenomenon' ? 'tablet:col-span-2' : ''}
            >
              <Input
                value={faultInquiry[key]}
                className="min-h-12"
                onChange={(event) =>
                  change('words', { faultInquiry: { ...faultInquiry, [key]: event.target.value } })
                }
              />
            </Field>
          ))}
        </div>
      </details>
      {media}
      <Field label={t.confirmation} name="adviserConfirmation" hint={t.confirmationHint}>
        <Textarea
          rows={2}
          value={draft.adviserConfirmation}
          onChange={(event) => change('words', { adviserConfirmation: event.target.value })}
        />
      </Field>
      <Suggestions draft={draft} change={change} />
      <Choices
        legend={t.freeWash}
        name="freeWash"
        value={draft.freeWash === null ? '' : draft.freeWash ? 'yes' : 'no'}
        onChange={(value) => change('words', { freeWash: value === 'yes' })}
        className="[&_label]:min-h-12 [&_label]:whitespace-nowrap"
        choices={[
          { value: 'yes', label: t.freeWashAnswers.yes },
          { value: 'no', label: t.freeWashAnswers.no },
        ]}
      />
      {next && (
        <Notice>
          <p className="font-medium">{more.nextTitle}</p>
          <p className="tabular">{nextServiceText(next, locale)}</p>
        </Notice>
      )}
      <Checkbox
        label={t.nextServiceTold}
        checked={draft.nextServiceTold}
        onChange={(event) => change('words', { nextServiceTold: event.target.checked })}
        className="[&_label]:min-h-12"
      />
    </div>
  )
}

/** S2-36: what the customer has not noticed. */
function Suggestions({ draft, change }: { draft: Draft; change: Change }) {
  const t = useMessages(reception)
  const words = useMessages(common)
  const [text, setText] = useState('')
  const id = useId()
  const { suggestions } = draft
  const add = () => {
    const clean = text.trim()
    if (!clean) return
    change('words', { suggestions: [...suggestions, clean.slice(0, 200)] })
    setText('')
  }
  return (
    <div className="grid gap-2">
      <label htmlFor={id} className="text-sm font-medium">
        {t.suggestions}
      </label>
      <div className="flex gap-2">
        <Input
          id={id}
          value={text}
          aria-describedby={`${id}-hint`}
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
      </div>
      <p id={`${id}-hint`} className="text-muted text-sm">
        {t.suggestionsHint}
      </p>
      {suggestions.length > 0 && (
        <ul className="divide-line divide-y">
          {suggestions.map((suggestion, index) => (
            <li key={`${index}${suggestion}`} className="flex items-center gap-2 py-1">
              <span className="min-w-0 flex-1">{suggestion}</span>
              <IconButton
                label={`${words.remove}: ${suggestion}`}
                className="size-12"
                icon={<X aria-hidden className="size-5" />}
                onClick={() => change('words', { suggestions: suggestions.filter((_, i) => i !== index) })}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
