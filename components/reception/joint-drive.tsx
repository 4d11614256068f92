'use client'

import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Badge, Status } from '@/components/ui/badge'
import { Card, Facts } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/checkbox'
import { Choices } from '@/components/ui/choices'
import { Field } from '@/components/ui/field'
import { Submit } from '@/components/ui/submit'
import { Textarea } from '@/components/ui/textarea'
import { nameIn } from '@/lib/core/name-in'
import { drive as words } from '@/lib/i18n/drive'
import { DRIVERS } from '@/lib/reception/walk-around'

type Person = { name: string; nameEn: string } | null
export type ShownDrive = {
  plan: string
  driver: string
  licenceSeen: boolean
  result: string
  reproduced: boolean | null
  endedAt: Date | null
  helpAsked: string
  helpAskedAt: Date | null
  helpAnswer: string
  helpAnsweredAt: Date | null
  helpAskedBy: Person
  helpBy: Person
}
type Props = {
  visitId: string
  drive: ShownDrive | null
  plan?: FormAction
  end?: FormAction
  ask?: FormAction
  answer?: FormAction
}

/** S2-55: the test drive with the customer and the help of the technical director. */
export function JointDrive({ visitId, drive, plan, end, ask, answer }: Props) {
  const t = useMessages(words)
  if (!drive && !plan && !ask) return null
  return (
    <details open={drive !== null} className="mt-6" data-print="no">
      <summary className="fold text-celadon-ink flex min-h-12 cursor-pointer items-center font-medium">
        {t.title}
      </summary>
      <div className="grid items-start gap-4 min-[60rem]:grid-cols-2">
        <Card className="grid gap-4">
          <p className="text-muted">{t.lead}</p>
          {drive?.endedAt ? (
            <Ended drive={drive} />
          ) : (
            <>
              {plan && <Plan visitId={visitId} drive={drive} action={plan} />}
              {drive?.plan && end && <End visitId={visitId} action={end} />}
            </>
          )}
        </Card>
        <Help visitId={visitId} drive={drive} ask={ask} answer={answer} />
      </div>
    </details>
  )
}

function Ended({ drive }: { drive: ShownDrive }) {
  const t = useMessages(words)
  return (
    <Facts
      facts={[
        { term: t.plan, value: drive.plan },
        { term: t.driver, value: t.drivers[drive.driver] },
        { term: t.result, value: drive.result },
        { term: t.reproduced, value: drive.reproduced ? t.answers.yes : t.answers.no },
      ]}
    />
  )
}

type FormProps = { visitId: string; action: FormAction }

function Plan({ visitId, drive, action }: FormProps & { drive: ShownDrive | null }) {
  const t = useMessages(words)
  return (
    <ActionForm action={action} okMessage={t.planKept}>
      <input type="hidden" name="visitId" value={visitId} />
      <Field label={t.plan} name="plan" required>
        <Textarea rows={2} defaultValue={drive?.plan ?? ''} />
      </Field>
      <Choices
        legend={t.driver}
        name="driver"
        defaultValue={drive?.driver ?? 'adviser'}
        look="list"
        className="[&_label]:min-h-12 [&>div]:grid-cols-2"
        choices={DRIVERS.map((value) => ({ value, label: t.drivers[value] ?? value }))}
      />
      <Checkbox
        label={t.licenceSeen}
        name="licenceSeen"
        defaultChecked={drive?.licenceSeen ?? false}
        className="[&_label]:min-h-12"
      />
      {drive?.plan && !drive.licenceSeen && <Badge tone="amber">{t.licenceMissing}</Badge>}
      <Submit variant={drive?.plan ? 'secondary' : 'primary'}>{t.keepPlan}</Submit>
    </ActionForm>
  )
}

function End({ visitId, action }: FormProps) {
  const t = useMessages(words)
  return (
    <ActionForm action={action} okMessage={t.ended}>
      <input type="hidden" name="visitId" value={visitId} />
      <Field label={t.result} name="result" required>
        <Textarea rows={2} />
      </Field>
      <Choices
        legend={t.reproduced}
        name="reproduced"
        className="[&_label]:min-h-12"
        choices={(['yes', 'no'] as const).map((value) => ({ value, label: t.answers[value] }))}
      />
      <Submit>{t.end}</Submit>
    </ActionForm>
  )
}

type HelpProps = { visitId: string; drive: ShownDrive | null; ask?: FormAction; answer?: FormAction }

function Help({ visitId, drive, ask, answer }: HelpProps) {
  const t = useMessages(words)
  const locale = useLocale()
  const format = useFormat()
  const named = (who: Person) => (who ? nameIn(who, locale) : '')
  const open = drive?.helpAskedAt && !drive.helpAnsweredAt
  if (!drive?.helpAskedAt && !ask) return null
  return (
    <Card className="grid gap-4">
      <h3 className="font-medium">{t.help}</h3>
      {drive?.helpAskedAt && (
        <div className="grid gap-1">
          <p className="whitespace-pre-line">{drive.helpAsked}</p>
          <p className="text-muted flex flex-wrap items-center gap-2 text-sm">
            {t.askedBy({ who: named(drive.helpAskedBy), time: format.dateTime(drive.helpAskedAt) })}
            {open && <Status shape="waiting">{t.waiting}</Status>}
          </p>
        </div>
      )}
      {drive?.helpAnsweredAt && (
        <div className="grid gap-1">
          <p className="whitespace-pre-line">{drive.helpAnswer}</p>
          <p className="text-muted text-sm">
            {t.answeredBy({ who: named(drive.helpBy), time: format.dateTime(drive.helpAnsweredAt) })}
          </p>
        </div>
      )}
      {open && answer && (
        <ActionForm action={answer} okMessage={t.answered}>
          <input type="hidden" name="visitId" value={visitId} />
          <Field label={t.answer} name="answer" required>
            <Textarea rows={2} />
          </Field>
          <Submit>{t.giveAnswer}</Submit>
        </ActionForm>
      )}
      {ask && !open && (
        <ActionForm action={ask} okMessage={t.asked} resetOnOk>
          <input type="hidden" name="visitId" value={visitId} />
          <Field label={t.question} name="question" required>
            <Textarea rows={2} />
          </Field>
          <Submit variant="secondary">{t.ask}</Submit>
        </ActionForm>
      )}
    </Card>
  )
}
