'use client'

import { useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Submit } from '@/components/ui/submit'
import { account } from '@/lib/i18n/account'

/** The old password, and the new one twice. */
export function PasswordForm({ action, loginName }: { action: FormAction; loginName: string }) {
  const t = useMessages(account)
  return (
    <ActionForm action={action} okMessage={t.done} resetOnOk>
      <input type="text" autoComplete="username" value={loginName} readOnly hidden />
      <Field label={t.old} name="oldPassword" required>
        <Input type="password" autoComplete="current-password" maxLength={256} />
      </Field>
      <Field label={t.new} name="password" hint={t.hint} required>
        <Input type="password" autoComplete="new-password" maxLength={128} />
      </Field>
      <Field label={t.again} name="passwordAgain" required>
        <Input type="password" autoComplete="new-password" maxLength={128} />
      </Field>
      <Submit className="self-end">{t.change}</Submit>
    </ActionForm>
  )
}
