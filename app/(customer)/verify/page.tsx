import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { CodeForm } from '@/components/documents/code-form'
import { CustomerShell } from '@/components/shell/customer-shell'
import { normalCode } from '@/lib/core/spoken-code'
import { common } from '@/lib/i18n/common'
import { papers } from '@/lib/i18n/papers'
import { currentLocale } from '@/lib/server/locale'

export async function generateMetadata(): Promise<Metadata> {
  return { title: papers[await currentLocale()].verify.title }
}

/** Where a code that cannot be scanned is typed. */
export default async function VerifyPage({
  searchParams,
}: {
  searchParams: Promise<{ code?: string | string[] }>
}) {
  const { code } = await searchParams
  const typed = normalCode(String(code ?? '').slice(0, 60))
  if (typed) redirect(`/verify/${typed}`)
  const locale = await currentLocale()
  const t = papers[locale].verify
  return (
    <CustomerShell dealership={common[locale].productName} timeZone="Asia/Shanghai">
      <h1 className="font-title text-2xl font-semibold">{t.title}</h1>
      <p className="text-muted mb-5">{t.lead}</p>
      <CodeForm locale={locale} />
    </CustomerShell>
  )
}
