import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { CustomerShell } from '@/components/shell/customer-shell'
import { ActionForm } from '@/components/ui/action-form'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { DigitsInput } from '@/components/ui/input'
import { Submit } from '@/components/ui/submit'
import { progress } from '@/lib/i18n/progress'
import { peekLink } from '@/lib/server/links'
import { currentLocale } from '@/lib/server/locale'
import { LINK_PAGES, linkPath } from '../context'
import { prove } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: progress[await currentLocale()].proveTitle }
}

export default async function Prove({ params, searchParams }: PageProps<'/v/[token]/prove'>) {
  const { token } = await params
  const wanted = (await searchParams).next
  const next = LINK_PAGES.find((page) => page === wanted)
  const link = await peekLink(token)
  if (!link) notFound()
  if (link.proven) redirect(linkPath(token, next))
  const locale = await currentLocale()
  const t = progress[locale]
  const { name, nameEn, phone, timeZone } = link.dealership
  return (
    <CustomerShell dealership={locale === 'en' && nameEn ? nameEn : name} phone={phone} timeZone={timeZone}>
      <h1 className="font-title text-2xl font-semibold">{t.proveTitle}</h1>
      <p className="text-muted mt-1 mb-4">
        {link.plateTail ? t.proveLead({ tail: link.plateTail }) : t.proveLeadWithoutPlate}
      </p>
      <Card>
        <ActionForm action={prove}>
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="next" value={next ?? ''} />
          <Field label={t.proveDigits} name="digits" hint={t.proveHint} required>
            <DigitsInput maxLength={4} autoFocus className="tabular text-center text-2xl tracking-[0.5em]" />
          </Field>
          <Submit size="large" block>
            {t.proveButton}
          </Submit>
        </ActionForm>
      </Card>
    </CustomerShell>
  )
}
