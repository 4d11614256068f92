'use client'

import { useLocale, useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Section } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { Submit } from '@/components/ui/submit'
import { Plate } from '@/components/visit/plate'
import { nameIn } from '@/lib/core/name-in'
import { floor } from '@/lib/i18n/floor'

type Errand = {
  id: string
  visitId: string
  text: string
  plate: string
  by: { name: string; nameEn: string }
}

/** S2-78: small things a colleague handed over, on the list of the day until they are done. */
export function ErrandsAsked({ errands, done }: { errands: Errand[]; done?: FormAction }) {
  const t = useMessages(floor).errands
  const locale = useLocale()
  if (errands.length === 0) return null
  return (
    <Section title={t.mine} aside={errands.length} className="mb-6">
      <ul className="divide-line rounded-card border-line bg-surface divide-y border px-4">
        {errands.map(({ id, visitId, text, plate, by }) => (
          <li key={id} className="flex min-h-12 flex-wrap items-center gap-x-4 gap-y-1 py-1">
            <Link href={`/reception/${visitId}`} className="inline-flex min-h-11 items-center">
              <Plate plate={plate} />
            </Link>
            <span className="min-w-0 flex-1 basis-40 wrap-anywhere">
              {text} <span className="text-muted text-sm">{t.by({ name: nameIn(by, locale) })}</span>
            </span>
            {done && <DoneButton id={id} text={text} action={done} />}
          </li>
        ))}
      </ul>
    </Section>
  )
}

export function DoneButton({ id, text, action }: { id: string; text: string; action: FormAction }) {
  const t = useMessages(floor).errands
  return (
    <ActionForm action={action} className="gap-0!">
      <input type="hidden" name="errandId" value={id} />
      <Submit variant="secondary" aria-label={t.doneOf({ text })}>
        {t.done}
      </Submit>
    </ActionForm>
  )
}
