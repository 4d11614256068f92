'use client'

import { useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { ConfirmButton } from '@/components/ui/confirm'
import { Submit } from '@/components/ui/submit'
import { catalogue } from '@/lib/i18n/catalogue'

type Props = { id: string; name: string; retired: boolean; action: FormAction }

/** Takes something out of the catalogue after asking, or takes it back. */
export function RetireButton({ id, name, retired, action }: Props) {
  const t = useMessages(catalogue)
  if (retired)
    return (
      <ActionForm action={action} okMessage={t.saved} className="inline-flex">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="back" value="on" />
        <Submit variant="secondary" size="small" aria-label={`${t.takeBack} ${name}`}>
          {t.takeBack}
        </Submit>
      </ActionForm>
    )
  return (
    <ConfirmButton
      label={t.retire}
      title={t.retireOf({ name })}
      action={action}
      okMessage={t.saved}
      variant="quiet"
      size="small"
    >
      <p className="text-left">{t.retireLead}</p>
      <input type="hidden" name="id" value={id} />
    </ConfirmButton>
  )
}
