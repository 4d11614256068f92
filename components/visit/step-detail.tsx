'use client'

import { ArrowRight } from 'lucide-react'
import { Link } from '@/components/ui/link'
import { useFormat, useMessages } from '@/components/shell/locale'
import { Status, type StatusShape } from '@/components/ui/badge'
import { Facts } from '@/components/ui/card'
import { Time } from '@/components/ui/time'
import { shell } from '@/lib/i18n/shell'
import { steps as stepWords } from '@/lib/i18n/steps'
import type { RibbonReader, RibbonState, RibbonStep } from './ribbon-step'

const SHAPES: Record<RibbonState, StatusShape> = {
  notYet: 'open',
  now: 'now',
  done: 'done',
  late: 'late',
  skipped: 'off',
}

export function StepStateMark({ state, word }: { state: RibbonState; word: string }) {
  return <Status shape={SHAPES[state]}>{word}</Status>
}

/** Entry, exit, who, what is missing and what is next of one step. */
export function StepDetail({
  step,
  index,
  reader,
}: {
  step: RibbonStep
  index: number
  reader: RibbonReader
}) {
  const t = useMessages(shell).visit
  const all = useMessages(stepWords)
  const words = all[step.code]
  const format = useFormat()
  const facts = [
    step.enteredAt && { term: t.entered, value: <Time at={step.enteredAt} /> },
    step.leftAt && { term: t.left, value: <Time at={step.leftAt} /> },
    step.minutes !== null && { term: step.leftAt ? t.took : t.running, value: format.duration(step.minutes) },
    reader === 'staff' && step.who && { term: t.by, value: step.who },
  ].filter((fact) => !!fact)
  return (
    <div className="grid gap-3">
      <header className="flex items-center gap-3">
        <span
          aria-hidden
          className="rounded-control bg-sunk font-title grid size-10 place-items-center text-xl font-semibold"
        >
          {words.mark}
        </span>
        <h3 className="min-w-0 flex-1 leading-tight font-medium">
          <span className="text-muted tabular block text-xs">{index + 1}/8</span>
          {words.full}
        </h3>
        <StepStateMark state={step.state} word={t.states[step.state]} />
      </header>
      {step.state === 'notYet' && facts.length === 0 ? (
        <p className="text-muted">{t.notReached}</p>
      ) : (
        <Facts facts={facts} className="text-sm" />
      )}
      {reader === 'customer' && <p className="text-muted">{words.benefit}</p>}
      {reader === 'staff' && step.missing.length > 0 && (
        <div className="rounded-control bg-amber-soft text-amber-ink px-3 py-2">
          <p className="text-sm font-medium">{t.missing}</p>
          <ul className="mt-0.5 grid gap-0.5">
            {step.missing.map((duty) => (
              <li key={duty} className="flex items-baseline gap-2">
                <span aria-hidden className="bg-amber size-1.5 shrink-0 rotate-45" />
                {all.missing[duty]}
              </li>
            ))}
          </ul>
        </div>
      )}
      {step.next && <NextMove label={step.next.label} href={step.next.href} heading={t.next} />}
    </div>
  )
}

function NextMove({ label, href, heading }: { label: string; href?: string; heading: string }) {
  return (
    <p className="border-line flex items-center gap-2 border-t pt-3">
      <span className="text-muted text-sm">{heading}</span>
      {href ? (
        <Link
          href={href}
          className="text-celadon-ink desk:min-h-9 flex min-h-11 items-center gap-1 font-medium hover:underline"
        >
          {label}
          <ArrowRight aria-hidden className="size-4" />
        </Link>
      ) : (
        <span className="font-medium">{label}</span>
      )}
    </p>
  )
}
