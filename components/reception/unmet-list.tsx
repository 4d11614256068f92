'use client'

import { useFormat, useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Status } from '@/components/ui/badge'
import { Section } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { FormDialog } from '@/components/ui/form-dialog'
import { Link } from '@/components/ui/link'
import { Submit } from '@/components/ui/submit'
import { Textarea } from '@/components/ui/textarea'
import { Plate } from '@/components/visit/plate'
import { floor } from '@/lib/i18n/floor'
import { reception } from '@/lib/i18n/reception'
import type { UnmetCarLine } from '@/lib/reception/floor'
import { StaffName } from './person-name'

type Props = { cars: UnmetCarLine[]; answer?: FormAction; judge?: FormAction }

/** S2-05: cars nobody met in time, whose duty it was, that person's words, and what the manager says. */
export function UnmetList({ cars, answer, judge }: Props) {
  const t = useMessages(floor).unmet
  const format = useFormat()
  const { secondsShort } = useMessages(reception)
  const after = (seconds: number) =>
    seconds < 600 ? secondsShort({ seconds }) : format.duration(seconds / 60)
  return (
    <Section id="unmet" title={t.title} aside={cars.length} card>
      {cars.length === 0 && <p className="text-muted">{t.none}</p>}
      <ul className="divide-line divide-y">
        {cars.map((car) => (
          <li key={car.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-2">
            <Link href={`/reception/${car.visitId}`} className="inline-flex min-h-11 items-center">
              <Plate plate={car.plate} />
            </Link>
            <span className="grid min-w-0 flex-1 basis-60">
              <span>
                {format.dateTime(car.arrivedAt)} · {t.against}{' '}
                <StaffName person={car.staff} none={t.nobody} />
              </span>
              <span className="text-muted text-sm">
                {car.seconds === null
                  ? t.notMet
                  : t.met({ after: after(car.seconds), limit: car.limitSeconds })}
                {' · '}
                {car.answer || t.noAnswer}
              </span>
            </span>
            {car.judgement && (
              <Status shape={car.judgement === 'upheld' ? 'late' : 'done'}>
                {car.judgement === 'upheld' ? t.upheld : t.excused}
              </Status>
            )}
            {!car.judgement && car.mine && !car.answer && answer && (
              <FormDialog label={t.answer} title={t.answer} action={answer} okMessage={t.answered}>
                <input type="hidden" name="unmetId" value={car.id} />
                <Field label={t.yourAnswer} name="answer" required>
                  <Textarea rows={3} maxLength={300} />
                </Field>
              </FormDialog>
            )}
            {!car.judgement && judge && (
              <ActionForm action={judge} okMessage={t.judged} className="gap-0!">
                <input type="hidden" name="unmetId" value={car.id} />
                <span className="flex flex-wrap gap-2">
                  <Submit variant="secondary" name="judgement" value="upheld">
                    {t.upheld}
                  </Submit>
                  <Submit variant="secondary" name="judgement" value="excused">
                    {t.excused}
                  </Submit>
                </span>
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
