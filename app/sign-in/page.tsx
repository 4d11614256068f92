import type { Metadata } from 'next'
import { Link } from '@/components/ui/link'
import { redirect } from 'next/navigation'
import { EightStepsList } from '@/components/shell/eight-steps-list'
import { Forget } from '@/components/shell/forget'
import { Mark } from '@/components/shell/mark'
import { homeOf } from '@/components/shell/nav'
import { LanguageSwitch } from '@/components/shell/language-switch'
import { SignInForm } from '@/components/shell/sign-in-form'
import { common } from '@/lib/i18n/common'
import { shell } from '@/lib/i18n/shell'
import { currentLocale } from '@/lib/server/locale'
import { currentContext } from '@/lib/server/session'

export async function generateMetadata(): Promise<Metadata> {
  return { title: shell[await currentLocale()].signIn }
}

export default async function SignIn() {
  const context = await currentContext()
  if (context) redirect(homeOf(context.actor))
  const locale = await currentLocale()
  const t = shell[locale]
  return (
    <div className="desk:grid-cols-[minmax(0,1fr)_minmax(28rem,38rem)] grid min-h-dvh">
      <EightStepsList locale={locale} className="desk:flex hidden" />
      <main className="bg-surface tablet:px-10 desk:border-l desk:border-line flex flex-col px-5 py-4">
        <header className="flex items-center gap-3">
          <Mark className="size-9" />
          <p className="font-title flex-1 text-lg font-semibold">{common[locale].productName}</p>
          <LanguageSwitch className="-mr-3" />
        </header>
        <div className="m-auto grid w-full max-w-sm gap-6 py-10">
          <div>
            <h1 className="font-title text-3xl font-semibold">{t.signInTitle}</h1>
            <p className="text-muted mt-1">{t.signInLead}</p>
          </div>
          <SignInForm />
        </div>
        <Forget />
        <p className="text-muted text-center text-sm">
          {t.customerEntry}{' '}
          <Link
            href="/"
            className="text-celadon-ink inline-flex min-h-11 items-center font-medium underline-offset-4 hover:underline"
          >
            {t.booking}
          </Link>
        </p>
      </main>
    </div>
  )
}
