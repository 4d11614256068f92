import type { Metadata } from 'next'
import { CodeForm } from '@/components/documents/code-form'
import { CompareFile } from '@/components/documents/compare-file'
import { CustomerShell } from '@/components/shell/customer-shell'
import { Card, Facts } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { Refusal } from '@/lib/core/refusal'
import { documentProof } from '@/lib/documents/server/document-proof'
import { common } from '@/lib/i18n/common'
import { calendarDay } from '@/lib/i18n/format'
import { papers } from '@/lib/i18n/papers'
import { currentLocale } from '@/lib/server/locale'
import { visitorContext } from '@/lib/server/session'
import { NOWHERE } from '../../book/dealerships'

type Props = { params: Promise<{ code: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: papers[await currentLocale()].verify.title, robots: { index: false } }
}

/** What the QR code of a signed paper leads to; it shows nothing of any person. */
export default async function ProofPage({ params }: Props) {
  const { code } = await params
  const locale = await currentLocale()
  const t = papers[locale].verify
  const proof = await documentProof(await visitorContext(NOWHERE), { code }).catch((error: unknown) => {
    if (error instanceof Refusal) return error.code
    throw error
  })
  const house =
    typeof proof === 'string'
      ? common[locale].productName
      : (locale === 'en' && proof.dealership.nameEn) || proof.dealership.name
  return (
    <CustomerShell dealership={house} timeZone="Asia/Shanghai">
      <h1 className="font-title mb-4 text-2xl font-semibold">{t.title}</h1>
      {typeof proof === 'string' ? (
        <div className="grid gap-5">
          {proof === 'common.not-found' ? (
            <Notice kind="danger">
              <strong className="font-medium">{t.unknown}</strong> {t.unknownLead}
            </Notice>
          ) : (
            <Notice kind="warning">{t.tooMany}</Notice>
          )}
          <CodeForm locale={locale} />
        </div>
      ) : (
        <div className="grid gap-5">
          <Notice kind="good">
            <strong className="font-medium">{t.found}</strong> · {t.noPersonal}
          </Notice>
          <Card>
            <Facts
              facts={[
                { term: t.kind, value: papers[locale].titles[proof.kind] },
                ...(proof.no ? [{ term: t.no, value: proof.no }] : []),
                { term: t.house, value: house },
                { term: t.signedOn, value: calendarDay(proof.signedOn, locale) },
                ...(proof.sha256
                  ? [
                      {
                        term: t.fingerprint,
                        value: <code className="font-mono text-sm break-all">{proof.sha256}</code>,
                      },
                    ]
                  : []),
              ]}
            />
          </Card>
          {proof.sha256 ? <CompareFile sha256={proof.sha256} /> : <Notice kind="warning">{t.making}</Notice>}
        </div>
      )}
    </CustomerShell>
  )
}
