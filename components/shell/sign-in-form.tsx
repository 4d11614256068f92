'use client'

import { Eye, EyeOff } from 'lucide-react'
import { signIn } from 'next-auth/react'
import { useMemo, useState } from 'react'
import { ActionForm } from '@/components/ui/action-form'
import { Field } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { Submit } from '@/components/ui/submit'
import type { FormState, Refused } from '@/lib/core/form-state'
import type { Locale } from '@/lib/core/locale'
import { REFUSALS, type RefusalCode } from '@/lib/core/refusal'
import { shell } from '@/lib/i18n/shell'
import { useLocale, useMessages } from './locale'

/** What next-auth says of a refused sign-in, as the refusal it came from; its sentence is fetched when there is one to say. */
async function refusedFrom(error: string, locale: Locale): Promise<Refused> {
  const { refusalText } = await import('@/lib/i18n/refusals')
  const { code, facts } = codeIn(error)
  return { code, facts, text: refusalText({ code, facts }, locale) }
}

function codeIn(error: string): Pick<Refused, 'code' | 'facts'> {
  try {
    const { code, facts } = JSON.parse(error)
    if (code in REFUSALS) return { code: code as RefusalCode, facts: facts ?? {} }
  } catch {
    // Not one of ours.
  }
  return { code: 'auth.wrong-login', facts: {} }
}

const enterIn = (locale: Locale) =>
  async function enter(_previous: FormState, form: FormData): Promise<FormState> {
    const text = (name: string) => String(form.get(name) ?? '')
    const [loginName, password] = [text('loginName').trim(), text('password')]
    const fields = {
      ...(loginName ? {} : { loginName: ['required'] }),
      ...(password ? {} : { password: ['required'] }),
    }
    if (Object.keys(fields).length) return { fields, values: { loginName }, at: performance.now() }
    const answer = await signIn('credentials', { loginName, password, redirect: false })
    if (answer?.error)
      return {
        refused: await refusedFrom(answer.error, locale),
        values: { loginName },
        at: performance.now(),
      }
    window.location.reload()
    return new Promise(() => {})
  }

export function SignInForm() {
  const t = useMessages(shell)
  const locale = useLocale()
  const enter = useMemo(() => enterIn(locale), [locale])
  const [shown, setShown] = useState(false)
  return (
    <ActionForm action={enter}>
      <Field label={t.loginName} name="loginName">
        <Input autoComplete="username" autoCapitalize="none" spellCheck={false} className="min-h-12!" />
      </Field>
      <Field label={t.password} name="password">
        <PasswordInput
          shown={shown}
          onToggle={() => setShown(!shown)}
          label={shown ? t.hidePassword : t.showPassword}
        />
      </Field>
      <Submit size="large" block>
        {t.signIn}
      </Submit>
    </ActionForm>
  )
}

function PasswordInput({ shown, onToggle, label }: { shown: boolean; onToggle: () => void; label: string }) {
  return (
    <span className="relative block">
      <Input type={shown ? 'text' : 'password'} autoComplete="current-password" className="min-h-12! pr-12" />
      <IconButton
        label={label}
        aria-pressed={shown}
        onClick={onToggle}
        icon={shown ? <EyeOff className="size-5" /> : <Eye className="size-5" />}
        className="absolute top-1/2 right-0.5 -translate-y-1/2"
      />
    </span>
  )
}
