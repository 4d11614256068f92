import clsx from 'clsx'
import { money } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'

/** Integer fen as renminbi, with equal-width digits. */
export function Money({
  fen,
  locale = 'zh-CN',
  cents,
  className,
}: {
  fen: number
  locale?: Locale
  cents?: boolean
  className?: string
}) {
  return <span className={clsx('tabular whitespace-nowrap', className)}>{money(fen, locale, { cents })}</span>
}
