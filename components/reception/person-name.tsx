'use client'

import { useLocale, useMessages } from '@/components/shell/locale'
import { reception } from '@/lib/i18n/reception'

/** S2-09: the customer as he or she is addressed: with the title, or by a form of address of his or her own. */
export function PersonName({ name, formOfAddress }: { name: string; formOfAddress: string }) {
  const t = useMessages(reception)
  const title = t.titles[formOfAddress]
  if (!formOfAddress || formOfAddress === name) return <span className="font-medium">{name}</span>
  if (title) return <span className="font-medium">{t.addressed({ name, title })}</span>
  return (
    <span>
      <span className="font-medium">{formOfAddress}</span>
      <span className="text-muted ml-1.5 text-sm">{name}</span>
    </span>
  )
}

/** A colleague, in the reader's letters. */
export function StaffName({
  person,
  none,
}: {
  person: { name: string; nameEn: string } | null
  none: string
}) {
  const locale = useLocale()
  if (!person) return <span className="text-muted">{none}</span>
  return <>{locale === 'en' && person.nameEn ? person.nameEn : person.name}</>
}
