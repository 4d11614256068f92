'use client'

import { useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Submit } from '@/components/ui/submit'
import { people } from '@/lib/i18n/people'

type Props = { action: FormAction; id: string; loginName: string | null }

/** Gives a login, or a new password. */
export function LoginForm({ action, id, loginName }: Props) {
  const t = useMessages(people)
  return (
    <ActionForm action={action} okMessage={t.passwordSet} resetOnOk>
      <input type="hidden" name="id" value={id} />
      {loginName ? (
        <p>
          <span className="text-muted">{t.loginName}</span> <span className="font-medium">{loginName}</span>
        </p>
      ) : (
        <Field label={t.loginName} name="loginName" hint={t.loginHint} required>
          <Input autoComplete="off" autoCapitalize="none" spellCheck={false} maxLength={50} />
        </Field>
      )}
      <Field label={t.password} name="password" hint={t.passwordHint} required>
        <Input type="password" autoComplete="new-password" maxLength={128} />
      </Field>
      <Submit variant="secondary" className="self-end">
        {loginName ? t.setPassword : t.giveLogin}
      </Submit>
    </ActionForm>
  )
}
