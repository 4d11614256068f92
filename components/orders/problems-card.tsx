'use client'

import { X } from 'lucide-react'
import { useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Card, Section } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { Submit } from '@/components/ui/submit'
import { orders } from '@/lib/i18n/orders'
import { Refused } from './refused'
import { usePost } from './use-post'

type Props = {
  orderId: string
  problems: { id: string; text: string }[]
  editable: boolean
  add: FormAction
  remove: FormAction
}

/** Every problem the customer raised, one per line (S3-22). */
export function ProblemsCard({ orderId, problems, editable, add, remove }: Props) {
  const t = useMessages(orders).problems
  const { state, pending, post } = usePost(remove)
  return (
    <Section title={t.title} aside={problems.length || undefined}>
      <Card className="grid gap-2">
        <Refused state={state} />
        {problems.length ? (
          <ol className="grid gap-1">
            {problems.map(({ id, text }, index) => (
              <li key={id} className="flex items-center gap-3">
                <span className="text-muted tabular w-5 shrink-0 text-right">{index + 1}</span>
                <span className="min-w-0 flex-1">{text}</span>
                {editable && (
                  <IconButton
                    label={t.remove({ text })}
                    icon={<X aria-hidden className="size-4" />}
                    disabled={pending}
                    onClick={() => post({ problemId: id })}
                  />
                )}
              </li>
            ))}
          </ol>
        ) : (
          <p className="text-muted">{t.none}</p>
        )}
        {editable && (
          <ActionForm action={add} resetOnOk className="flex-row! flex-wrap items-end gap-2!">
            <input type="hidden" name="orderId" value={orderId} />
            <Field label={t.add} name="text" hideLabel className="min-w-48 flex-1">
              <Input placeholder={t.placeholder} maxLength={300} />
            </Field>
            <Submit variant="secondary">{t.addButton}</Submit>
          </ActionForm>
        )}
      </Card>
    </Section>
  )
}
