import type { FormAction } from '@/components/ui/action-form'
import { ActionForm } from '@/components/ui/action-form'
import { Section } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Submit } from '@/components/ui/submit'
import type { Locale } from '@/lib/i18n/locales'
import { quality } from '@/lib/i18n/quality'
import type { SheetJob, SheetRound } from '@/lib/quality/sheet'
import { LineCard } from './line-card'

type Props = {
  visitId: string
  round: SheetRound
  jobs: SheetJob[]
  locale: Locale
  /** Absent when the reader only looks. */
  actions?: Record<'decideLine' | 'decide', FormAction>
}

/** The lines of one round: the work first, then the whole car, and the bar that closes the inspection. */
export function SheetLines({ visitId, round, jobs, locale, actions }: Props) {
  const t = quality[locale]
  const work = round.lines.filter(({ group }) => group === 'job')
  const whole = round.lines.filter(({ group }) => group !== 'job')
  const open = round.lines.filter(({ result }) => result === null).length
  const failed = round.lines.some(({ result }) => result === 'fail')
  return (
    <div className="grid gap-6">
      {[
        { title: t.work, lines: work },
        { title: t.wholeCar, lines: whole },
      ].map(({ title, lines }) => (
        <Section key={title} title={title} aside={lines.length}>
          <ul className="grid gap-3">
            {lines.map((line) => (
              <LineCard
                key={line.id}
                visitId={visitId}
                inspectionId={round.id}
                line={line}
                jobs={jobs}
                decide={actions?.decideLine}
              />
            ))}
          </ul>
        </Section>
      ))}
      {actions && (
        <ActionForm
          action={actions.decide}
          okMessage={failed ? t.decidedFail : t.decidedPass}
          className="border-line bg-surface tablet:bottom-0 sticky bottom-14 z-10 -mx-4 border-t px-4 py-3"
        >
          <input type="hidden" name="inspectionId" value={round.id} />
          <div className="flex flex-wrap items-end gap-3">
            <Field label={t.remark} name="remark" optional className="min-w-40 flex-1">
              <Input maxLength={1000} />
            </Field>
            <Submit
              size="large"
              variant={open > 0 ? 'secondary' : failed ? 'danger' : 'primary'}
              disabled={open > 0}
            >
              {open > 0 ? t.decideOpen({ count: open }) : failed ? t.decideFail : t.decidePass}
            </Submit>
          </div>
        </ActionForm>
      )}
    </div>
  )
}
